// The card of a thing on the map: both names, how well it is placed, what rests on it.
import { html, type TemplateResult } from 'lit-html'
import { until } from 'lit-html/directives/until.js'
import { formatHash } from '../base/router'
import { json } from '../data/store'
import type { Act, Feature, Place } from '../data/types'
import type { Found } from '../map/pick'
import { S } from '../strings'
import type { Track } from './track'

export function featureCard(act: Act, track: Track, step: number, { layer, feature }: Found, close: () => void): TemplateResult {
  const it = feature.properties
  return html`<section class="unit-card feature-card" aria-label=${it.name ?? layer}>
    <h3>${it.name} ${it.name_fa ? html`<span lang="fa" dir="rtl">${it.name_fa}</span>` : ''}</h3>
    <p class="small">${[S.feature.layer[layer] ?? layer, it.kind, width(feature)].filter(Boolean).join(' · ')}</p>
    ${layer === 'rivers' || layer === 'canals' ? crossings(act, track, step, feature) : ''}
    ${layer === 'crossings' ? html`<p>${state(act, track, step, it.id ?? '')}</p>` : ''}
    ${layer === 'places' ? until(placeLink(feature), '') : ''}
    <p class="small">${S.feature.drawn(Number(it['accuracy_m'] ?? 0))} ${S.feature.source} ${String(it['source'] ?? '')}.</p>
    <p class="buttons"><button @click=${close}>${S.close}</button></p>
  </section>`
}

function width(feature: Feature): string {
  const metres = feature.properties['width_m']
  return metres === undefined ? '' : S.feature.wide(Number(metres))
}

/** A river is a barrier; these are the ways over it, as they stand now. */
function crossings(act: Act, track: Track, step: number, water: Feature): TemplateResult {
  const over = (act.layers['crossings']?.features ?? []).filter((each) => each.properties['over'] === water.properties.id)
  return html`<p>${S.feature.barrier}</p>
    ${over.length ? html`<ul class="small">${over.map((each) => html`<li>${each.properties.name} <span lang="fa" dir="rtl">${each.properties.name_fa ?? ''}</span>:
      ${state(act, track, step, each.properties.id ?? '')}</li>`)}</ul>` : ''}`
}

function state(act: Act, track: Track, step: number, id: string): string {
  const index = act.crossings.findIndex((each) => each.id === id)
  return index < 0 ? '' : S.feature.states[track.crossing(step, index)] ?? ''
}

async function placeLink(feature: Feature): Promise<TemplateResult | ''> {
  const ids = [feature.properties.id, ...((feature.properties['aliases'] as string[] | undefined) ?? [])]
  const { places } = await json<{ places: Place[] }>('api/places')
  const found = places.filter((each) => ids.includes(each.place.split('/')[1] ?? ''))
  return html`${found.slice(0, 2).map((each) => html`<p><a href=${formatHash('places', each.place.split('/'))}>${S.feature.place(each.claims.length, S.places.year(each.place))}</a></p>`)}`
}
