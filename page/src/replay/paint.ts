// Paint one moment of a refight: ground held, front, fights, crossings, units.
import { INK, PAPER, SIDES } from '../style/colours'
import type { Act } from '../data/types'
import { calm, front, type Mesh } from '../map/mesh'
import type { Box } from '../map/labels'
import type { Point } from '../map/mercator'
import { inMetres, inPixels, onScreen, unit as pixel, type Eye } from '../map/sheet'
import { sign } from '../map/symbols'
import { clusters, type Cluster } from './cluster'
import { spots, type Spot } from './layout'
import { CUT_OFF, type Track } from './track'

type Ctx = CanvasRenderingContext2D
export interface Shown { control: boolean; front: boolean; units: boolean; fights: boolean; night: boolean }

const CREW = 10 // men that a tank weighs as, when one sign has to stand for several

interface Held { step: number; ground: [Path2D, Path2D]; front: Path2D }
interface Placed { unit: number; x: number; y: number; spot: Spot }

export class Painter {
  shown: Shown = { control: true, front: true, units: true, fights: true, night: true }
  time = 0 // in steps; 2.5 is half-way from the end of step 2 to the end of step 3
  followed = -1
  night = false
  #held: Held | null = null
  readonly #spots = new Map<number, (Spot | null)[]>()
  #placed: Cluster<Placed>[] = []
  #eye: Eye | null = null

  constructor(readonly act: Act, readonly mesh: Mesh, readonly track: Track) {}

  /** What lies under the names: ground held, the line between the sides, the night. */
  drawUnder(ctx: Ctx, eye: Eye): void {
    inMetres(ctx, eye)
    const held = this.#ground(this.step)
    if (this.shown.control) this.#drawControl(ctx, held)
    if (this.shown.front) this.#drawFront(ctx, eye, held)
    inPixels(ctx)
    if (this.shown.night && this.night) dim(ctx, eye)
  }

  /** What stands over the names: crossings, fights, units. */
  drawOver(ctx: Ctx, eye: Eye): void {
    inPixels(ctx)
    this.#drawCrossings(ctx, eye, this.step)
    if (this.shown.fights) this.#drawFights(ctx, eye, this.step)
    if (this.shown.units) this.#drawUnits(ctx, eye)
  }

  get step(): number {
    return Math.min(this.track.steps - 1, Math.ceil(this.time - 1e-6))
  }

  /** The unit drawn nearest to a point in device pixels, or -1. */
  pick(x: number, y: number, within: number): number {
    let [best, least] = [-1, within]
    for (const { head } of this.#placed) {
      const far = Math.hypot(head.x - x, head.y - y)
      if (far < least) [best, least] = [head.unit, far]
    }
    return best
  }

  /** The units that stand under the same sign as one, as the map was last looked at. */
  company(unit: number): number[] {
    if (!this.#eye) return []
    const found = this.#standing(this.#eye, this.#size(this.#eye)).find(({ head }) => head.unit === unit)
    return found ? found.others.map((each) => each.unit) : []
  }

  /** Where a unit stands now, in metres of the sheet; null when it is not on the map. */
  where(unit: number): Point | null {
    const [from, to] = this.#between(unit)
    const spot = to ?? from
    if (!spot) return null
    return mix(this.mesh.centre((from ?? spot).cell), this.mesh.centre(spot.cell), this.#share)
  }

  get #share(): number {
    return this.time - Math.floor(this.time) || 1
  }

  #between(unit: number): [Spot | null, Spot | null] {
    const step = this.step
    return [this.#spotsAt(Math.max(0, step - 1))[unit] ?? null, this.#spotsAt(step)[unit] ?? null]
  }

  #spotsAt(step: number): (Spot | null)[] {
    const known = this.#spots.get(step)
    if (known) return known
    if (this.#spots.size > 8) this.#spots.clear()
    const made = spots(this.track, step, (unit) => this.act.units[unit]!.side)
    this.#spots.set(step, made)
    return made
  }

  #ground(step: number): Held {
    if (this.#held && (this.#held.step === step || this.track.sameGround(this.#held.step, step))) return this.#held
    const holds = (cell: number): number => this.track.holder(step, cell)
    const water = this.act.cells.terrain_words.indexOf('water')
    const dry = (cell: number): boolean => this.act.cells.terrain[cell] !== water
    const ground: Held['ground'] = [
      this.mesh.path((cell) => dry(cell) && holds(cell) === 0),
      this.mesh.path((cell) => dry(cell) && holds(cell) === 1),
    ]
    this.#held = { step, ground, front: frontPath(this.mesh, holds) }
    return this.#held
  }

  #drawControl(ctx: Ctx, held: Held): void {
    ctx.globalAlpha = 0.17
    held.ground.forEach((path, side) => {
      ctx.fillStyle = SIDES[side]!
      ctx.fill(path)
    })
    ctx.globalAlpha = 1
  }

