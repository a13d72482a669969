// This one refight beside the record, outcome by outcome.
import { html, type TemplateResult } from 'lit-html'
import { figure, span, type Scale } from '../base/format'
import { formatHash } from '../base/router'
import type { Act, ReplayHead } from '../data/types'
import { S } from '../strings'

export function compare(act: Act, head: ReplayHead): TemplateResult {
  const rows = act.outcomes.filter((each) => each.record && !each.input && each.id in head.outcomes)
  return html`<details class="compare"><summary>${S.watch.compare}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${S.watch.compare}><table>
      <thead><tr><th scope="col">${S.whatif.outcome}</th><th scope="col">${S.watch.here}</th><th scope="col">${S.watch.onRecord}</th></tr></thead>
      <tbody>${rows.map((each) => {
        const scale: Scale = { kind: each.kind, unit: each.unit, start: act.start }
        return html`<tr><th scope="row"><a href=${formatHash('refights', [act.act], { outcome: each.id })}>${each.title}</a></th>
          <td>${figure(scale, head.outcomes[each.id] ?? null, true)}</td><td>${span(scale, each.record!.low, each.record!.high, true)}</td></tr>`
      })}</tbody></table></div></details>`
}
