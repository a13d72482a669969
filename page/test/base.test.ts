import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dateOf, dayOf, daysBetween, hourAt, inWords } from '../src/base/dates'
import { count, difference, figure, percent, signed, span, ticks } from '../src/base/format'
import { bounded, follow, formatHash, parseHash, rewrite } from '../src/base/router'
import { sha256 } from '../src/base/sha256'

describe('dates', () => {
  it('counts days from the first midnight', () => {
    expect(dayOf('1980-09-22T06:00:00', '1980-10-26')).toBe(34)
    expect(dateOf('1980-09-22T06:00:00', 34.7)).toBe('1980-10-26')
    expect(daysBetween('1980-10-26', '1982-05-24')).toBe(575)
  })
  it('says them in words', () => {
    expect(inWords('1980-10-26')).toBe('26 October 1980')
    expect(inWords('1980-10-26T12:00:00', true)).toBe('26 Oct')
  })
  it('knows the hour of a step', () => {
    expect(hourAt('1980-09-22T06:00:00', 3)).toBe(0)
    expect(hourAt('1980-09-22', 1)).toBe(6)
  })
})

describe('figures', () => {
  const date = { kind: 'date', unit: 'date', start: '1980-09-22T00:00:00' }
  it('writes values on their own scale', () => {
    expect(figure(date, 34)).toBe('26 October 1980')
    expect(figure(date, null)).toBe('not within the act')
    expect(figure({ ...date, kind: 'number', unit: 'persons' }, 6000)).toBe('6,000 persons')
    expect(figure({ ...date, kind: 'number', unit: 'year' }, 1980)).toBe('1980')
    expect(figure({ ...date, kind: 'event', unit: 'yes-no' }, 1)).toBe('yes')
    expect(span(date, 32, 35, true)).toBe('24 Oct to 27 Oct')
    expect(span({ ...date, kind: 'number', unit: 'days' }, 34, 45)).toBe('34 to 45 days')
  })
  it('keeps signs and shares honest', () => {
    expect([signed(-1.54), signed(0.01), signed(1200)]).toEqual(['−1.5', '0', '+1,200'])
    expect([percent(0), percent(0.004), percent(0.5), percent(0.998)]).toEqual(['0%', '<1%', '50%', '>99%'])
    expect(difference('date', 'date', { value: -1.5, low: -2.1, high: -0.9 })).toBe('−1.5 days [−2.1, −0.9]')
    expect(difference('event', 'yes-no', { value: 0.1, low: 0.05, high: 0.15 })).toContain('+10 percentage points')
    expect(count(12.34)).toBe('12.3')
  })
  it('puts ticks at round numbers inside the ends', () => {
    expect(ticks(0, 50, 5)).toEqual([0, 10, 20, 30, 40, 50])
    expect(ticks(3, 3)).toEqual([3])
  })
})

describe('addresses', () => {
  it('come back as they went', () => {
    const hash = formatHash('watch', ['fall'], { lever: ['air-strikes=none', 'a=b'], t: 3, as: null })
    const route = parseHash(hash)
    expect(route.view).toBe('watch')
    expect(route.parts).toEqual(['fall'])
    expect(route.query.getAll('lever')).toEqual(['air-strikes=none', 'a=b'])
    expect(route.query.has('as')).toBe(false)
  })
  it('take the short form of the server, and nothing at all', () => {
    expect(parseHash('#whatif/fall?pairs=200').view).toBe('whatif')
    expect(parseHash('').view).toBe('account')
  })
  it('take what is not well formed as it stands', () => {
    expect(parseHash('#/account/%E0%A4%A').parts).toEqual(['%E0%A4%A'])
  })
  it('hold numbers within their bounds', () => {
    expect(['7', '0', '99', '2.6', 'x', '', null].map((each) => bounded(each, 1, 9, 4))).toEqual([7, 1, 9, 3, 4, 4, 4])
  })
})

describe('sha256', () => {
  it('agrees with the machine’s own, at every padding', () => {
    for (const text of ['', 'abc', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'خرمشهر '.repeat(20)]) {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
    }
  })
})

describe('changing the address in place', () => {
  const at = { hash: '#/watch/fall' }
  const history = { replaceState: (_: unknown, __: string, hash: string): void => { at.hash = hash } }
  afterEach(() => vi.unstubAllGlobals())
  it('keeps where a view is, and calls back nobody who has set out for another', () => {
    vi.stubGlobal('location', at)
    vi.stubGlobal('history', history)
    expect(follow().view).toBe('watch')
    rewrite('#/watch/fall?t=4')
    rewrite('#/watch/fall?t=5')
    expect(at.hash).toBe('#/watch/fall?t=5')
    at.hash = '#/refights/fall' // a link was followed; the view has not heard of it yet
    rewrite('#/watch/fall?t=6')
    expect(at.hash).toBe('#/refights/fall')
    expect(follow().view).toBe('refights')
  })
})
