// Two maps side by side: as it was, and with the change. They move as one.
import { html, render, type TemplateResult } from 'lit-html'
import { dateOf, inWords } from '../base/dates'
import { waiting } from '../base/view'
import { json, offline, pack } from '../data/store'
import type { Act, EnsembleHead, ReplayHead, Version, WhatifResult } from '../data/types'
import { queryOf, type Choice } from '../data/version'
import { ChanceMap } from '../ensemble/chance'
import { Player } from '../replay/player'
import { Screen } from '../replay/screen'
import { momentWords } from '../replay/timebar'
import { Track } from '../replay/track'
import { S } from '../strings'

export type Kind = 'chance' | 'replay'
interface Half { at(time: number): void; dispose(): void }

export class Pair {
  readonly #player: Player
  #playing = false

  constructor(
    readonly kind: Kind, readonly act: Act, steps: number, readonly halves: readonly Half[],
    readonly words: (step: number) => string, readonly draw: () => void, readonly change: (other: Kind) => void,
  ) {
    this.#player = new Player(steps, (time, playing) => {
      const whole = kind === 'chance' ? Math.round(time) : time
      halves.forEach((half) => half.at(whole))
      if (playing !== this.#playing || !playing) this.draw()
      this.#playing = playing
      this.#slide()
    })
    this.#player.speed = 4
    this.#player.seek(Math.floor(steps / 2))
  }

  static async open(
    holder: HTMLElement, kind: Kind, act: Act, as: Version, result: WhatifResult, draw: () => void, change: (other: Kind) => void,
  ): Promise<Pair> {
    render(waiting(S.whatif.refighting), holder)
    const choices: [Choice, Choice] = [{ act: act.act, as, levers: [] }, { act: act.act, as, levers: result.variant }]
    const changed = await json<Act>(`api/act/${act.act}`, queryOf(choices[1])).catch(() => act)
    return (kind === 'chance' ? chances : replays)(holder, kind, act, changed, choices, draw, change)
  }

  get step(): number {
    return this.#player.step
  }

  seek(step: number): void {
    this.#player.seek(Math.min(step, this.#player.steps - 1))
  }

  controls(): TemplateResult {
    const player = this.#player
    return html`<div class="controls pair-controls">
      <button class="play" @click=${() => player.toggle()}>${player.playing ? S.watch.pause : S.watch.play}</button>
      <input class="slider" type="range" min="0" max=${player.steps - 1} .value=${String(player.step)} aria-label=${S.watch.time}
        aria-valuetext=${this.words(player.step)} @input=${(e: Event) => player.seek(Number((e.target as HTMLInputElement).value))}>
      <b class="pair-words">${this.words(player.step)}</b>
      ${offline ? '' : html`<button @click=${() => this.change(this.kind === 'chance' ? 'replay' : 'chance')}>${this.kind === 'chance' ? S.whatif.showReplay : S.whatif.showChance}</button>`}
    </div>
    <p class="small">${this.kind === 'chance' ? S.whatif.chanceNote : S.whatif.replayNote}</p>`
  }

  dispose(): void {
    this.#player.dispose()
    this.halves.forEach((half) => half.dispose())
  }

  /** Keep slider and words with the clock while it runs, without drawing all anew. */
  #slide(): void {
    const slider = document.querySelector<HTMLInputElement>('.pair-controls .slider')
    if (slider) slider.value = String(this.#player.step)
    const words = document.querySelector('.pair-words')
    if (words) words.textContent = this.words(this.#player.step)
  }
}

/** Two empty maps in the holder, as it was and changed. */
function frame(holder: HTMLElement): [HTMLElement, HTMLElement] {
  render(html`<div class="pair">
    <figure><figcaption>${S.whatif.asItWas}</figcaption><div class="stage"><div class="map"></div></div></figure>
    <figure><figcaption>${S.whatif.changed}</figcaption><div class="stage"><div class="map"></div></div></figure>
  </div>`, holder)
  return [...holder.querySelectorAll<HTMLElement>('.map')] as [HTMLElement, HTMLElement]
}

async function chances(
  holder: HTMLElement, kind: Kind, act: Act, changed: Act, [as, other]: [Choice, Choice], draw: () => void, change: (other: Kind) => void,
): Promise<Pair> {
  const get = (choice: Choice) => pack<EnsembleHead>(`api/act/${act.act}/ensemble`, queryOf(choice))
  const [a, b] = await Promise.all([get(as), get(other)])
  const [left, right] = frame(holder)
  const first = new ChanceMap(left, act, a)
  const second = new ChanceMap(right, changed, b, first.stage.map.getView())
  const words = (day: number): string => S.watch.day(day, inWords(dateOf(act.start, day)))
  return new Pair(kind, act, first.days, [first, second], words, draw, change)
}

async function replays(
  holder: HTMLElement, kind: Kind, act: Act, changed: Act, [as, other]: [Choice, Choice], draw: () => void, change: (other: Kind) => void,
): Promise<Pair> {
  const mine = await pack<ReplayHead>(`api/act/${act.act}/replay/median`, queryOf(as))
  const which = String(mine.head.replicate)
  const theirs = await pack<ReplayHead>(`api/act/${act.act}/replay/${which}`, queryOf(other))
  const [left, right] = frame(holder)
  const first = new Screen(left, act, new Track(mine))
  const second = new Screen(right, changed, new Track(theirs), first.stage.map.getView())
  return new Pair(kind, act, mine.head.steps, [first, second], (step) => momentWords(act, step), draw, change)
}
