// The chronicle beside the map: the refight's diary and the record's own dates,
// day by day. Each entry leads to its moment, and the moment lights its entries.
import { html, render, type TemplateResult } from 'lit-html'
import { inWords } from '../base/dates'
import type { Act, ChronicleDay, Entry, RecordEvent } from '../data/types'
import { S } from '../strings'
import type { Track } from './track'

export interface Links {
  seek(step: number, cells: readonly number[]): void
}

export class Chronicle {
  #items: HTMLElement[] = []
  #step = -1
  #unit = -1

  constructor(readonly root: HTMLElement, readonly act: Act, readonly track: Track, readonly links: Links) {
    this.draw()
  }

  draw(): void {
    const days = this.track.head.chronicle
    render(
      html`${this.#unit >= 0 ? html`<p class="filter">${S.watch.only(this.act.units[this.#unit]?.name ?? '')}
          <button @click=${() => this.only(-1)}>${S.watch.everything}</button></p>` : ''}
        ${days.map((day) => this.#day(day))}`,
      this.root,
    )
    this.#items = [...this.root.querySelectorAll<HTMLElement>('[data-step]')]
    this.#step = -1
  }

  /** Show only what one unit did; -1 shows all. */
  only(unit: number): void {
    this.#unit = unit
    this.draw()
  }

  at(step: number, day: number, playing: boolean): void {
    if (step === this.#step) return
    this.#step = step
    this.#items.forEach((item) => {
      const at = Number(item.dataset['step'])
      item.classList.toggle('now', at === step)
      item.classList.toggle('past', at < step)
    })
    const head = [...this.root.querySelectorAll<HTMLElement>('[data-day]')].findLast((each) => Number(each.dataset['day']) <= day)
    if (head && (playing || !visible(head, this.root))) this.root.scrollTop = head.offsetTop - this.root.offsetTop - 8
  }

  #day(day: ChronicleDay): TemplateResult | '' {
    const entries = day.entries.filter((each) => this.#unit < 0 || each.units.includes(this.#unit))
    const events = this.#unit < 0 ? this.act.events.filter((each) => Math.floor(each.day) === day.day) : []
    if (!entries.length && !events.length) return ''
    return html`<section data-day=${day.day}>
      <h3>${S.watch.day(day.day, inWords(day.date))}</h3>
      <ul>
        ${events.map((each) => this.#event(each))}
        ${entries.map((each) => this.#entry(each))}
      </ul>
      <p class="small losses">${lossWords(this.act, day)}</p>
    </section>`
  }

  #event(event: RecordEvent): TemplateResult {
    return html`<li class="on-record" data-step=${event.step}><button @click=${() => this.links.seek(event.step, [])}>
      <span class="kind">◇ ${S.watch.onRecord}</span> ${event.what}</button></li>`
  }

  #entry(entry: Entry): TemplateResult {
    return html`<li data-step=${entry.step} class="kind-${entry.kind.replaceAll(' ', '-')}">
      <button @click=${() => this.links.seek(entry.step, entry.cells)}>${entry.text}</button></li>`
  }
}

function lossWords(act: Act, day: ChronicleDay): string {
  const parts = act.sides.map((side) => {
    const lost = day.losses[side.id]
    return lost && (lost.men || lost.tanks) ? S.watch.lost(side.name, lost.men, lost.tanks) : ''
  })
  return parts.filter(Boolean).join(' · ')
}

function visible(item: HTMLElement, root: HTMLElement): boolean {
  const top = item.offsetTop - root.offsetTop
  return top >= root.scrollTop && top < root.scrollTop + root.clientHeight - 40
}
