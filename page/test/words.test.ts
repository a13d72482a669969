import { describe, expect, it } from 'vitest'
import { tidy, verdictWord } from '../src/base/tidy'
import { groupTitle } from '../src/cards/grouptitle'

describe('words of the commands', () => {
  it('get true minus signs and arrows, and no names of scales', () => {
    expect(tidy('by-record: taken away alone, -4.5 [-0.4, +9.3] points')).toBe('by the recorded day: taken away alone, −4.5 [−0.4, +9.3] points')
    expect(tidy('64.0% -> 60.0%; -4 points')).toBe('64.0% → 60.0%; −4 points')
    expect(tidy('shown beside them: s12-c')).toBe('shown beside them: sum c of sentence 12')
    expect(tidy('Beit ol-Moqaddas, 1980-81')).toBe('Beit ol-Moqaddas, 1980-81')
  })
  it('stand for what has nothing to say', () => {
    expect(verdictWord('model', 'lowers the chance by 5.5 points [0.1 to 10.8]')).toBe('lowers the chance by 5.5 points [0.1 to 10.8]')
    expect(verdictWord('arithmetic', 'none')).toBe('no figures to check')
  })
})

describe('a group of units', () => {
  it('is named by the formations in it', () => {
    const named = (...names: string[]): string => groupTitle(names.map((name) => ({ name })))
    expect(named('Tank battalion 1, 26th Brigade', 'Tank battalion 2, 26th Brigade', 'Battalion, 15th Brigade')).toBe('26th Brigade, 15th Brigade')
    expect(named('Corps artillery, battalion 1', 'Corps artillery, battalion 2')).toBe('Corps artillery')
  })
})
