// The card of one unit at one moment: strength, cohesion, supply, what it is doing.
import { html, type TemplateResult } from 'lit-html'
import { count, percent } from '../base/format'
import { formatHash } from '../base/router'
import type { Act } from '../data/types'
import { S } from '../strings'
import { SIDES } from '../style/colours'
import { BARS } from './paint'
import { CUT_OFF, type Track } from './track'

export interface CardLinks { follow(): void; close(): void; only(): void; following: boolean; company: readonly number[]; choose(unit: number): void }

export function unitCard(act: Act, track: Track, step: number, index: number, links: CardLinks): TemplateResult {
  const unit = act.units[index]!
  const here = track.onMap(step, index)
  return html`<section class="unit-card" aria-label=${unit.name}>
    <h3><span class="dot" .style=${`background:${SIDES[unit.side]}`}></span>${unit.name}</h3>
    <p class="small">${act.sides[unit.side]?.name} · ${[unit.arm.replaceAll('-', ' '), unit.echelon, S.component[unit.component] ?? unit.component.replaceAll('-', ' ')].filter(Boolean).join(' · ')}</p>
    ${here ? html`<dl class="bars">
        ${bar(S.unit.strength, track.strength(step, index), S.unit.men(count(track.men(step, index)), count(track.head.start.men[index] ?? 0)), BARS[0])}
        ${bar(S.unit.cohesion, track.cohesion(step, index), percent(track.cohesion(step, index)), BARS[1])}
        ${bar(S.unit.supply, track.supplyDays(step, index) / 5, S.unit.days(count(track.supplyDays(step, index))), BARS[2])}
      </dl>
      <p class="small">${[
        track.tanks(step, index) ? S.unit.tanks(track.tanks(step, index)) : '',
        S.posture[track.posture(step, index)] ?? track.posture(step, index),
        track.flags(step, index) & CUT_OFF ? S.unit.cut : '',
      ].filter(Boolean).join(' · ')}</p>`
    : html`<p class="status">${S.status[track.status(step, index)] ?? track.status(step, index)}</p>`}
    <p class="small">${S.unit.range(count(unit.men[0]), count(unit.men[1]))}</p>
    ${links.company.length ? html`<details class="small"><summary>${S.unit.company(links.company.length)}</summary>
      <ul class="company">${links.company.map((each) => html`<li><button @click=${() => links.choose(each)}>${act.units[each]?.name}</button></li>`)}</ul></details>` : ''}
    <p class="buttons">
      <button aria-pressed=${links.following ? 'true' : 'false'} @click=${() => links.follow()}>${S.unit.follow}</button>
      <button @click=${() => links.only()}>${S.unit.only}</button>
      <a class="button" href=${formatHash('forces', [act.act], { unit: unit.id })}>${S.unit.forces}</a>
      <button @click=${() => links.close()}>${S.close}</button>
    </p>
  </section>`
}

function bar(label: string, share: number, words: string, ink: string): TemplateResult {
  const wide = Math.max(0, Math.min(1, share)) * 100
  return html`<dt>${label}</dt><dd><svg width="100" height="8" aria-hidden="true"><rect width="100" height="8" fill="#e6dfd1"></rect>
    <rect width=${wide} height="8" fill=${ink}></rect></svg> ${words}</dd>`
}
