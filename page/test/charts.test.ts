import { describe, expect, it } from 'vitest'
import { grouped, place } from '../src/charts/dateline'
import { area, line } from '../src/charts/fan'
import { ends, rivalRows } from '../src/charts/outcome'
import type { DateSpan, EnsembleOutcome, Rival } from '../src/data/types'

const spanOf = (days: number, from: string, sentences: string[]): DateSpan => ({
  check: 'c', days, from, to: '1982-05-24', inclusive: false, verdict: 'consistent', line: '', sentences,
})

describe('the date line', () => {
  it('draws one bar for each count, longest first', () => {
    const groups = grouped([spanOf(560, '1980-11-10', ['s11']), spanOf(575, '1980-10-26', ['s01']), spanOf(575, '1980-10-26', ['s11'])])
    expect(groups.map((each) => [each.days, each.times])).toEqual([[575, 2], [560, 1]])
    expect(groups[0]!.sentences).toEqual(['s01', 's11'])
  })
  it('puts days to scale', () => {
    const [a, b, c] = ['1980-09-22', '1980-09-27', '1980-10-02'].map((iso) => place(iso, '1980-09-22', '1980-10-02'))
    expect(b! - a!).toBeCloseTo(c! - b!)
  })
})

const rival = (low: number | null, high: number | null, label: string): Rival => ({ claim: label, low, high, label, stance: '', used: true })

describe('an outcome', () => {
  it('keeps every rival figure, those that agree in one row', () => {
    const rows = rivalRows([rival(45, 45, 'c'), rival(34, 34, 'a'), rival(34, 34, 'b'), rival(null, 35, 'd'), rival(null, null, 'e')])
    expect(rows.map((row) => [row.low, row.high, row.rivals.length])).toEqual([[34, 34, 2], [35, 35, 1], [45, 45, 1]])
  })
  it('has room for refights and record', () => {
    const outcome = { record: { key: '', low: 32, best: 34, high: 49 }, scale: [20, 40] } as unknown as EnsembleOutcome
    expect(ends(outcome)).toEqual([20, 49])
    expect(ends({ record: null, scale: null } as unknown as EnsembleOutcome)).toEqual([0, 1])
  })
})

describe('a fan', () => {
  it('goes along the top and back along the bottom', () => {
    const same = (v: number): number => v
    expect(line([1, 2], same, same)).toBe('M0.0 1.0L1.0 2.0')
    expect(area([0, 0], [1, 2], same, same)).toBe('M0.0 1.0L1.0 2.0L1.0 0.0L0.0 0.0Z')
  })
})
