// Losses of both sides by cause; the causes add up to the totals.
import { html, type TemplateResult } from 'lit-html'
import { count, span } from '../base/format'
import type { Act, EnsembleHead, SideLosses } from '../data/types'
import { S } from '../strings'

const FATES = ['killed', 'wounded', 'captured'] as const

export function lossTable(act: Act, head: EnsembleHead): TemplateResult {
  const most = Math.max(1, ...Object.values(head.losses).flatMap((side) => Object.values(side.by_cause).map(sum)))
  return html`<div class="losses-by-cause">${act.sides.map((side, i) => {
    const losses = head.losses[side.id]
    return losses ? sideTable(side.name, i, losses, head.cause_words, most) : ''
  })}</div>
  <p class="small">${S.refights.lossNote}</p>`
}

function sideTable(name: string, side: number, losses: SideLosses, words: Record<string, string>, most: number): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${S.refights.lossesOf(name)}><table class="side-${side}">
    <caption><span class="dot side-${side}"></span>${name}</caption>
    <thead><tr><th scope="col">${S.refights.cause}</th>${FATES.map((fate) => html`<th scope="col" class="number">${S.fates[fate]}</th>`)}<td></td></tr></thead>
    <tbody>${Object.entries(losses.by_cause).map(([cause, by]) => html`<tr>
      <th scope="row">${words[cause] ?? cause}</th>
      ${FATES.map((fate) => html`<td class="number">${count(by[fate] ?? 0)}</td>`)}
      <td><svg width="120" height="12" aria-hidden="true"><rect width=${(120 * sum(by)) / most} height="12" fill="var(--side)" opacity="0.7"></rect></svg></td></tr>`)}</tbody>
    <tfoot><tr><th scope="row">${S.refights.total}</th>${FATES.map((fate) => html`<td class="number"><b>${count(losses.total[fate] ?? 0)}</b><br><span class="small">${range(losses, fate)}</span></td>`)}<td></td></tr>
      <tr><td colspan="5" class="small">${vehicles(losses)}</td></tr></tfoot>
  </table></div>`
}

function sum(by: Record<string, number>): number {
  return FATES.reduce((all, fate) => all + (by[fate] ?? 0), 0)
}

function range(losses: SideLosses, fate: string): string {
  const found = losses.range?.[fate]
  return found ? span({ kind: 'number', unit: null, start: '' }, Math.round(found[0]), Math.round(found[1])) : ''
}

function vehicles(losses: SideLosses): string {
  return Object.entries(losses.vehicles)
    .map(([kind, by]) => S.refights.vehicle(S.arms[kind] ?? kind, by['destroyed'] ?? 0, by['captured'] ?? 0))
    .join(' · ')
}
