// What if: choose an act and what to change, guess, refight with and without, compare.
import { html, render, type TemplateResult } from 'lit-html'
import { bounded, formatHash, rewrite, type Route } from '../base/router'
import { problem, type Shown } from '../base/view'
import { ask, known, sameAs, type Asked } from '../data/ask'
import { astray, json, offline } from '../data/store'
import { actOf } from '../data/version'
import type { About, Act, Lever, WhatifRequest, WhatifResult, WhatifState } from '../data/types'
import { S } from '../strings'
import { chips } from './levers'
import { Pair, type Kind } from './pair'
import { resultTable } from './result'

const KINDS: readonly Kind[] = ['chance', 'replay']
const MOST = Number.MAX_SAFE_INTEGER
const LEAST = 10 // pairs: fewer say nothing
export type Guess = '' | 'earlier' | 'same' | 'later'

interface State {
  about: About
  act: Act
  levers: Record<string, string>
  pairs: number
  seed: number
  as: 'recorded' | 'told'
  guess: Guess
  run: WhatifState | null
  error: unknown
  maps: Kind | '' // both maps side by side, as an address may ask for them
  at: number // and their moment
  known: WhatifResult[]
}

export async function whatif(root: HTMLElement, route: Route): Promise<Shown> {
  const about = await json<About>('api/about')
  const name = actOf(route, about.acts)
  const as = route.query.get('as') === 'told' ? 'told' : 'recorded'
  const act = await json<Act>(`api/act/${name}`, as === 'told' ? [['as', 'told']] : [])
  const state: State = {
    about, act, as, guess: (route.query.get('guess') ?? '') as Guess, run: null, error: null,
    maps: KINDS.find((each) => each === route.query.get('maps')) ?? '', at: bounded(route.query.get('at'), 0, MOST, -1),
    levers: leversOf(route, act),
    pairs: bounded(route.query.get('pairs'), LEAST, about.limits.pairs || 1000, about.limits.default_pairs || 200),
    seed: bounded(route.query.get('seed'), 0, MOST, 1),
    known: offline ? await known() : [],
  }
  const desk = new Desk(root, state)
  desk.draw()
  if (route.query.has('pairs') && Object.keys(state.levers).length) void desk.run()
  return { dispose: () => desk.dispose() }
}

function leversOf(route: Route, act: Act): Record<string, string> {
  const found: Record<string, string> = {}
  for (const each of route.query.getAll('lever')) {
    const [id = '', level = ''] = each.split('=', 2)
    const lever = act.levers.find((it) => it.id === id)
    if (!lever || !Object.hasOwn(lever.levels, level)) throw astray(each)
    if (level !== lever.factual) found[id] = level
  }
  return found
}

class Desk {
  #asked: Asked | null = null
  #pair: Pair | null = null
  #started = 0

  constructor(readonly root: HTMLElement, readonly state: State) {}

  draw(): void {
    render(this.#page(), this.root)
  }

  dispose(): void {
    this.#asked?.cancel()
    this.#pair?.dispose()
  }

  async run(): Promise<void> {
    const { state } = this
    const request: WhatifRequest = { act: state.act.act, levers: state.levers, pairs: state.pairs, seed: state.seed, as: state.as }
    this.#pair?.dispose()
    this.#pair = null
    state.run = null
    state.error = null
    this.#started = performance.now()
    rewrite(this.#hash(true))
    this.draw()
    this.#asked = await ask(request, (run) => this.#told(run), (error) => this.#failed(error))
  }

  #told(run: WhatifState): void {
    this.state.run = run
    if (run.error) this.state.error = run.error
    this.draw()
    if (run.state !== 'done') return
    this.root.querySelector<HTMLElement>('#result')?.focus()
    if (this.state.maps) void this.#open(this.state.maps, this.state.at)
  }

  #failed(error: unknown): void {
    this.state.error = error
    this.draw()
  }

  #hash(run: boolean): string {
    const { act, levers, pairs, seed, as, guess, maps } = this.state
    const shown = run && maps !== ''
    return formatHash('whatif', [act.act], {
      as: as === 'told' ? as : null, lever: Object.entries(levers).map(([id, level]) => `${id}=${level}`),
      pairs: run ? pairs : null, seed: run ? seed : null, guess,
      maps: shown ? maps : null, at: shown ? (this.#pair?.step ?? (this.state.at < 0 ? null : this.state.at)) : null,
    })
  }

  #set(change: Partial<State>): void {
    this.dispose()
    this.#pair = null
    Object.assign(this.state, change, { run: null, error: null, maps: '', at: -1 })
    rewrite(this.#hash(false))
    this.draw()
  }

