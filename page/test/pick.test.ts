import { describe, expect, it } from 'vitest'
import type { Act } from '../src/data/types'
import { Mesh } from '../src/map/mesh'
import { along, pick } from '../src/map/pick'
import { cells } from './fixtures'

const window = [48, 30.4, 48.1, 30.5] as const
const line = (id: string, lat: number) => ({
  properties: { id, kind: 'major', width_m: 0 },
  geometry: { type: 'LineString', coordinates: [[48, lat], [48.1, lat]] as never },
})
const act = {
  layers: {
    rivers: { features: [line('river', 30.45)] },
    places: { features: [{ properties: { id: 'town' }, geometry: { type: 'Point', coordinates: [48.05, 30.4502] as never } }] },
  },
} as unknown as Act

describe('picking', () => {
  const mesh = new Mesh(cells(), window)
  it('finds a line within reach, and nothing beyond', () => {
    expect(pick(act, mesh, mesh.at(48.02, 30.4501), 100)?.feature.properties.id).toBe('river')
    expect(pick(act, mesh, mesh.at(48.02, 30.47), 100)).toBeNull()
  })
  it('takes a point before a line', () => {
    expect(pick(act, mesh, mesh.at(48.05, 30.4501), 100)?.layer).toBe('places')
  })
  it('measures to the stretch, not to its ends', () => {
    expect(along([5, 3], [[0, 0], [10, 0]])).toBe(3)
    expect(along([13, 4], [[0, 0], [10, 0]])).toBe(5)
  })
})
