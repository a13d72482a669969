// All refights of an act at once: chance of control, fans, outcomes, losses by cause.
import { html, render, type TemplateResult } from 'lit-html'
import { dateOf, inWords } from '../base/dates'
import { percent } from '../base/format'
import { bounded, formatHash, rewrite, type Route } from '../base/router'
import type { Shown } from '../base/view'
import { fanChart } from '../charts/fan'
import { saveButton, saveMap } from '../charts/save'
import { has, json, offline, pack } from '../data/store'
import { need, type Pack } from '../data/pack'
import type { About, Act, EnsembleHead } from '../data/types'
import { choiceOf, hashOf, queryOf, type Choice } from '../data/version'
import { S } from '../strings'
import { ChanceMap } from './chance'
import { lossTable } from './losses'
import { outcomeList } from './outcomes'

interface State { about: About; choice: Choice; act: Act; data: Pack<EnsembleHead>; day: number; all: boolean; chosen: string }

export async function refights(root: HTMLElement, route: Route): Promise<Shown> {
  const about = await json<About>('api/about')
  const choice = choiceOf(route, about.acts)
  const query = queryOf(choice)
  const [act, data] = await Promise.all([
    json<Act>(`api/act/${choice.act}`, query),
    pack<EnsembleHead>(`api/act/${choice.act}/ensemble`, query),
  ])
  const day = bounded(route.query.get('day'), 0, act.days - 1, Math.floor(act.days / 2))
  const state: State = { about, choice, act, data, day, all: false, chosen: route.query.get('outcome') ?? '' }
  if (state.chosen && !data.head.outcomes.find((each) => each.id === state.chosen)?.scored) state.all = true
  let map: ChanceMap | null = null
  let timer = 0
  const go = (to: number): void => {
    state.day = Math.max(0, Math.min(act.days - 1, to))
    map?.at(state.day)
    draw()
    rewrite(hashOf('refights', choice, { day: state.day, outcome: state.chosen || null }))
  }
  const toggle = (): void => {
    if (timer) { clearInterval(timer); timer = 0; draw(); return }
    if (state.day >= act.days - 1) state.day = 0
    timer = window.setInterval(() => { if (state.day >= act.days - 1) toggle(); else go(state.day + 1) }, 300)
    draw()
  }
  const draw = (): void => void render(page(state, { go, toggle, playing: timer !== 0, map: () => map, draw }), root)
  draw()
  map = new ChanceMap(root.querySelector<HTMLElement>('.map')!, act, data)
  map.at(state.day)
  if (state.chosen) root.querySelector(`#o-${CSS.escape(state.chosen)}`)?.scrollIntoView()
  return { dispose: () => { clearInterval(timer); map?.dispose() } }
}

interface Links { go(day: number): void; toggle(): void; playing: boolean; map(): ChanceMap | null; draw(): void }

