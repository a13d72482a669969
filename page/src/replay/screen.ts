// One map with one refight on it. Two of them side by side make a comparison.
import type View from 'ol/View'
import type { Act } from '../data/types'
import { loadSymbols } from '../map/symbols'
import { Stage } from '../map/stage'
import type { Sheet } from '../map/sheet'
import { hourAt } from '../base/dates'
import { Painter } from './paint'
import { drawMarks } from './marks'
import type { Track } from './track'

export class Screen {
  readonly stage: Stage
  readonly painter: Painter
  readonly #under: Sheet
  readonly #sheet: Sheet
  readonly #names: Sheet
  readonly #marks: Sheet
  #day = -1
  showRecord = true

  constructor(target: HTMLElement, readonly act: Act, readonly track: Track, view?: View) {
    this.stage = new Stage(target, act, view)
    this.painter = new Painter(act, this.stage.mesh, track)
    this.#under = this.stage.lay((ctx, eye) => this.painter.drawUnder(ctx, eye))
    this.#names = this.stage.lay((ctx, eye) => this.stage.ground.drawNames(ctx, eye, this.painter.boxes(eye)))
    this.#marks = this.stage.lay((ctx, eye) => {
      if (this.showRecord) drawMarks(ctx, eye, act, this.stage.mesh, this.#day)
    })
    this.#sheet = this.stage.lay((ctx, eye) => this.painter.drawOver(ctx, eye))
    void loadSymbols().then(() => this.#sheet.touch())
  }

  /** Show a moment; while it plays, the names stay where they are. */
  at(time: number, playing = false): void {
    const before = this.painter.step
    this.painter.time = time
    const step = this.painter.step
    const hour = hourAt(this.act.start, step)
    const night = hour < 5 || hour >= 18
    if (night !== this.painter.night || !this.track.sameGround(before, step)) this.#under.touch()
    this.painter.night = night
    const day = dayAt(this.act, step)
    if (day !== this.#day) {
      this.#day = day
      this.#marks.touch()
    }
    if (!playing) this.#names.touch()
    this.#sheet.touch()
    this.#follow()
  }

  follow(unit: number): void {
    this.painter.followed = unit
    this.#sheet.touch()
    this.#follow()
  }

  touch(): void {
    this.stage.touch()
  }

  dispose(): void {
    this.stage.dispose()
  }

  #follow(): void {
    if (!this.following || this.painter.followed < 0) return
    const at = this.painter.where(this.painter.followed)
    if (at) this.stage.centre(at, false)
  }
  following = false
}

/** The whole day of the act in which a step ends up. */
export function dayAt(act: Act, step: number): number {
  const first = act.start.length > 10 ? Number(act.start.slice(11, 13)) : 0
  return Math.floor((first + step * act.hours_per_step) / 24)
}
