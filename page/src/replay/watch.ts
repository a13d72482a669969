// Watch: one refight of an act, replayed on the map with its chronicle.
import { html, render, type TemplateResult } from 'lit-html'
import { bounded, rewrite, type Route } from '../base/router'
import type { Shown } from '../base/view'
import { saveMap } from '../charts/save'
import { has, json, offline, pack } from '../data/store'
import type { About, Act, ReplayHead } from '../data/types'
import { choiceOf, hashOf, queryOf, type Choice } from '../data/version'
import { legend, type Toggle } from '../map/legend'
import { locator } from '../map/locator'
import { finder } from '../map/finder'
import { middle, pick, type Found } from '../map/pick'
import { S } from '../strings'
import { figure, span } from '../base/format'
import { Chronicle } from './chronicle'
import { Film } from './film'
import { Player, SPEEDS, playerKey } from './player'
import { dayAt, Screen } from './screen'
import { compare } from './compare'
import { featureCard } from './featurecard'
import { momentWords, TimeBar } from './timebar'
import { Track } from './track'
import { unitCard } from './unitcard'

export async function watch(root: HTMLElement, route: Route): Promise<Shown> {
  const about = await json<About>('api/about')
  const choice = choiceOf(route, about.acts)
  const which = route.query.get('which') ?? 'median'
  const query = queryOf(choice)
  const [act, replay] = await Promise.all([
    json<Act>(`api/act/${choice.act}`, query),
    pack<ReplayHead>(`api/act/${choice.act}/replay/${which}`, query),
  ])
  const theatre = new Theatre(root, about, choice, which, act, new Track(replay))
  theatre.open(route)
  return { update: (next) => theatre.takes(next), dispose: () => theatre.dispose() }
}

function wide(): boolean {
  return matchMedia('(min-width: 861px)').matches
}

class Theatre {
  readonly #player: Player
  #screen!: Screen
  #bar!: TimeBar
  #chronicle!: Chronicle
  #unit = -1
  #feature: Found | null = null
  #asked = 0
  #step = -1
  #wasPlaying = false
  readonly #film = new Film()
  readonly #keys = (event: KeyboardEvent): void => this.#key(event)

  constructor(
    readonly root: HTMLElement, readonly about: About, readonly choice: Choice, readonly which: string,
    readonly act: Act, readonly track: Track,
  ) {
    this.#player = new Player(track.steps, (time, playing) => this.#show(time, playing))
  }

