// Places: a card for each, with both scripts and all that is on record there.
import { html, render, type TemplateResult } from 'lit-html'
import { inWords } from '../base/dates'
import { formatHash, type Route } from '../base/router'
import type { Shown } from '../base/view'
import { astray, json } from '../data/store'
import type { Place, Sources } from '../data/types'
import { S } from '../strings'
import { claimItem } from './claim'

interface State { places: Place[]; sources: Sources; sought: string; chosen: Place | undefined }

export async function places(root: HTMLElement, route: Route): Promise<Shown> {
  const [list, sources] = await Promise.all([json<{ places: Place[] }>('api/places'), json<Sources>('api/sources')])
  const state: State = { places: list.places.toSorted((a, b) => told(b) - told(a) || a.name.localeCompare(b.name)), sources, sought: '', chosen: undefined }
  const draw = (): void => void render(page(state, draw), root)
  const take = (at: Route): void => {
    const key = at.parts.join('/')
    state.chosen = state.places.find((each) => each.place === key)
    if (key && !state.chosen) throw astray(key)
    draw()
  }
  take(route)
  return { update: (next) => { take(next); scrollTo(0, 0); return true } }
}

function kind(place: Place): string {
  return place.kind.replaceAll('-', ' ')
}

/** How much is on record of a place. */
function told(place: Place): number {
  return place.claims.length + place.events.length
}

function page(state: State, draw: () => void): TemplateResult {
  const wanted = state.sought.toLowerCase()
  const found = state.places.filter((each) => [each.name, each.name_fa, ...each.aliases].some((name) => name.toLowerCase().includes(wanted)))
  return html`<div class="page cards">
    <h1>${S.places.title}</h1>
    ${state.chosen ? card(state.chosen, state.sources) : html`<p class="lead">${S.places.lead} <span class="small">${S.places.order}</span></p>`}
    <label>${S.places.seek} <input type="search" .value=${state.sought} @input=${(e: Event) => { state.sought = (e.target as HTMLInputElement).value; draw() }}></label>
    <ul class="index">${found.map((each) => html`<li><a href=${formatHash('places', each.place.split('/'))}>${each.name}</a>
      <span lang="fa" dir="rtl">${each.name_fa}</span> <span class="small">${kind(each)} · ${S.places.year(each.place)}${each.claims.length ? ` · ${S.voices(each.claims.length, 0)}` : ''}</span></li>`)}</ul>
  </div>`
}

function card(place: Place, sources: Sources): TemplateResult {
  const claims = place.claims.flatMap((key) => sources.claims[key] ?? [])
  return html`<article class="card">
    <h2>${place.name} <span lang="fa" dir="rtl">${place.name_fa}</span></h2>
    <p class="small">${kind(place)} · ${S.places.year(place.place)}${place.aliases.length ? ` · ${S.places.also(place.aliases.join(', '))}` : ''}</p>
    <p>${S.places.where(place.lat, place.lon, place.accuracy_m)} <span class="small">${place.access}${place.note ? ` · ${place.note}` : ''}</span>
      <a href=${formatHash('watch', [S.places.year(place.place) === '1982' ? 'liberation' : 'fall'], { at: `${place.lon},${place.lat}` })}>${S.places.onMap}</a></p>
    ${place.events.length ? html`<h3>${S.places.events}</h3><ul>${place.events.map((each) => html`<li><b>${inWords(each.date)}</b> ${each.what} <span class="small">${S.places.confidence(each.confidence)}</span></li>`)}</ul>` : ''}
    ${claims.length ? html`<h3>${S.places.claims(claims.length)}</h3><ul class="claims">${claims.map((each) => claimItem(each))}</ul>` : ''}
    ${place.formations.length ? html`<h3>${S.places.formations}</h3><p>${place.formations.join('; ')}</p>` : ''}
    <p><a href="#/places">${S.places.all}</a></p>
  </article>`
}
