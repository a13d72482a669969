import { describe, expect, it } from 'vitest'
import { clusters } from '../src/replay/cluster'

describe('signs that lie on each other', () => {
  const standing = [{ unit: 0, x: 0, y: 0 }, { unit: 1, x: 5, y: 4 }, { unit: 2, x: 4, y: 0 }, { unit: 3, x: 90, y: 0 }]
  const side = (unit: number): number => (unit === 2 ? 1 : 0)
  const weight = (unit: number): number => unit * 100
  const heads = (shown = -1): number[][] =>
    clusters(standing, 20, 16, side, weight, shown).map(({ head, others }) => [head.unit, ...others.map((each) => each.unit)])

  it('are gathered under the strongest of their side', () => {
    expect(heads()).toEqual([[3], [2], [1, 0]])
  })
  it('stand under the chosen one, whatever it weighs', () => {
    expect(heads(0)).toEqual([[0, 1], [3], [2]])
  })
})
