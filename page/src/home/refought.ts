// As refought: what the model makes of a sentence, or why it says nothing of it.
import { html, type TemplateResult } from 'lit-html'
import { formatHash } from '../base/router'
import { figure, interval, percent, span } from '../base/format'
import { tidy, verdictWord } from '../base/tidy'
import { outcomeChart } from '../charts/outcome'
import { json, pack } from '../data/store'
import type { About, Act, EnsembleHead, EnsembleOutcome, Sentence } from '../data/types'
import { S } from '../strings'

const kept = new Map<string, Promise<TemplateResult>>()

export function refoughtColumn(sentence: Sentence): Promise<TemplateResult> {
  const known = kept.get(sentence.id)
  if (known) return known
  const made = column(sentence)
  kept.set(sentence.id, made)
  made.catch(() => kept.delete(sentence.id))
  return made
}

async function column(sentence: Sentence): Promise<TemplateResult> {
  const { word, reason } = sentence.verdicts.model
  const found = await located(sentence.refought.map((each) => each.outcome))
  const parts = await Promise.all(found.map(([act, id]) => outcome(act, id)))
  return html`
    ${sentence.simulated === 'no' ? html`<p><b>${S.sentence.notSimulated}</b> ${sentence.reason}</p>` : ''}
    ${sentence.simulated === 'partly' ? html`<p>${S.sentence.partly} ${sentence.reason}</p>` : ''}
    ${word === 'open' ? html`<p class="small">${S.sentence.open}</p>` : html`<p><b>${verdictWord('model', word)}</b>${reason && reason !== sentence.reason ? `: ${tidy(reason)}` : ''}</p>`}
    ${parts}
    ${await levers(sentence)}`
}

/** Find the act whose outcome, or whose record, is meant. */
async function located(keys: readonly string[]): Promise<[string, string][]> {
  const about = await json<About>('api/about')
  const acts = keys.length ? await Promise.all(about.acts.map((each) => json<Act>(`api/act/${each}`))) : []
  return keys.flatMap((key) => acts.flatMap((act): [string, string][] => {
    const outcome = act.outcomes.find((each) => each.id === key || each.record?.key === key)
    return outcome ? [[act.act, outcome.id]] : []
  }))
}

async function outcome(act: string, id: string): Promise<TemplateResult | ''> {
  const [about, ensemble] = await Promise.all([json<Act>(`api/act/${act}`), pack<EnsembleHead>(`api/act/${act}/ensemble`)])
  const found = ensemble.head.outcomes.find((each) => each.id === id)
  if (!found) return ''
  return html`<figure class="mini">
    <figcaption><a href=${formatHash('refights', [act], { outcome: id })}>${found.title}</a></figcaption>
    ${outcomeChart(found, about.start, false)}
    <p class="small">${summary(found, about.start)}</p>
  </figure>`
}

export function summary(it: EnsembleOutcome, start: string): string {
  const scale = { kind: it.kind, unit: it.unit, start }
  const { median, interval90, never, yes } = it.refought
  const ours = it.kind === 'event' && yes ? S.chart.share(percent(yes.share)) : interval90 ? S.chart.refought(figure(scale, median), interval(scale, interval90)) : S.chart.none
  const neverWords = never ? ` ${S.chart.never(percent(never))}` : ''
  const theirs = it.record && it.record.low !== null ? ` ${S.chart.record(span(scale, it.record.low, it.record.high))}` : ''
  return `${ours}${neverWords}${theirs}`
}

async function levers(sentence: Sentence): Promise<TemplateResult | ''> {
  const found = await Promise.all(sentence.levers.map(async ({ act, lever }) => {
    const about = await json<Act>(`api/act/${act}`)
    return { act, lever: about.levers.find((each) => each.id === lever) }
  }))
  const known = found.flatMap(({ act, lever }) => (lever ? [{ act, lever }] : []))
  if (!known.length) return ''
  return html`<h3>${S.sentence.change}</h3><ul>${known.map(({ act, lever }) => html`<li>
    <a href=${formatHash('whatif', [act], { lever: `${lever.id}=${lever.absent}` })}>${lever.title}</a>
    <span class="small">${lever.levels[lever.absent]?.words ?? ''}</span></li>`)}</ul>`
}
