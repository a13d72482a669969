// The swap: each act under the other's command and forces policy, cell by cell.
import { html, render, type TemplateResult } from 'lit-html'
import { difference, figure, percent, signed, span, type Scale } from '../base/format'
import { waiting } from '../base/view'
import { effectChart } from '../charts/effect'
import { json } from '../data/store'
import type { About, Act, Swap, SwapOutcome } from '../data/types'
import { S } from '../strings'

export async function swap(root: HTMLElement): Promise<void> {
  const about = await json<About>('api/about')
  render(html`<div class="page"><h1>${S.swap.title}</h1><p class="lead">${S.swap.lead}</p>${waiting(S.causes.working)}</div>`, root)
  const [table, ...acts] = await Promise.all([json<Swap>('api/swap'), ...about.acts.map((each) => json<Act>(`api/act/${each}`))])
  render(html`<div class="page">
    <h1>${S.swap.title}</h1>
    <p class="lead">${S.swap.lead}</p>
    ${table.available ? grid(table, acts) : html`<p class="problem">${table.reason || S.swap.absent}</p>`}
    <p class="small">${about.closing}</p>
  </div>`, root)
}

function grid(table: Swap, acts: readonly Act[]): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${S.swap.title}><table class="swap">
    <thead><tr><td></td>${table.columns.map((each) => html`<th scope="col">${each}</th>`)}<th scope="col">${S.whatif.difference}</th></tr></thead>
    <tbody>${table.rows.map((name, row) => html`<tr><th scope="row">${name}</th>
      ${table.columns.map((_, column) => html`<td>${cell(table, row, column, acts[row])}</td>`)}
      <td>${differences(table, row)}</td></tr>`)}</tbody>
  </table></div>
  <p class="lead">${table.words}</p>
  <p class="small">${S.swap.read(table.pairs)}</p>
  ${table.policies.map((policy, row) => html`<h2>${S.swap.policy(table.rows[row] ?? '')}</h2>
    <ul>${Object.entries(policy).map(([lever, it]) => html`<li><b>${lever.replaceAll('-', ' ')}</b>: <i>${it.swapped}</i> ${S.whatif.insteadOf} <i>${it.factual}</i>. <span class="small">${it.words}</span></li>`)}</ul>`)}`
}

function cell(table: Swap, row: number, column: number, act: Act | undefined): TemplateResult | '' {
  const found = table.cells.find((each) => each.row === row && each.column === column)
  if (!found) return ''
  return html`<p class="small">${found.title}</p><dl>${found.outcomes.map((it) => {
    const scale = { kind: it.kind, unit: it.unit, start: act?.start ?? '' }
    return html`<dt class="small">${it.title}</dt><dd>${mean(scale, it)}</dd>`
  })}</dl>`
}

/** A mean with its interval of chance; below, nine refights in ten. */
function mean(scale: Scale, it: SwapOutcome): TemplateResult {
  if (it.kind === 'event') return html`<b>${percent(it.value)}</b> <span class="small">[${percent(it.low)} ${S.to} ${percent(it.high)}]</span>`
  const wide = it.low90 === null ? '' : it.high90 === null ? S.fromOn(figure(scale, it.low90)) : span(scale, it.low90, it.high90)
  return html`<b>${figure(scale, it.value)}</b> <span class="small">[${span(scale, it.low, it.high, true)}]<br>${wide}</span>`
}

function differences(table: Swap, row: number): TemplateResult | '' {
  const found = table.differences.find((each) => each.row === row)
  if (!found) return ''
  return html`${found.outcomes.map((it) => html`${effectChart(it.kind, it.unit, it, it.low > 0 || it.high < 0)}
    <span class="small" title=${signed(it.value)}>${difference(it.kind, it.unit, it)}<br>${it.word}</span>`)}`
}
