// The swap: each act under the other's command and forces policy, cell by cell.
import { html, render, type TemplateResult } from 'lit-html'
import { difference, figure, percent, span, type Scale } from '../base/format'
import { tidy } from '../base/tidy'
import { patiently } from '../data/slow'
import { effectChart } from '../charts/effect'
import { json } from '../data/store'
import type { About, Act, Swap, SwapOutcome } from '../data/types'
import { S } from '../strings'

export async function swap(root: HTMLElement): Promise<void> {
  const about = await json<About>('api/about')
  const head = html`<div class="page-head"><h1>${S.swap.title}</h1><p class="lead">${S.swap.lead}</p></div>`
  const table = await patiently<Swap>(root, head, 'swap', S.swap.working)
  const acts = await Promise.all(about.acts.map((each) => json<Act>(`api/act/${each}`)))
  render(html`<div class="page">
    <h1>${S.swap.title}</h1>
    <p class="lead">${S.swap.lead}</p>
    ${table.available ? grid(table, acts) : html`<p class="problem">${table.reason || S.swap.absent}</p>`}
    <p class="small">${about.closing}</p>
  </div>`, root)
}

function grid(table: Swap, acts: readonly Act[]): TemplateResult {
  return html`${table.rows.map((name, row) => actTable(table, name, row, acts[row]))}
  <p class="lead">${tidy(table.words)}</p>
  <p class="small">${S.swap.read(table.pairs)}</p>
  ${table.policies.map((policy, row) => html`<h2>${S.swap.policy(table.rows[row] ?? '')}</h2>
    <ul>${Object.entries(policy).map(([lever, it]) => html`<li><b>${lever.replaceAll('-', ' ')}</b>: <i>${it.swapped.replaceAll('-', ' ')}</i> ${S.whatif.insteadOf} <i>${it.factual.replaceAll('-', ' ')}</i>. <span class="small">${it.words}</span></li>`)}</ul>`)}`
}

/** One act: its outcomes down, the two policies and their difference across. */
function actTable(table: Swap, name: string, row: number, act: Act | undefined): TemplateResult {
  const cells = table.columns.map((_, column) => table.cells.find((each) => each.row === row && each.column === column))
  const differences = table.differences.find((each) => each.row === row)?.outcomes ?? []
  return html`<h2>${name}</h2><div class="scroll" tabindex="0" role="region" aria-label=${name}><table class="swap tall-rows">
    <thead><tr><th scope="col">${S.whatif.outcome}</th>${table.columns.map((each) => html`<th scope="col">${each}</th>`)}<th scope="col">${S.whatif.difference}</th></tr></thead>
    <tbody>${(cells[0]?.outcomes ?? []).map((it) => html`<tr><th scope="row">${it.title}</th>
      ${cells.map((cell, i) => html`<td data-of=${table.columns[i] ?? ''}>${value(act, cell?.outcomes.find((each) => each.id === it.id))}</td>`)}
      <td class="whole-row">${changed(differences.find((each) => each.id === it.id))}</td></tr>`)}</tbody>
  </table></div>`
}

function value(act: Act | undefined, it: SwapOutcome | undefined): TemplateResult | '' {
  return it ? mean({ kind: it.kind, unit: it.unit, start: act?.start ?? '' }, it) : ''
}

function changed(it: Swap['differences'][number]['outcomes'][number] | undefined): TemplateResult | '' {
  if (!it) return ''
  return html`${effectChart(it.kind, it.unit, it, it.low > 0 || it.high < 0)}<span class="small">${difference(it.kind, it.unit, it)}<br>${tidy(it.word)}</span>`
}

/** A mean with its interval of chance; below, nine refights in ten. */
function mean(scale: Scale, it: SwapOutcome): TemplateResult {
  if (it.kind === 'event') return html`<b>${percent(it.value)}</b> <span class="small">[${percent(it.low)} ${S.to} ${percent(it.high)}]</span>`
  const wide = it.low90 === null ? '' : it.high90 === null ? S.fromOn(figure(scale, it.low90)) : span(scale, it.low90, it.high90)
  return html`<b>${figure(scale, it.value)}</b> <span class="small">[${span(scale, it.low, it.high, true)}]<br>${wide}</span>`
}