  open(route: Route): void {
    render(this.#frame(), this.root)
    render(this.#head(), this.#find('.watch-head'))
    render(this.#controls(), this.#find('.controls'))
    this.#bar = new TimeBar(this.#find('.time'), this.act, this.track, (step) => this.#player.seek(step))
    this.#screen = new Screen(this.#find('.map'), this.act, this.track) // last: it fits itself to what is left
    this.#chronicle = new Chronicle(this.#find('.chronicle'), this.act, this.track, {
      seek: (step, cells) => this.#goTo(step, cells),
    })
    this.#screen.stage.map.on('click', (event) => this.#pick(event.pixel))
    const { map } = this.#screen.stage
    const whole = map.getView().getResolution() ?? 1
    map.on('moveend', () => this.#find('.locator').classList.toggle('away', (map.getView().getResolution() ?? 1) < whole / 2))
    this.#draw()
    document.addEventListener('keydown', this.#keys)
    if (route.query.get('zoom') === 'city') this.#screen.stage.city()
    const [lon, lat] = (route.query.get('at') ?? '').split(',').map(Number)
    if (lon && lat) this.#screen.stage.lookAt(lon, lat)
    this.#unit = this.act.units.findIndex((each) => each.id === route.query.get('unit'))
    this.#screen.follow(this.#unit)
    this.#player.seek(bounded(route.query.get('t'), 0, this.track.steps - 1, 0))
  }

  /** A new moment of the same refight needs no fresh start. */
  takes(next: Route): boolean {
    const choice = choiceOf(next, this.about.acts)
    const same = JSON.stringify(choice) === JSON.stringify(this.choice) && (next.query.get('which') ?? 'median') === this.which
    if (same) this.#player.seek(bounded(next.query.get('t'), 0, this.track.steps - 1, 0))
    return same
  }

  dispose(): void {
    document.removeEventListener('keydown', this.#keys)
    clearTimeout(this.#asked)
    if (this.#film.running) this.#film.stop()
    this.#player.dispose()
    this.#bar.dispose()
    this.#screen.dispose()
  }

  #frame(): TemplateResult {
    return html`<div class="watch">
      <div class="watch-head"></div>
      <div class="watch-body">
        <div class="stage"><div class="map"></div><div class="moment"></div><div class="over"></div>${locator(this.act)}</div>
        <div class="beside"><div class="unit-slot"></div>
          ${compare(this.act, this.track.head)}<h2 class="beside-title">${S.watch.chronicle}</h2><div class="chronicle" tabindex="0" role="region" aria-label=${S.watch.chronicle}></div></div>
      </div>
      <div class="transport"><div class="controls"></div><div class="time"></div></div>
    </div>`
  }

  #find(selector: string): HTMLElement {
    return this.root.querySelector<HTMLElement>(selector)!
  }

  #show(time: number, playing: boolean): void {
    const step = this.#player.step
    this.#screen.at(time, playing)
    const words = momentWords(this.act, step)
    this.#bar.at(time, words)
    if (step === this.#step && playing) return
    this.#step = step
    this.#chronicle.at(step, dayAt(this.act, step), playing)
    if (playing && this.#wasPlaying) this.#drawMoment()
    else this.#draw()
    this.#wasPlaying = playing
    if (playing) return
    if (this.#film.running && step >= this.track.steps - 1) this.#record()
    this.#remember()
  }

  /** What changes with every step, while it plays. */
  #drawMoment(): void {
    render(this.#moment(), this.#find('.moment'))
    if (this.#unit >= 0 || this.#feature) this.#drawCard()
  }

  #draw(): void {
    render(this.#head(), this.#find('.watch-head'))
    render(this.#over(), this.#find('.over'))
    render(this.#controls(), this.#find('.controls'))
    this.#drawMoment()
    this.#drawCard()
  }

  #drawCard(): void {
    if (this.#feature) render(featureCard(this.act, this.track, this.#player.step, this.#feature, () => this.#choose(-1)), this.#find('.unit-slot'))
    else render(this.#unit < 0 ? html`` : unitCard(this.act, this.track, this.#player.step, this.#unit, {
      following: this.#screen.following,
      company: this.#screen.painter.company(this.#unit),
      choose: (unit) => this.#choose(unit),
      follow: () => { this.#screen.following = !this.#screen.following; this.#screen.follow(this.#unit); this.#draw() },
      close: () => this.#choose(-1),
      only: () => this.#chronicle.only(this.#unit),
    }), this.#find('.unit-slot'))
  }

  #head(): TemplateResult {
    const { head } = this.track
    return html`<h1>${S.acts[this.act.act] ?? this.act.title}</h1>
      <p class="acts">${this.about.acts.filter((each) => each !== this.act.act).map((each) => html`<a
        href=${hashOf('watch', { ...this.choice, act: each, levers: [] })}>${S.acts[each] ?? each}</a>`)}</p>
      <details class="options" ?open=${wide()}><summary>${S.watch.options}</summary><div><label>${S.watch.which} <select @change=${(e: Event) => this.#open((e.target as HTMLSelectElement).value)}>
        ${this.#choices().map((each) => html`<option value=${each} ?selected=${each === this.which}>${S.which[each] ?? S.watch.replicate(each)}</option>`)}
      </select></label>
      ${offline ? '' : html`<form class="inline" @submit=${(e: SubmitEvent) => this.#number(e)}>
        <label>${S.watch.number} <input name="n" type="number" min="0" max="9999" inputmode="numeric" size="4" .value=${String(head.replicate)}></label>
        <button>${S.show}</button></form>`}
      ${this.#has('told') ? html`<label>${S.watch.version} <select @change=${(e: Event) => this.#version((e.target as HTMLSelectElement).value)}>
        <option value="recorded" ?selected=${this.choice.as === 'recorded'}>${S.watch.recorded}</option>
        <option value="told" ?selected=${this.choice.as === 'told'}>${S.watch.told}</option></select></label>` : ''}</div></details>
      <p class="small one-of">${S.watch.oneOf(head.replicate, head.seed)} ${this.#decided()}
        ${this.choice.levers.length ? html`<b>${S.watch.changed(this.choice.levers)}</b>` : ''}</p>`
  }

  #decided(): string {
    const deciding = this.act.outcomes.find((each) => each.decides)
    if (!deciding) return ''
    const value = this.track.head.outcomes[deciding.id] ?? null
    const scale = { kind: deciding.kind, unit: deciding.unit, start: this.act.start }
    const record = deciding.record?.best
    return S.watch.decided(deciding.title, value === null ? S.never : figure(scale, value), record === null || record === undefined ? '' : figure(scale, record))
  }

  #choices(): string[] {
    const named = this.about.replays.filter((each) => has(`api/act/${this.act.act}/replay/${each}`, queryOf(this.choice)))
    return named.includes(this.which) ? named : [...named, this.which]
  }

  #has(version: string): boolean {
    return !offline || has(`api/act/${this.act.act}/replay/${this.which}`, version === 'told' ? [['as', 'told']] : [])
  }

  #moment(): TemplateResult {
    const step = this.#player.step
    const phases = this.track.head.phases.filter((each) => each.begin <= step && (each.end ?? this.track.steps) > step)
    const day = dayAt(this.act, step)
    const marks = this.#screen.showRecord ? this.act.marks.filter((each) => each.low <= day && day <= each.high).slice(0, 2) : []
    return html`<b>${momentWords(this.act, step)}</b>
        <span class="small sides">${this.act.sides.map((side, i) => html`<span><span class="dot side-${i}"></span>${side.name}</span> `)}</span>
        ${phases.map((each) => html`<span class="small phase-now side-${each.side}">${this.act.sides[each.side]?.name}: ${each.title}</span>`)}
        ${marks.map((each) => html`<span class="small mark-now">${S.watch.onRecord}: ${each.title}, ${this.#days(each.low, each.high)}</span>`)}`
  }

  #days(low: number, high: number): string {
    return span({ kind: 'date', unit: null, start: this.act.start }, low, high, true)
  }

  #over(): TemplateResult {
    return html`<div class="map-buttons">
        <button @click=${() => this.#screen.stage.zoom(1)} aria-label=${S.map.zoomIn}>+</button>
        <button @click=${() => this.#screen.stage.zoom(-1)} aria-label=${S.map.zoomOut}>−</button>
        <button @click=${() => this.#screen.stage.city()}>${S.map.city}</button>
        <button @click=${() => this.#screen.stage.home()}>${S.map.whole}</button>
        <button class="save" @click=${() => saveMap(this.#find('.map'), `refight-${this.act.act}-${this.track.head.replicate}-${this.#player.step}`)}>${S.map.save}</button>
        ${Film.possible() ? html`<button class="save" @click=${() => this.#record()}>${this.#film.running ? S.map.filmStop : S.map.film}</button>` : ''}
      </div>
      ${legend(S.map.period[this.act.act] ?? '', this.#toggles(), this.act.sides.map((each) => each.name), finder(this.act, (found) => this.#seekOut(found)))}`
  }

  /** Start a film from here to the end, or end it. */
  #record(): void {
    if (this.#film.running) {
      this.#film.stop()
      this.#player.pause()
    } else {
      const name = `refight-${this.act.act}-${this.track.head.replicate}`
      this.#film.start(this.#find('.map'), name, () => momentWords(this.act, this.#player.step))
      this.#player.play()
    }
    this.#draw()
  }

  #toggles(): Toggle[] {
    const { painter, stage } = this.#screen
    const layer = (key: keyof typeof painter.shown): Toggle => ({
      label: S.layers[key], on: painter.shown[key], set: (on) => { painter.shown[key] = on; this.#screen.touch(); this.#draw() },
    })
    const ground = (key: keyof typeof stage.ground.shown): Toggle => ({
      label: S.layers[key], on: stage.ground.shown[key], set: (on) => { stage.ground.shown[key] = on; stage.touchGround(); this.#draw() },
    })
    const record: Toggle = {
      label: S.layers.record, on: this.#screen.showRecord, set: (on) => { this.#screen.showRecord = on; this.#screen.touch(); this.#draw() },
    }
    return [layer('units'), layer('control'), layer('front'), layer('fights'), record, ground('names'), ground('works'), ground('mines'), ground('net'), layer('night')]
  }

  #controls(): TemplateResult {
    const player = this.#player
    const button = (label: string, sign: string, act: () => void): TemplateResult =>
      html`<button class="key" title=${label} aria-label=${label} @click=${act}>${sign}</button>`
    return html`
      ${button(S.watch.previous, '|«', () => this.#chapter(-1))}
      ${button(S.watch.back, '◂', () => player.move(-1))}
      <button class="play" @click=${() => player.toggle()}>${player.playing ? S.watch.pause : S.watch.play}</button>
      ${button(S.watch.forward, '▸', () => player.move(1))}
      ${button(S.watch.next, '»|', () => this.#chapter(1))}
      <label>${S.watch.speed} <select @change=${(e: Event) => (player.speed = Number((e.target as HTMLSelectElement).value))}>
        ${SPEEDS.map((each) => html`<option value=${each} ?selected=${each === player.speed}>${S.watch.daysASecond(each / 4)}</option>`)}</select></label>
      <details class="chapters"><summary>${S.watch.chapters}</summary><ol>${this.track.head.phases.toSorted((a, b) => a.begin - b.begin).map((each) => html`<li>
        <button @click=${() => player.seek(each.begin)}><span class="dot side-${each.side}"></span>${momentWords(this.act, each.begin)}: ${each.title}
        <i>${S.phase[each.state] ?? each.state}</i></button></li>`)}</ol></details>
      <span class="small keys">${S.watch.keys}</span>`
  }

  #chapter(way: 1 | -1): void {
    const starts = this.#chapters()
    const step = this.#player.step
    const next = way > 0 ? starts.find((at) => at > step) : starts.findLast((at) => at < step)
    this.#player.seek(next ?? (way > 0 ? this.track.steps - 1 : 0))
  }

  #chapters(): number[] {
    return [...new Set(this.track.head.phases.map((each) => each.begin))].sort((a, b) => a - b)
  }

  #goTo(step: number, cells: readonly number[]): void {
    this.#player.pause()
    this.#player.seek(step)
    const cell = cells[0]
    if (cell !== undefined && cell >= 0) this.#screen.stage.centre(this.#screen.stage.mesh.centre(cell))
  }

  #pick(pixel: number[]): void {
    const dpr = devicePixelRatio
    const { stage, painter } = this.#screen
    const unit = painter.pick(pixel[0]! * dpr, pixel[1]! * dpr, 20 * dpr)
    const reach = 9 * (stage.map.getView().getResolution() ?? 1)
    const found = unit < 0 ? pick(this.act, stage.mesh, stage.under(pixel), reach) : null
    this.#choose(unit, found)
  }

  /** Go to a thing on the map that was chosen by name, and open its card. */
  #seekOut(found: Found): void {
    const { stage } = this.#screen
    stage.centre(middle(stage.mesh, found.feature))
    this.#choose(-1, found)
  }

  #choose(unit: number, feature: Found | null = null): void {
    this.#unit = unit
    this.#feature = feature
    if (unit < 0) {
      this.#screen.following = false
      this.#chronicle.only(-1)
    }
    this.#screen.follow(unit)
    this.#draw()
    if (!wide() && (unit >= 0 || feature)) this.#find('.unit-slot').scrollIntoView({ block: 'nearest' }) // it lies below the map
    this.#remember()
  }

  #key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement
    if (target.closest('input:not([type=range]), select, textarea')) return
    if (event.key === ' ' && target.closest('button, a, summary')) return
    if (event.key.startsWith('Arrow') && (target.closest('.map') || target.matches('input[type=range]'))) return
    if (event.key === 'f' && this.#unit >= 0) {
      this.#screen.following = !this.#screen.following
      this.#screen.follow(this.#unit)
      this.#draw()
    } else if (playerKey(event, this.#player, this.#chapters())) event.preventDefault()
  }

  #open(which: string): void {
    location.hash = hashOf('watch', this.choice, { which: which === 'median' ? null : which })
  }

  #number(event: SubmitEvent): void {
    event.preventDefault()
    const value = new FormData(event.target as HTMLFormElement).get('n')
    if (value !== null && value !== '') this.#open(String(Number(value)))
  }

  #version(as: string): void {
    location.hash = hashOf('watch', { ...this.choice, as: as === 'told' ? 'told' : 'recorded' }, { which: this.which })
  }

  #remember(): void {
    clearTimeout(this.#asked)
    this.#asked = window.setTimeout(() => rewrite(hashOf('watch', this.choice, {
      which: this.which === 'median' ? null : this.which,
      t: this.#player.step || null,
      unit: this.act.units[this.#unit]?.id ?? null,
    })), 200)
  }
}
