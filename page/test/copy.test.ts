import { describe, expect, it } from 'vitest'
import { sha256 } from '../src/base/sha256'
import { match, normalise, units } from '../src/home/copy'

describe('a reader’s own copy', () => {
  it('is normalised as the account says', () => {
    expect(normalise('  \u201cA\u201d\n b\u2019s\u00a0c ')).toBe('"A" b\'s c')
  })
  it('is split at lines and at sentence ends before a capital', () => {
    expect(units('One fell. Two stood!\r\nA "third." "Fourth" one… and 3. more')).toEqual([
      'One fell.', 'Two stood!', 'A "third."', '"Fourth" one... and 3. more',
    ])
  })
  it('is matched by digest alone', () => {
    const wanted = [{ id: 's1', sha256: sha256('Two stood!') }, { id: 's2', sha256: sha256('Never said.') }]
    expect([...match('One fell.  Two\tstood!', wanted)]).toEqual([['s1', 'Two stood!']])
  })
})
