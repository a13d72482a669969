// The time bar: nights, phases of both sides, the record's dates, losses, and a cursor.
import { html, render, svg, type TemplateResult } from 'lit-html'
import { dateOf, hourAt, inWords } from '../base/dates'
import type { Act, Phase } from '../data/types'
import { S } from '../strings'
import { INK, MUTED, SIDES } from '../style/colours'
import { dayAt } from './screen'
import type { Track } from './track'

const EDGE = 9 // half the thumb of the slider, so that both agree
const ROWS = { dates: 0, phases: 17, record: 47, losses: 62 } as const
const HIGH = 90

export class TimeBar {
  #wide = 600
  readonly #watch: ResizeObserver
  readonly #strips: HTMLElement
  readonly #slider: HTMLInputElement

  constructor(root: HTMLElement, readonly act: Act, readonly track: Track, readonly seek: (step: number) => void) {
    render(
      html`<div class="strips"></div>
        <input type="range" class="slider" min="0" max=${track.steps - 1} step="1" value="0" aria-label=${S.watch.time}
          @input=${(e: Event) => seek(Number((e.target as HTMLInputElement).value))}>`,
      root,
    )
    this.#strips = root.querySelector<HTMLElement>('.strips')!
    this.#slider = root.querySelector<HTMLInputElement>('.slider')!
    this.#watch = new ResizeObserver(() => this.#draw(root.clientWidth))
    this.#watch.observe(root)
    this.#draw(root.clientWidth || 600)
  }

  at(time: number, words: string): void {
    this.#slider.value = String(Math.ceil(time))
    this.#slider.setAttribute('aria-valuetext', words)
    const x = this.#x(time + 1)
    const cursor = this.#strips.querySelector('.cursor')
    cursor?.setAttribute('transform', `translate(${x.toFixed(1)} 0)`)
  }

  dispose(): void {
    this.#watch.disconnect()
  }

  #x(step: number): number {
    return EDGE + (step / this.track.steps) * (this.#wide - 2 * EDGE)
  }

