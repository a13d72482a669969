// The swap: each act under the other's command and forces policy, cell by cell.
import { html, render, type TemplateResult } from 'lit-html'
import { figure, span } from '../base/format'
import { json } from '../data/store'
import type { About, Act, Swap } from '../data/types'
import { S } from '../strings'

export async function swap(root: HTMLElement): Promise<void> {
  const [table, about] = await Promise.all([json<Swap>('api/swap'), json<About>('api/about')])
  const acts = await Promise.all(about.acts.map((each) => json<Act>(`api/act/${each}`)))
  render(html`<div class="page">
    <h1>${S.swap.title}</h1>
    <p class="lead">${S.swap.lead}</p>
    ${table.available ? grid(table, acts) : html`<p class="problem">${table.reason || S.swap.absent}</p>`}
    <p class="small">${about.closing}</p>
  </div>`, root)
}

function grid(table: Swap, acts: readonly Act[]): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${S.table}><table class="swap">
    <thead><tr><td></td>${table.columns.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead>
    <tbody>${table.rows.map((name, row) => html`<tr><th scope="row">${name}</th>
      ${table.columns.map((_, column) => html`<td>${cell(table, row, column, acts[row])}</td>`)}</tr>`)}</tbody>
  </table></div>
  <p>${table.words}</p>`
}

function cell(table: Swap, row: number, column: number, act: Act | undefined): TemplateResult | '' {
  const found = table.cells.find((each) => each.row === row && each.column === column)
  if (!found) return ''
  return html`<p><b>${found.title}</b></p><dl>${found.outcomes.map((it) => {
    const scale = { kind: it.kind, unit: it.unit, start: act?.start ?? '' }
    return html`<dt class="small">${it.title}</dt><dd>${figure(scale, it.value)} <span class="small">[${span(scale, it.low, it.high)}]</span></dd>`
  })}</dl>`
}
