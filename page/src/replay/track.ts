// One refight as the page plays it: the state of everything at the end of each step.
import { need, type Numbers, type Pack } from '../data/pack'
import type { ReplayHead } from '../data/types'

export const NOWHERE = 65535
export const MOVED = 1
export const FOUGHT = 2
export const CUT_OFF = 4

export class Track {
  readonly head: ReplayHead
  readonly steps: number
  readonly units: number
  readonly #arrays: Readonly<Record<string, Numbers>>
  readonly #width: Readonly<Record<string, number>>
  readonly #fights = new Map<number, ReplayHead['fights']>()

  constructor(pack: Pack<ReplayHead>) {
    this.head = pack.head
    const tables = Object.keys(pack.arrays).map((name) => [name, need(pack, name)] as const)
    this.#arrays = Object.fromEntries(tables.map(([name, table]) => [name, table.data]))
    this.#width = Object.fromEntries(tables.map(([name, t]) => [name, t.shape.slice(1).reduce((a, b) => a * b, 1)]))
    this.steps = need(pack, 'cell').shape[0]!
    this.units = need(pack, 'cell').shape[1]!
    for (const fight of this.head.fights) this.#fights.set(fight[0], [...this.fights(fight[0]), fight])
  }

  cell(step: number, unit: number): number { return this.#at('cell', step, unit) }
  men(step: number, unit: number): number { return this.#at('men', step, unit) }
  tanks(step: number, unit: number): number { return this.#at('tanks', step, unit) }
  cohesion(step: number, unit: number): number { return this.#at('cohesion', step, unit) / 100 }
  supplyDays(step: number, unit: number): number { return this.#at('supply', step, unit) / 10 }
  flags(step: number, unit: number): number { return this.#at('flags', step, unit) }
  crossing(step: number, index: number): number { return this.#at('crossing', step, index) }
  posture(step: number, unit: number): string { return this.head.postures[this.#at('posture', step, unit)] ?? '' }
  status(step: number, unit: number): string { return this.head.statuses[this.#at('status', step, unit)] ?? '' }

  /** 1 where Iran holds the cell, else 0. */
  holder(step: number, cell: number): number {
    return (this.#at('control', step, cell >> 3) >> (cell & 7)) & 1
  }

  /** Whether no cell changed hands between the ends of two steps. */
  sameGround(a: number, b: number): boolean {
    const [data, wide] = [this.#arrays['control']!, this.#width['control']!]
    for (let i = 0; i < wide; i++) if (data[a * wide + i] !== data[b * wide + i]) return false
    return true
  }

  onMap(step: number, unit: number): boolean {
    return this.cell(step, unit) !== NOWHERE
  }

  fights(step: number): ReplayHead['fights'] {
    return this.#fights.get(step) ?? []
  }

  series(step: number, side: number, name: string): number {
    const which = this.head.series.indexOf(name)
    return this.#at('series', step, side * this.head.series.length + which)
  }

  /** Share of the men that a unit had at the start, 0 to 1. */
  strength(step: number, unit: number): number {
    const start = this.head.start.men[unit] ?? 0
    return start > 0 ? Math.min(1, this.men(step, unit) / start) : 0
  }

  #at(name: string, step: number, index: number): number {
    const bounded = Math.max(0, Math.min(this.steps - 1, step))
    return this.#arrays[name]?.[bounded * (this.#width[name] ?? 0) + index] ?? 0
  }
}