  #page(): TemplateResult {
    const { about, act, run } = this.state
    return html`<div class="page whatif">
      <header class="view-head">
        <h1>${S.whatif.title(S.acts[act.act] ?? act.title)}</h1>
        <p class="acts">${about.acts.filter((each) => each !== act.act).map((each) => html`<a href=${formatHash('whatif', [each])}>${S.acts[each] ?? each}</a>`)}
          <a href="#/swap">${S.nav.swap}</a> <a href="#/causes">${S.nav.causes}</a></p>
        <p class="lead">${S.whatif.lead}</p>
      </header>
      <h2>${S.whatif.choose}</h2>
      ${this.#levers()}
      <h2>${S.whatif.guess}</h2>
      ${this.#guess()}
      <h2>${S.whatif.run}</h2>
      ${this.#start()}
      ${this.state.error ? problem(this.state.error) : ''}
      ${run?.result ? this.#result(run.result) : ''}
    </div>`
  }

  #levers(): TemplateResult {
    const { act, levers } = this.state
    return html`<div class="levers">${act.levers.map((lever) => this.#lever(lever, levers[lever.id]))}</div>`
  }

  #lever(lever: Lever, chosen: string | undefined): TemplateResult {
    const set = (level: string): void => {
      const levers = { ...(offline ? {} : this.state.levers) }
      if (level === lever.factual) delete levers[lever.id]
      else levers[lever.id] = level
      this.#set({ levers })
    }
    const ready = (level: string): boolean => !offline || level === lever.factual || this.#worked({ [lever.id]: level })
    return html`<fieldset class="lever ${chosen ? 'changed' : ''}">
      <legend>${lever.title}</legend>
      ${Object.entries(lever.levels).map(([level, { words }]) => html`<label class=${ready(level) ? '' : 'off'}>
        <input type="radio" name=${`lever-${lever.id}`} .checked=${(chosen ?? lever.factual) === level} ?disabled=${!ready(level)} @change=${() => set(level)}>
        <span><b>${level.replaceAll('-', ' ')}</b>${level === lever.factual ? html` <i class="small">${S.whatif.asItWas}</i>` : level === lever.absent ? html` <i class="small">${S.whatif.absent}</i>` : ''}
        <span class="small words">${words}</span></span></label>`)}
      ${lever.sentences.length ? html`<p class="small">${S.whatif.serves} ${chips(lever.sentences)}</p>` : ''}
    </fieldset>`
  }

  #worked(levers: Record<string, string>): boolean {
    const { act, as, pairs, seed } = this.state
    return this.state.known.some((each) => sameAs(each, { act: act.act, levers, pairs, seed, as }))
  }

  #guess(): TemplateResult {
    const { act, guess } = this.state
    const words = S.whatif.guesses[act.act] ?? S.whatif.guesses['fall']!
    return html`<fieldset class="guess"><legend class="small">${S.whatif.guessNote}</legend>
      ${(['earlier', 'same', 'later'] as const).map((each) => html`<label><input type="radio" name="guess" .checked=${guess === each}
        ?disabled=${this.state.run !== null} @change=${() => { this.state.guess = each; rewrite(this.#hash(false)); this.draw() }}> ${words[each]}</label>`)}
    </fieldset>`
  }

  #start(): TemplateResult {
    const { run, levers, about, pairs, seed } = this.state
    const none = Object.keys(levers).length === 0
    const busy = run !== null && ['waiting', 'running'].includes(run.state)
    return html`<div class="start">
      ${offline ? html`<p class="small">${S.whatif.offline}</p>` : html`<label>${S.whatif.pairs} <input type="number" min=${LEAST} max=${about.limits.pairs} .value=${String(pairs)} ?disabled=${busy}
        @change=${(e: Event) => this.#set({ pairs: bounded((e.target as HTMLInputElement).value, LEAST, about.limits.pairs, about.limits.default_pairs) })}></label>
      <label>${S.whatif.seed} <input type="number" min="0" .value=${String(seed)} ?disabled=${busy} @change=${(e: Event) => this.#set({ seed: bounded((e.target as HTMLInputElement).value, 0, MOST, 1) })}></label>`}
      ${busy
        ? html`<button @click=${() => { this.#asked?.cancel(); this.#set({}) }}>${S.whatif.cancel}</button>`
        : html`<button class="main" ?disabled=${none} @click=${() => void this.run()}>${S.whatif.go}</button>`}
      ${none ? html`<span class="small">${S.whatif.pickOne}</span>` : ''}
    </div>
    <div role="status" aria-live="polite">${run && busy ? this.#progress(run) : ''}</div>`
  }

  #progress(run: WhatifState): TemplateResult {
    const seconds = (performance.now() - this.#started) / 1000
    return html`<p><progress max=${Math.max(1, run.total)} .value=${run.done} aria-label=${S.whatif.progressLabel}></progress>
      ${run.state === 'waiting' ? S.whatif.waiting(run.place) : S.whatif.progress(run.done, run.total, seconds)}</p>`
  }

  #result(result: WhatifResult): TemplateResult {
    return html`<section id="result" tabindex="-1" aria-label=${S.whatif.result}>
      ${resultTable(this.state.act, result, this.state.guess)}
      <h2>${S.whatif.maps}</h2>
      ${this.#pair ? this.#pair.controls() : html`<p class="buttons">
        <button @click=${() => void this.#open('chance')}>${S.whatif.showChance}</button>
        ${offline ? '' : html`<button @click=${() => void this.#open('replay')}>${S.whatif.showReplay}</button>`}</p>`}
      <div id="pair"></div>
    </section>`
  }

  async #open(kind: Kind, at = -1): Promise<void> {
    this.#pair?.dispose()
    this.#pair = null
    this.state.maps = kind
    const holder = this.root.querySelector<HTMLElement>('#pair')!
    try {
      this.#pair = await Pair.open(holder, kind, this.state.act, this.state.as, this.state.run!.result!, () => this.#moved(), (other) => void this.#open(other))
      if (at >= 0) this.#pair.seek(at)
    } catch (error) {
      render(problem(error), holder)
    }
    this.#moved()
  }

  /** Draw what the maps' clock says, and keep it in the address. */
  #moved(): void {
    this.draw()
    if (this.#pair) rewrite(this.#hash(true))
  }
}