  #draw(wide: number): void {
    if (wide < 50) return
    this.#wide = wide
    render(
      html`<svg width=${wide} height=${HIGH} role="group" aria-label=${S.watch.bar} @click=${(e: MouseEvent) => this.#click(e)}>
        ${this.#nights()} ${this.#dates()}
        ${this.track.head.phases.map((phase) => this.#phase(phase))}
        ${this.#marks()} ${this.#events()} ${this.#losses()}
        <g class="cursor"><line y1="0" y2=${HIGH} stroke=${INK} stroke-width="2"></line></g>
      </svg>`,
      this.#strips,
    )
  }

  #click(event: MouseEvent): void {
    const left = this.#strips.getBoundingClientRect().left
    const share = (event.clientX - left - EDGE) / (this.#wide - 2 * EDGE)
    this.seek(Math.max(0, Math.min(this.track.steps - 1, Math.floor(share * this.track.steps))))
  }

  #nights(): TemplateResult[] {
    const steps = [...Array(this.track.steps).keys()].filter((step) => {
      const hour = hourAt(this.act.start, step)
      return hour < 5 || hour >= 18
    })
    return steps.map((step) => svg`<rect x=${this.#x(step)} y=${ROWS.phases - 2} width=${this.#x(1) - this.#x(0)} height=${HIGH - ROWS.phases} fill="#1c2642" opacity="0.07"></rect>`)
  }

  #dates(): TemplateResult[] {
    const every = Math.max(1, Math.ceil((this.act.days * 62) / this.#wide))
    const first = this.act.start.length > 10 ? Number(this.act.start.slice(11, 13)) / 6 : 0
    const days = [...Array(Math.ceil(this.act.days)).keys()].filter((day) => day % every === 0)
    return days.map((day) => {
      const x = this.#x(Math.max(0, day * 4 - first))
      return svg`<line x1=${x} x2=${x} y1="14" y2=${HIGH} stroke="#cfc6b4"></line>
        <text x=${x + 2} y="11" font-size="11" fill=${MUTED}>${inWords(dateOf(this.act.start, day), true)}</text>`
    })
  }

  #phase(phase: Phase): TemplateResult {
    const [a, b] = [this.#x(phase.begin), this.#x((phase.end ?? this.track.steps - 1) + 1)]
    const y = ROWS.phases + phase.side * 14
    const failed = phase.state === 'failed'
    const room = Math.max(0, Math.floor((b - a - 8) / 6.3))
    return svg`<g class="phase"><title>${this.act.sides[phase.side]?.name}: ${phase.title} (${S.phase[phase.state] ?? phase.state})</title>
      <rect x=${a} y=${y} width=${Math.max(2, b - a - 1)} height="12" fill=${SIDES[phase.side]!} opacity=${failed ? 0.12 : 0.22}
        stroke=${SIDES[phase.side]!} stroke-dasharray=${failed ? '3 2' : 'none'} stroke-opacity="0.9"></rect>
      ${room > 5 ? svg`<svg x=${a} y=${y} width=${Math.max(2, b - a - 3)} height="12"><text x="4" y="9.5" font-size="10" fill=${INK}>${short(`${failed ? '✕ ' : ''}${phase.title}`, room)}</text></svg>` : ''}</g>`
  }

  #marks(): TemplateResult[] {
    return this.act.marks.map((mark) => {
      const [a, b] = [this.#x(this.#step(mark.low)), this.#x(this.#step(mark.high + 1))]
      return svg`<g><title>${S.watch.onRecord}: ${mark.title}</title>
        <rect x=${a} y=${ROWS.record + 4} width=${Math.max(2, b - a)} height="4" fill="#1f5f8b" opacity="0.18"></rect></g>`
    })
  }

  #events(): TemplateResult[] {
    return this.act.events.filter((each) => each.day >= 0 && each.step >= 0 && each.step < this.track.steps).map((event) => {
      const x = this.#x(event.step + 0.5)
      const y = ROWS.record + 6
      return svg`<path class="event" d=${`M${x} ${y - 5}l4 5l-4 5l-4 -5z`} fill="#fffdf6" stroke="#1f5f8b" stroke-width="1.4"><title>${S.watch.onRecord}: ${event.what}</title></path>`
    })
  }

  #losses(): TemplateResult[] {
    const sums = lossesByStep(this.track)
    const most = Math.max(1, ...sums)
    return sums.map((sum, step) => {
      const tall = Math.sqrt(sum / most) * (HIGH - ROWS.losses - 2)
      return svg`<rect x=${this.#x(step)} y=${HIGH - tall} width=${Math.max(0.6, this.#x(1) - this.#x(0) - 0.4)} height=${tall} fill="#8c6a5a" opacity="0.75"></rect>`
    })
  }

  #step(day: number): number {
    const first = this.act.start.length > 10 ? Number(this.act.start.slice(11, 13)) / 6 : 0
    return Math.max(0, Math.min(this.track.steps, day * 4 - first))
  }
}

/** Men killed and wounded on both sides in each step. */
export function lossesByStep(track: Track): number[] {
  const sum = (step: number): number =>
    step < 0 ? 0 : [0, 1].reduce((all, side) => all + track.series(step, side, 'killed') + track.series(step, side, 'wounded'), 0)
  return [...Array(track.steps).keys()].map((step) => Math.max(0, sum(step) - sum(step - 1)))
}

function short(words: string, room: number): string {
  return words.length <= room ? words : `${words.slice(0, Math.max(1, room - 1))}…`
}

/** "Day 34 · 26 October 1980, morning". */
export function momentWords(act: Act, step: number): string {
  const day = dayAt(act, step)
  return S.watch.moment(day, inWords(dateOf(act.start, day)), S.hours[Math.floor(hourAt(act.start, step) / 6)] ?? '')
}
