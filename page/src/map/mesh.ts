// The net of cells in the plane: corners, centres, paths, and the line between sides.
// Coordinates are metres from the middle of the act's window, y downwards, so that
// they stay small enough for the canvas's own arithmetic.
import type { Act, Cells } from '../data/types'
import { toPlane, type Point } from './mercator'

const CORNERS = 6

export class Mesh {
  readonly origin: Point
  readonly corners: Float64Array
  readonly centres: Float64Array
  readonly spacing: number // metres of the plane between neighbouring centres

  constructor(readonly cells: Cells, window: Act['window']) {
    const [west, south, east, north] = window
    this.origin = toPlane((west + east) / 2, (south + north) / 2)
    this.corners = this.#points(cells.vertices)
    this.centres = this.#points(cells.centres)
    this.spacing = this.#spacing()
  }

  /** Put degrees on the sheet. */
  at(lon: number, lat: number): [number, number] {
    const [x, y] = toPlane(lon, lat)
    return [x - this.origin[0], this.origin[1] - y]
  }

  centre(cell: number): [number, number] {
    return [this.centres[2 * cell]!, this.centres[2 * cell + 1]!]
  }

  corner(vertex: number): [number, number] {
    return [this.corners[2 * vertex]!, this.corners[2 * vertex + 1]!]
  }

  addTo(path: Path2D, cell: number): void {
    for (let k = 0; k <= CORNERS; k++) {
      const [x, y] = this.corner(this.cells.rings[CORNERS * cell + (k % CORNERS)]!)
      if (k === 0) path.moveTo(x, y)
      else path.lineTo(x, y) // back to the first: closing the path is far slower
    }
  }

  path(wanted: (cell: number) => boolean): Path2D {
    const path = new Path2D()
    for (let cell = 0; cell < this.cells.count; cell++) if (wanted(cell)) this.addTo(path, cell)
    return path
  }

  /** The cell whose centre lies nearest to a point of the sheet. */
  nearest(x: number, y: number): number {
    let [best, least] = [-1, Infinity]
    for (let cell = 0; cell < this.cells.count; cell++) {
      const far = (this.centres[2 * cell]! - x) ** 2 + (this.centres[2 * cell + 1]! - y) ** 2
      if (far < least) [best, least] = [cell, far]
    }
    return Math.sqrt(least) < this.spacing ? best : -1
  }

  #points(flat: readonly number[]): Float64Array {
    const { origin, grain } = this.cells
    const out = new Float64Array(flat.length)
    for (let i = 0; i < flat.length; i += 2) {
      const [x, y] = this.at(origin[0] + grain * flat[i]!, origin[1] + grain * flat[i + 1]!)
      out[i] = x
      out[i + 1] = y
    }
    return out
  }

  #spacing(): number {
    const { neighbours } = this.cells
    const side = neighbours.findIndex((other) => other >= 0)
    if (side < 0) return 1000
    const [[ax, ay], [bx, by]] = [this.centre(Math.floor(side / CORNERS)), this.centre(neighbours[side]!)]
    return Math.hypot(ax - bx, ay - by)
  }
}

/** Sides of cells between the two sides' ground, as chains of corner numbers. */
export function front(cells: Cells, holds: (cell: number) => number): number[][] {
  const next = new Map<number, number[]>()
  for (let cell = 0; cell < cells.count; cell++) {
    if (holds(cell) !== 1) continue
    for (let k = 0; k < CORNERS; k++) {
      const other = cells.neighbours[CORNERS * cell + k]!
      if (other < 0 || holds(other) === 1) continue
      const from = cells.rings[CORNERS * cell + k]!
      const to = cells.rings[CORNERS * cell + ((k + 1) % CORNERS)]!
      next.set(from, [...(next.get(from) ?? []), to])
    }
  }
  return chains(next)
}

function chains(next: Map<number, number[]>): number[][] {
  const ends = new Set([...next.values()].flat())
  const starts = [...next.keys()].filter((corner) => !ends.has(corner))
  const lines: number[][] = []
  for (const start of [...starts, ...next.keys()]) {
    let at: number | undefined = start
    const line = [start]
    while (at !== undefined && (at = next.get(at)?.pop()) !== undefined) line.push(at)
    if (line.length > 1) lines.push(line)
  }
  return lines
}

/** Average each point with its neighbours: cell sides zigzag, fronts do not. */
export function calm(points: readonly Point[], rounds = 3): Point[] {
  let line = [...points]
  const closed = line.length > 3 && same(line[0]!, line.at(-1)!)
  for (let round = 0; round < rounds; round++) {
    line = line.map((point, i) => {
      const before = line[i - 1] ?? (closed ? line.at(-2) : undefined)
      const after = line[i + 1] ?? (closed ? line[1] : undefined)
      if (!before || !after) return point
      return [(before[0] + point[0] + after[0]) / 3, (before[1] + point[1] + after[1]) / 3]
    })
  }
  return line
}

function same(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1]
}
