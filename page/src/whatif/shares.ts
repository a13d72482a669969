// Shares of the stated causes, before and after calibration, as far as they are kept.
import { html, type TemplateResult } from 'lit-html'
import { saveButton } from '../charts/save'
import { shareChart } from '../charts/shares'
import { json } from '../data/store'
import type { ActId, Shares } from '../data/types'
import { S } from '../strings'

type Scale = Shares['shares'][number]

export async function sharesOf(act: ActId): Promise<TemplateResult> {
  const all = await json<Shares>('api/shares')
  const scales = all.shares.filter((each) => each.act === act)
  const [first, ...rest] = scales
  const name = S.acts[act] ?? act
  return html`<section class="shares"><h3>${S.causes.shares(name)}</h3>
    ${all.acts.filter((each) => each.act === act).map(missing)}
    ${all.acts.filter((each) => each.act === act && each.made && first).map((each) => html`<p class="small">${each.made}</p>`)}
    ${first ? html`<p class="small">${S.causes.shareKey}</p>${chart(first)}` : ''}
    ${rest.length ? html`<details><summary>${S.causes.otherScales(rest.length)}</summary>${rest.map(chart)}</details>` : ''}
  </section>`
}

function chart(it: Scale): TemplateResult {
  return html`<figure><figcaption><b>${it.title}</b> <span class="small">${it.kind === 'event' ? S.points : it.kind === 'date' ? S.days : it.unit}</span></figcaption>
    <div class="scroll wide" tabindex="0" role="region" aria-label=${it.title}>${shareChart(it.bars, it.title, it.kind === 'event' ? 100 : 1)}</div> ${saveButton(`shares-${it.act}-${it.outcome}`)}</figure>`
}

/** Say what has not been run, and which command runs it. */
function missing({ before, after, commands }: Shares['acts'][number]): TemplateResult {
  const [first, second] = [html`<code>${commands[0]}</code>`, html`<code>${commands[1]}</code>`]
  if (before && after) return html``
  if (before) return html`<p class="small">${S.causes.noAfter} ${second}</p>`
  if (after) return html`<p class="small">${S.causes.noBefore} ${first}</p>`
  return html`<p class="small">${S.causes.noShares} ${first} ${S.causes.thenAfter} ${second}</p>`
}