  #drawFront(ctx: Ctx, eye: Eye, held: Held): void {
    ctx.lineJoin = ctx.lineCap = 'round'
    for (const [style, wide] of [['rgb(255 253 246 / 0.85)', 5], [INK, 2.4]] as const) {
      ctx.strokeStyle = style
      ctx.lineWidth = wide * pixel(eye)
      ctx.stroke(held.front)
    }
  }

  #drawCrossings(ctx: Ctx, eye: Eye, step: number): void {
    if ((eye.k * 1000) / eye.dpr < 3) return
    this.act.crossings.forEach((crossing, i) => {
      const [x, y] = onScreen(eye, this.mesh.at(crossing.lon, crossing.lat))
      bridge(ctx, x, y, this.track.crossing(step, i), eye.dpr)
    })
  }

  #drawFights(ctx: Ctx, eye: Eye, step: number): void {
    for (const [, , cell, power] of this.track.fights(step)) {
      const [x, y] = onScreen(eye, this.mesh.centre(cell))
      burst(ctx, x, y, (7 + Math.sqrt(power) / 5) * eye.dpr, eye.dpr)
    }
  }

  #drawUnits(ctx: Ctx, eye: Eye): void {
    this.#eye = eye
    const size = this.#size(eye)
    this.#placed = this.#standing(eye, size)
    this.#placed.sort((a, b) => Number(a.head.unit === this.followed) - Number(b.head.unit === this.followed) || a.head.y - b.head.y)
    for (const each of this.#placed) this.#drawUnit(ctx, eye, each, size)
  }

  /** Where signs stand, for names to keep clear of. */
  boxes(eye: Eye): Box[] {
    if (!this.shown.units) return []
    const size = this.#size(eye)
    return this.#standing(eye, size).map(({ head: { x, y } }) => [x - size * 0.8, y - size * 0.8, x + size * 0.8, y + size * 1.2])
  }

  #size(eye: Eye): number {
    return Math.max(16 * eye.dpr, Math.min(24 * eye.dpr, eye.k * this.mesh.spacing * 0.36))
  }

  #standing(eye: Eye, size: number): Cluster<Placed>[] {
    const placed: Placed[] = []
    for (let unit = 0; unit < this.track.units; unit++) this.#place(placed, eye, unit, eye.k * this.mesh.spacing, size)
    const { men, tanks } = this.track.head.start
    const side = (unit: number): number => this.act.units[unit]!.side
    const weight = (unit: number): number => (men[unit] ?? 0) + CREW * (tanks[unit] ?? 0)
    return clusters(placed, size * 1.6, size * 1.3, side, weight, this.followed)
  }

  #place(placed: Placed[], eye: Eye, unit: number, cell: number, size: number): void {
    const [from, to] = this.#between(unit)
    if (!to) return
    const a = onScreen(eye, this.#offset(from ?? to, cell, size, eye))
    const b = onScreen(eye, this.#offset(to, cell, size, eye))
    const [x, y] = mix(a, b, this.#share)
    if (x > -60 && y > -60 && x < eye.width + 60 && y < eye.height + 60) placed.push({ unit, x, y, spot: to })
  }

  /** The place of a spot: a stack spreads as far as its cell allows. */
  #offset(spot: Spot, cell: number, size: number, eye: Eye): Point {
    const room = (cell * 0.9) / spot.columns
    const [dx, dy] = [Math.max(4 * eye.dpr, Math.min(size * 2, room)), Math.max(3 * eye.dpr, Math.min(size * 2.15, room * 1.1))]
    const [x, y] = this.mesh.centre(spot.cell)
    return [x + (spot.column * dx) / eye.k, y + (spot.row * dy) / eye.k]
  }

  #drawUnit(ctx: Ctx, eye: Eye, { head: { unit, x, y }, others }: Cluster<Placed>, size: number): void {
    const it = this.act.units[unit]!
    const units = [unit, ...others.map((each) => each.unit)]
    const drawn = sign(it.sidc, it.side, size)
    if (unit === this.followed) ring(ctx, x, y, size * 1.35, eye.dpr)
    ctx.drawImage(drawn.canvas, Math.round(x - drawn.cx), Math.round(y - drawn.cy))
    this.#drawBars(ctx, units, x, y + size * 0.72, size, eye.dpr)
    if (units.some((each) => this.track.flags(this.step, each) & CUT_OFF)) cut(ctx, x - size * 0.95, y - size * 0.55, eye.dpr)
    if (others.length) badge(ctx, x + size * 0.85, y - size * 0.62, units.length, eye.dpr)
  }

  /** Bars of the units under a sign: each weighs as much as it was strong at the start. */
  #bars(units: readonly number[]): number[] {
    const [step, it] = [this.step, this.track]
    const weights = units.map((unit) => Math.max(1, it.head.start.men[unit] ?? 1))
    const all = weights.reduce((sum, each) => sum + each, 0)
    const mean = (of: (unit: number) => number): number => units.reduce((sum, unit, i) => sum + weights[i]! * of(unit), 0) / all
    return [mean((unit) => it.strength(step, unit)), mean((unit) => it.cohesion(step, unit)), mean((unit) => Math.min(1, it.supplyDays(step, unit) / 5))]
  }

  #drawBars(ctx: Ctx, units: readonly number[], x: number, y: number, size: number, dpr: number): void {
    const values = this.#bars(units)
    const [wide, high] = [size * 1.45, 2.2 * dpr]
    values.forEach((value, i) => {
      const top = y + i * (high + dpr * 0.6)
      ctx.fillStyle = 'rgb(255 253 246 / 0.9)'
      ctx.fillRect(x - wide / 2 - dpr * 0.5, top - dpr * 0.3, wide + dpr, high + dpr * 0.6)
      ctx.fillStyle = BARS[i]!
      ctx.fillRect(x - wide / 2, top, wide * value, high)
    })
  }
}

