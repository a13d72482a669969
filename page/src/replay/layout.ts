// Where each unit's sign stands: in its cell, beside the others that share it.
import { NOWHERE, type Track } from './track'

export interface Spot {
  readonly cell: number
  readonly column: number // from the middle of the stack, may be a half
  readonly row: number
  readonly columns: number
  readonly count: number // units in the cell, of this side
  readonly first: boolean
}

/** Spots of all units at the end of a step; null for those not on the map. */
export function spots(track: Track, step: number, sideOf: (unit: number) => number): (Spot | null)[] {
  const stacks = new Map<string, number[]>()
  for (let unit = 0; unit < track.units; unit++) {
    const cell = track.cell(step, unit)
    if (cell === NOWHERE) continue
    const key = `${cell}/${sideOf(unit)}`
    stacks.set(key, [...(stacks.get(key) ?? []), unit])
  }
  const found = new Array<Spot | null>(track.units).fill(null)
  for (const [key, members] of stacks) {
    const rival = stacks.has(`${key.split('/')[0]}/${1 - Number(key.split('/')[1])}`)
    const lift = rival ? (key.endsWith('/0') ? -1 : 1) : 0
    members.forEach((unit, i) => (found[unit] = spot(track.cell(step, unit), i, members.length, lift)))
  }
  return found
}

function spot(cell: number, i: number, count: number, lift: number): Spot {
  const columns = Math.ceil(Math.sqrt(count))
  const rows = Math.ceil(count / columns)
  const inRow = Math.min(columns, count - Math.floor(i / columns) * columns)
  return {
    cell, columns, count,
    column: (i % columns) - (inRow - 1) / 2,
    row: Math.floor(i / columns) - (rows - 1) / 2 + lift * (rows / 2),
    first: i === count - 1,
  }
}
