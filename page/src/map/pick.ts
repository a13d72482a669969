// What lies under a point of the map: a crossing, a place, or a line as it was drawn.
import type { Act, Feature } from '../data/types'
import { linesOf } from './ground'
import type { Mesh } from './mesh'
import { eased, type Point } from './mercator'

export interface Found { readonly layer: string; readonly feature: Feature }

const POINTS = ['crossings', 'places'] as const
const LINES = ['rivers', 'canals', 'works', 'mines', 'border', 'rail', 'roads'] as const

/** The nearest feature within reach, points before lines; metres of the sheet. */
export function pick(act: Act, mesh: Mesh, at: Point, reach: number): Found | null {
  return nearest(act, POINTS, (feature) => apart(at, spot(mesh, feature)), reach)
    ?? nearest(act, LINES, (feature) => Math.min(...linesOf(feature).map((line) => along(at, placed(mesh, line)))) - half(feature), reach)
}

function nearest(act: Act, layers: readonly string[], far: (feature: Feature) => number, reach: number): Found | null {
  let [best, least]: [Found | null, number] = [null, reach]
  for (const layer of layers) {
    for (const feature of act.layers[layer]?.features ?? []) {
      const distance = far(feature)
      if (distance < least) [best, least] = [{ layer, feature }, distance]
    }
  }
  return best
}

function half(feature: Feature): number {
  return Number(feature.properties['width_m'] ?? 0) / 2
}

/** A point of a feature to look at: itself, or half-way along its line. */
export function middle(mesh: Mesh, feature: Feature): Point {
  if (feature.geometry.type === 'Point') return spot(mesh, feature)
  const line = linesOf(feature)[0] ?? []
  return mesh.at(...(line[Math.floor(line.length / 2)] ?? mesh.cells.origin))
}

function spot(mesh: Mesh, feature: Feature): Point {
  return feature.geometry.type === 'Point' ? mesh.at(...(feature.geometry.coordinates as Point)) : [Infinity, Infinity]
}

function placed(mesh: Mesh, line: readonly Point[]): Point[] {
  return eased(line).map((point) => mesh.at(...point))
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** Distance from a point to the nearest stretch of a line. */
export function along(at: Point, line: readonly Point[]): number {
  let least = Infinity
  for (let i = 0; i + 1 < line.length; i++) {
    const [[ax, ay], [bx, by]] = [line[i]!, line[i + 1]!]
    const [dx, dy] = [bx - ax, by - ay]
    const share = Math.max(0, Math.min(1, ((at[0] - ax) * dx + (at[1] - ay) * dy) / (dx * dx + dy * dy || 1)))
    least = Math.min(least, apart(at, [ax + share * dx, ay + share * dy]))
  }
  return least
}