export const BARS = ['#2d2a26', '#2f6f9f', '#5f8f2f'] as const // strength, cohesion, supply

function frontPath(mesh: Mesh, holds: (cell: number) => number): Path2D {
  const path = new Path2D()
  for (const chain of front(mesh.cells, holds)) {
    calm(chain.map((corner) => mesh.corner(corner))).forEach(([x, y], i) => {
      if (i === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
    })
  }
  return path
}

function mix(a: Point, b: Point, share: number): [number, number] {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

function dim(ctx: Ctx, eye: Eye): void {
  ctx.fillStyle = 'rgb(28 38 66 / 0.13)'
  ctx.fillRect(0, 0, eye.width, eye.height)
}

function bridge(ctx: Ctx, x: number, y: number, state: number, dpr: number): void {
  const half = 7 * dpr
  ctx.lineWidth = 1.6 * dpr
  ctx.strokeStyle = INK
  ctx.fillStyle = PAPER
  ctx.setLineDash(state === 2 ? [] : [2.5 * dpr, 2 * dpr])
  ctx.beginPath()
  for (const side of [-1, 1]) {
    ctx.moveTo(x - half, y + side * 5 * dpr)
    ctx.lineTo(x - half * 0.6, y + side * 2.6 * dpr)
    ctx.lineTo(x + half * 0.6, y + side * 2.6 * dpr)
    ctx.lineTo(x + half, y + side * 5 * dpr)
  }
  if (state === 2) ctx.fillRect(x - half * 0.7, y - 2.6 * dpr, half * 1.4, 5.2 * dpr)
  ctx.stroke()
  ctx.setLineDash([])
  if (state !== 0) return
  ctx.beginPath()
  ctx.moveTo(x - 4 * dpr, y - 4 * dpr)
  ctx.lineTo(x + 4 * dpr, y + 4 * dpr)
  ctx.moveTo(x - 4 * dpr, y + 4 * dpr)
  ctx.lineTo(x + 4 * dpr, y - 4 * dpr)
  ctx.stroke()
}

/** A fight: a star of short strokes, larger where more was lost. */
function burst(ctx: Ctx, x: number, y: number, size: number, dpr: number): void {
  ctx.beginPath()
  for (let i = 0; i < 8; i++) {
    const [c, s] = [Math.cos((i * Math.PI) / 4), Math.sin((i * Math.PI) / 4)]
    ctx.moveTo(x + c * size * 0.55, y + s * size * 0.55)
    ctx.lineTo(x + c * size, y + s * size)
  }
  ctx.lineCap = 'round'
  for (const [style, wide] of [[PAPER, 5], ['#8c1d18', 2.4]] as const) {
    ctx.strokeStyle = style
    ctx.lineWidth = wide * dpr
    ctx.stroke()
  }
}

function ring(ctx: Ctx, x: number, y: number, radius: number, dpr: number): void {
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, 2 * Math.PI)
  ctx.strokeStyle = '#005a9c'
  ctx.lineWidth = 3 * dpr
  ctx.stroke()
}

/** How many units stand under one sign. */
function badge(ctx: Ctx, x: number, y: number, count: number, dpr: number): void {
  ctx.font = `700 ${10 * dpr}px system-ui, sans-serif`
  const [words, half] = [String(count), (count > 9 ? 8 : 6) * dpr]
  ctx.fillStyle = INK
  ctx.beginPath()
  ctx.roundRect(x - half, y - 6.5 * dpr, 2 * half, 13 * dpr, 6 * dpr)
  ctx.fill()
  ctx.fillStyle = PAPER
  ctx.textAlign = 'center'
  ctx.fillText(words, x, y + 3.6 * dpr)
  ctx.textAlign = 'start'
}

/** Cut off from supply: a small broken ring. */
function cut(ctx: Ctx, x: number, y: number, dpr: number): void {
  ctx.beginPath()
  ctx.arc(x, y, 3.4 * dpr, 0.7, 5.6)
  ctx.strokeStyle = '#8c1d18'
  ctx.lineWidth = 1.8 * dpr
  ctx.stroke()
}