function page(state: State, links: Links): TemplateResult {
  const { act, data, choice, about } = state
  const { head } = data
  return html`<div class="page refights">
    <header class="view-head">
      <h1>${S.refights.title(S.acts[act.act] ?? act.title, head.refights)}</h1>
      <p class="acts">${about.acts.filter((each) => each !== act.act).map((each) => html`<a href=${formatHash('refights', [each])}>${S.acts[each] ?? each}</a>`)}
        ${versionLink(choice)} <a href=${hashOf('watch', choice)}>${S.refights.watch}</a></p>
      <p class="lead">${decision(state)}</p>
      ${choice.levers.length ? html`<p><b>${S.watch.changed(choice.levers)}</b></p>` : ''}
    </header>
    <section class="chance" aria-label=${S.refights.chance}>
      <h2>${S.refights.chance}</h2>
      <div class="stage"><div class="map"></div>
        <div class="over"><div class="moment"><b>${S.watch.day(state.day, inWords(dateOf(act.start, state.day)))}</b></div>
          <div class="map-buttons">
            <button @click=${() => links.map()?.stage.zoom(1)} aria-label=${S.map.zoomIn}>+</button>
            <button @click=${() => links.map()?.stage.zoom(-1)} aria-label=${S.map.zoomOut}>−</button>
            <button @click=${() => links.map()?.stage.city()}>${S.map.city}</button>
            <button @click=${() => links.map()?.stage.home()}>${S.map.whole}</button>
            <button class="save" @click=${(e: Event) => saveMap((e.target as HTMLElement).closest<HTMLElement>('.stage')!, `refight-${act.act}-day-${state.day}`)}>${S.map.save}</button>
          </div></div></div>
      <div class="controls">
        <button class="play" @click=${links.toggle}>${links.playing ? S.watch.pause : S.watch.play}</button>
        <input class="slider" type="range" min="0" max=${act.days - 1} .value=${String(state.day)} aria-label=${S.refights.dayOf}
          aria-valuetext=${inWords(dateOf(act.start, state.day))} @input=${(e: Event) => links.go(Number((e.target as HTMLInputElement).value))}>
      </div>
      ${chanceKey(act)}
    </section>
    <section><h2>${S.refights.fans}</h2><p class="small">${act.sides.map((side, i) => html`<span class="dot side-${i}"></span>${side.name} `)} · ${S.refights.fanKey}</p>${fans(state)}</section>
    ${outcomeList(act, head, state.all, state.chosen, () => { state.all = !state.all; links.draw() })}
    <section><h2>${S.refights.losses}</h2>${lossTable(act, head)}</section>
    <footer class="small">
      <p>${head.rests_on.words}</p>
      <p>${S.refights.again} <code>${head.command}</code></p>
      <p>${about.closing}</p>
    </footer>
  </div>`
}

function versionLink(choice: Choice): TemplateResult | '' {
  const other = { ...choice, as: choice.as === 'told' ? ('recorded' as const) : ('told' as const) }
  if (offline && !has(`api/act/${choice.act}/ensemble`, queryOf(other))) return ''
  return html`<a href=${hashOf('refights', other)}>${other.as === 'told' ? S.refights.asTold : S.refights.asRecorded}</a>`
}

function decision({ act, data }: State): string {
  const { decision: it, refights: n, scored } = data.head
  const date = (day: number | null): string => (day === null ? S.never : inWords(dateOf(act.start, day)))
  return S.refights.decision({
    act: act.act, share: percent(it.happened.share), n, fought: date(it.fought_day), recorded: date(it.recorded_day),
    range: ` (${S.refights.between(percent(it.happened.low), percent(it.happened.high))})`,
    byRecord: it.by_record ? `${percent(it.by_record.share)} (${S.refights.between(percent(it.by_record.low), percent(it.by_record.high))})` : '', meet: scored.meet, of: scored.of,
  })
}

function chanceKey(act: Act): TemplateResult {
  return html`<p class="small chance-key"><span>${S.refights.holds(act.sides[0]?.name ?? '')}</span><span class="ramp" aria-hidden="true"></span>
    <span>${S.refights.holds(act.sides[1]?.name ?? '')}</span><span>${S.refights.bridges}</span></p>`
}

function fans({ act, data, day }: State): TemplateResult {
  const table = need(data, 'fans')
  const [, measures, quantiles, days] = table.shape as [number, number, number, number]
  const rows = (side: number, measure: number): number[][] =>
    [...Array(quantiles).keys()].map((q) => {
      const from = ((side * measures + measure) * quantiles + q) * days
      return [...table.data.subarray(from, from + days)]
    })
  return html`<div class="fans">${data.head.fan_measures.map((name, measure) => html`<figure>
    <figcaption>${S.measures[name] ?? name}</figcaption>
    ${fanChart([0, 1].map((side) => ({ side, rows: rows(side, measure) })), act.start, S.refights.fanLabel(S.measures[name] ?? name), day)} ${saveButton(`${act.act}-${name}`)}
  </figure>`)}</div>`
}
