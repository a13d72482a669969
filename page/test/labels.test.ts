import { describe, expect, it } from 'vitest'
import { clearest, type Box } from '../src/map/labels'

describe('the spot of a name', () => {
  const spots = [[0, 0], [100, 0], [200, 0]] as const
  const sign: Box = [0, 0, 40, 20] // over all of the first
  const half: Box = [100, 0, 120, 20] // over half of the second
  it('is the first that no sign covers', () => {
    expect(clearest(spots, 40, 20, [sign], 0.3)).toEqual([100, 0])
    expect(clearest(spots, 40, 20, [], 0.3)).toEqual([0, 0])
  })
  it('is the least covered, and none where a small name could not be read', () => {
    const two = spots.slice(0, 2)
    expect(clearest(two, 40, 20, [sign, half], 1)).toEqual([100, 0])
    expect(clearest(two, 40, 20, [sign, half], 0.3)).toBeNull()
    expect(clearest([], 40, 20, [], 1)).toBeNull()
  })
})
