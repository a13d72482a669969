// Outcomes of an act: refights as bars, the record as a band, each rival as a mark.
import { html, render, type TemplateResult } from 'lit-html'
import { formatHash } from '../base/router'
import { outcomeChart } from '../charts/outcome'
import { saveButton } from '../charts/save'
import { json } from '../data/store'
import { claimItem } from '../cards/claim'
import type { Act, EnsembleHead, EnsembleOutcome, Sources } from '../data/types'
import { until } from 'lit-html/directives/until.js'
import { S } from '../strings'
import { summary } from '../home/refought'

export function outcomeList(act: Act, head: EnsembleHead, all: boolean, chosen: string, more: () => void): TemplateResult {
  const shown = head.outcomes.filter((each) => all || each.scored)
  return html`<section>
    <h2>${S.refights.outcomes}</h2>
    <p class="small">${S.chart.key}</p>
    <div class="outcomes">${shown.map((each) => card(act, each, each.id === chosen))}</div>
    <p><button @click=${more} aria-expanded=${all ? 'true' : 'false'}>${all ? S.refights.fewer : S.refights.more(head.outcomes.length - shown.length)}</button></p>
  </section>`
}

function card(act: Act, it: EnsembleOutcome, chosen: boolean): TemplateResult {
  return html`<figure id="o-${it.id}" class="outcome ${chosen ? 'chosen' : ''}">
    <figcaption><b>${it.title}</b> ${badge(it)}</figcaption>
    ${outcomeChart(it, act.start)}
    <p class="small">${summary(it, act.start)} ${it.refought.monte_carlo_error !== null && it.kind !== 'event' ? S.refights.error(it.refought.monte_carlo_error, it.kind === 'date' ? S.days : it.unit) : ''}</p>
    <p class="small buttons no-print">
      ${saveButton(it.id)}
      ${act.marks.some((mark) => mark.outcome === it.id) ? html`<a href=${formatHash('watch', [act.act])}>${S.refights.watch}</a>` : ''}</p>
    ${it.rivals.length ? html`<details class="small" @toggle=${(e: Event) => opened(e, it)}><summary>${S.refights.who(it.rivals.length)}</summary><div class="who"></div></details>` : ''}
  </figure>`
}

function badge(it: EnsembleOutcome): TemplateResult | '' {
  if (it.input) return html`<span class="chip">${S.refights.input}</span>`
  if (it.meets === null) return ''
  return html`<span class="chip">${it.meets ? S.refights.meets : S.refights.misses}</span>`
}

/** Fetch the claims only when someone asks who says so. */
function opened(event: Event, it: EnsembleOutcome): void {
  const holder = (event.target as HTMLElement).querySelector<HTMLElement>('.who')!
  const keys = it.rivals.map((each) => each.claim)
  render(html`${until(claims(keys), html`<p class="waiting">${S.waiting}</p>`)}`, holder)
}

async function claims(keys: readonly string[]): Promise<TemplateResult> {
  const sources = await json<Sources>('api/sources')
  const found = keys.flatMap((key) => sources.claims[key] ?? [])
  return html`<ul class="claims">${found.map((each) => claimItem(each))}</ul>`
}
