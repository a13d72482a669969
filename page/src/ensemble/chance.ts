// A map of many refights: how often each side holds each cell at the end of a day.
import type View from 'ol/View'
import { need, type Numbers, type Pack } from '../data/pack'
import type { Act, EnsembleHead } from '../data/types'
import { Stage } from '../map/stage'
import { inMetres, onScreen, unit, type Eye, type Sheet } from '../map/sheet'
import { chance, INK, PAPER } from '../style/colours'

const SHADES = 20
type Ctx = CanvasRenderingContext2D

export class ChanceMap {
  readonly stage: Stage
  readonly days: number
  readonly #held: Numbers
  readonly #bridge: Numbers
  readonly #sheet: Sheet
  #day = 0
  #paths: { day: number; shades: (Path2D | null)[] } | null = null

  constructor(target: HTMLElement, readonly act: Act, pack: Pack<EnsembleHead>, view?: View) {
    this.#held = need(pack, 'held').data
    this.#bridge = need(pack, 'bridge').data
    this.days = need(pack, 'held').shape[0]!
    this.stage = new Stage(target, act, view)
    this.#sheet = this.stage.lay((ctx, eye) => this.#draw(ctx, eye))
    this.stage.lay((ctx, eye) => this.stage.ground.drawNames(ctx, eye))
  }

  get day(): number { return this.#day }

  at(day: number): void {
    this.#day = Math.max(0, Math.min(this.days - 1, day))
    this.#sheet.touch()
  }

  /** How often Iran holds a cell at the end of the day, 0 to 1. */
  share(cell: number, day = this.#day): number {
    return this.#held[day * this.act.cells.count + cell]! / 255
  }

  dispose(): void {
    this.stage.dispose()
  }

  #draw(ctx: Ctx, eye: Eye): void {
    inMetres(ctx, eye)
    ctx.globalAlpha = 0.62
    this.#shades().forEach((path, i) => {
      if (!path) return
      ctx.fillStyle = ctx.strokeStyle = chance((i + 0.5) / SHADES)
      ctx.lineWidth = 0.5 * unit(eye)
      ctx.fill(path)
    })
    ctx.globalAlpha = 1
    this.#bridges(ctx, eye)
  }

  #shades(): (Path2D | null)[] {
    if (this.#paths?.day === this.#day) return this.#paths.shades
    const shades = new Array<Path2D | null>(SHADES).fill(null)
    const water = this.act.cells.terrain_words.indexOf('water')
    for (let cell = 0; cell < this.act.cells.count; cell++) {
      if (this.act.cells.terrain[cell] === water) continue
      const shade = Math.min(SHADES - 1, Math.floor(this.share(cell) * SHADES))
      this.stage.mesh.addTo((shades[shade] ??= new Path2D()), cell)
    }
    this.#paths = { day: this.#day, shades }
    return shades
  }

  #bridges(ctx: Ctx, eye: Eye): void {
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    this.act.crossings.forEach((crossing, i) => {
      const share = this.#bridge[this.#day * this.act.crossings.length + i]! / 255
      const [x, y] = onScreen(eye, this.stage.mesh.at(crossing.lon, crossing.lat))
      ctx.beginPath()
      ctx.arc(x, y, 5 * eye.dpr, 0, 2 * Math.PI)
      ctx.fillStyle = PAPER
      ctx.fill()
      ctx.beginPath()
      ctx.moveTo(x, y)
      ctx.arc(x, y, 5 * eye.dpr, -Math.PI / 2, -Math.PI / 2 + share * 2 * Math.PI)
      ctx.closePath()
      ctx.fillStyle = INK
      ctx.fill()
      ctx.beginPath()
      ctx.arc(x, y, 5 * eye.dpr, 0, 2 * Math.PI)
      ctx.lineWidth = 1.2 * eye.dpr
      ctx.strokeStyle = INK
      ctx.stroke()
    })
  }
}
