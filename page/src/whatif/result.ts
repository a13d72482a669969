// The result of a what-if: with and without, pair by pair, each with its interval.
import { html, type TemplateResult } from 'lit-html'
import { difference, figure, interval, percent, type Scale } from '../base/format'
import { tidy } from '../base/tidy'
import { effectChart } from '../charts/effect'
import type { Act, ArmSummary, WhatifOutcome, WhatifResult } from '../data/types'
import { S } from '../strings'
import type { Guess } from './whatif'

export function resultTable(act: Act, result: WhatifResult, guess: Guess): TemplateResult {
  const shown = result.outcomes.filter((each) => !each.input)
  const first = shown.filter((each) => each.decision || act.outcomes.find((it) => it.id === each.id)?.decides)
  const rest = shown.filter((each) => !first.includes(each))
  return html`<h2>${S.whatif.result}</h2>
    <p class="lead">${tidy(result.words)}</p>
    ${result.identical ? html`<p>${S.whatif.identical}</p>` : ''}
    ${guess ? html`<p>${guessed(act, result, guess)}</p>` : ''}
    <ul>${result.levers.map((lever) => html`<li><b>${lever.title}</b>: <i>${level(lever.level)}</i> ${S.whatif.insteadOf} <i>${level(lever.factual)}</i>. ${lever.words}</li>`)}</ul>
    ${table(act, first, S.whatif.decision)}
    <details><summary>${S.whatif.others(rest.length)}</summary>${table(act, rest, S.whatif.result)}</details>
    <p class="small">${S.whatif.read(result.pairs)} ${result.model}</p>
    <p class="small">${S.refights.again} <code>${result.command}</code></p>`
}

/** A level as words. */
function level(name: string): string {
  return name.replaceAll('-', ' ')
}

function table(act: Act, rows: readonly WhatifOutcome[], caption: string): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}><table class="tall-rows">
    <caption class="hidden">${caption}</caption>
    <thead><tr><th scope="col">${S.whatif.outcome}</th><th scope="col">${S.whatif.asItWas}</th><th scope="col">${S.whatif.changed}</th>
      <th scope="col">${S.whatif.difference}</th><td></td></tr></thead>
    <tbody>${rows.map((each) => row(act, each))}</tbody></table></div>`
}

function row(act: Act, it: WhatifOutcome): TemplateResult {
  const scale: Scale = { kind: it.kind, unit: it.unit, start: act.start }
  return html`<tr><th scope="row">${it.title}</th><td data-of=${S.whatif.asItWas}>${arm(scale, it.factual)}</td><td data-of=${S.whatif.changed}>${arm(scale, it.variant)}</td>
    <td class="whole-row">${it.difference ? html`${effectChart(it.kind, it.unit, it.difference, it.clear)}<span class="small">${difference(it.kind, it.unit, it.difference)}</span>` : html`<span class="small">${S.whatif.notComparable}</span>`}</td>
    <td class="small whole-row">${tidy(it.words)}</td></tr>`
}

function arm(scale: Scale, it: ArmSummary): TemplateResult {
  if (scale.kind === 'event') return html`${it.yes === null ? '' : percent(it.yes)}${it.yes95 ? html`<br><span class="small">[${percent(it.yes95[0] ?? 0)} ${S.to} ${percent(it.yes95[1] ?? 1)}]</span>` : ''}`
  return html`${figure(scale, it.median)}<br><span class="small">${it.interval90 ? interval(scale, it.interval90) : ''}${it.never ? html`<br>${S.chart.never(percent(it.never))}` : ''}</span>`
}

/** Set the guess beside what came out on the deciding day. */
function guessed(act: Act, result: WhatifResult, guess: Exclude<Guess, ''>): string {
  const deciding = act.outcomes.find((each) => each.decides)
  const found = result.outcomes.find((each) => each.id === deciding?.id) ?? result.outcomes.find((each) => each.decision)
  const words = S.whatif.guesses[act.act] ?? S.whatif.guesses['fall']!
  const came = direction(found)
  return S.whatif.guessed(words[guess], came === null ? S.whatif.notComparable : words[came], came === guess)
}

export function direction(it: WhatifOutcome | undefined): Exclude<Guess, ''> | null {
  if (!it?.difference) return null
  if (!it.clear) return 'same'
  const later = it.kind === 'event' ? it.difference.value < 0 : it.difference.value > 0
  return later ? 'later' : 'earlier'
}
