// Sources: who says what, how they were seen, and which of them copy one another.
import { html, render, type TemplateResult } from 'lit-html'
import { formatHash, type Route } from '../base/router'
import type { Shown } from '../base/view'
import { astray, json } from '../data/store'
import type { Source, Sources } from '../data/types'
import { S } from '../strings'
import { byline, claimItem } from './claim'

interface State { all: Sources; sought: string; stance: string; chosen: Source | undefined }

export async function sources(root: HTMLElement, route: Route): Promise<Shown> {
  const state: State = { all: await json<Sources>('api/sources'), sought: '', stance: '', chosen: undefined }
  const draw = (): void => void render(page(state, draw), root)
  const take = (at: Route): void => {
    const key = at.parts.join('/')
    state.chosen = state.all.sources[key]
    if (key && !state.chosen) throw astray(key)
    draw()
  }
  take(route)
  return { update: (next) => { take(next); scrollTo(0, 0); return true } }
}

function page(state: State, draw: () => void): TemplateResult {
  const wanted = state.sought.toLowerCase()
  const found = Object.values(state.all.sources)
    .filter((each) => (!state.stance || each.stance === state.stance) && byline(each).toLowerCase().includes(wanted))
    .sort((a, b) => b.claims.length - a.claims.length)
  return html`<div class="page cards">
    <h1>${S.sources.title}</h1>
    ${state.chosen ? card(state.chosen, state.all) : html`<p class="lead">${S.sources.lead}</p>${stances(state, draw)}`}
    <label>${S.sources.seek} <input type="search" .value=${state.sought} @input=${(e: Event) => { state.sought = (e.target as HTMLInputElement).value; draw() }}></label>
    <p class="small" role="status">${S.sources.found(found.length)}</p>
    <ul class="index">${found.slice(0, 150).map((each) => html`<li><a href=${formatHash('sources', each.source.split('/'))}>${byline(each)}</a>
      <span class="small">${S.stance[each.stance] ?? each.stance} · ${each.seen} · ${S.voices(each.claims.length, 0)}</span></li>`)}</ul>
  </div>`
}

function stances(state: State, draw: () => void): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${S.table}><table>
    <thead><tr><th scope="col">${S.sources.stance}</th><th scope="col" class="number">${S.sources.sources}</th><th scope="col" class="number">${S.sources.voices}</th><th scope="col" class="number">${S.sources.claims}</th></tr></thead>
    <tbody>${state.all.stances.map((each) => html`<tr><th scope="row"><button aria-pressed=${state.stance === each.stance ? 'true' : 'false'}
      @click=${() => { state.stance = state.stance === each.stance ? '' : each.stance; draw() }}>${S.stance[each.stance] ?? each.stance}</button></th>
      <td class="number">${each.sources}</td><td class="number">${each.voices}</td><td class="number">${each.claims}</td></tr>`)}</tbody></table></div>
    <p class="small">${S.sources.note}</p>`
}

function card(source: Source, all: Sources): TemplateResult {
  const claims = source.claims.flatMap((key) => all.claims[key] ?? [])
  const family = source.shares_root_with.flatMap((key) => all.sources[key] ?? [])
  return html`<article class="card">
    <h2>${source.title}</h2>
    <p>${[source.author, source.publisher, source.year ?? S.noYear].filter(Boolean).join(', ')}</p>
    <p class="small">${[source.kind, S.stance[source.stance] ?? source.stance, source.seen, source.reliability ? S.sources.reliability(source.reliability) : ''].filter(Boolean).join(' · ')}</p>
    ${source.note ? html`<p>${source.note}</p>` : ''}
    ${source.url ? html`<p class="small">${S.sources.address} ${/^https?:/.test(source.url) ? html`<a href=${source.url} rel="noreferrer noopener" target="_blank">${source.url}</a>` : source.url}</p>` : ''}
    ${family.length ? html`<p>${S.sources.family} ${family.map((each) => html`<a href=${formatHash('sources', each.source.split('/'))}>${each.title}</a>; `)}</p>` : ''}
    <h3>${S.sources.says(claims.length)}</h3><ul class="claims">${claims.map((each) => claimItem(each, true))}</ul>
    <p><a href="#/sources">${S.sources.all}</a></p>
  </article>`
}
