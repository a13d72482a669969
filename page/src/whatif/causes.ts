// Causes: what the account names, what the record says, what a refight without it does.
import { html, render, type TemplateResult } from 'lit-html'
import { until } from 'lit-html/directives/until.js'
import { chip } from '../base/record'
import { formatHash, type Route } from '../base/router'
import { difference } from '../base/format'
import { tidy, verdictWord } from '../base/tidy'
import { waiting, type Shown } from '../base/view'
import { patiently } from '../data/slow'
import { effectChart } from '../charts/effect'
import { astray, json } from '../data/store'
import type { About, Account, Cause, Causes, Effect } from '../data/types'
import { S } from '../strings'
import { byline } from '../cards/claim'
import { chips } from './levers'
import { sharesOf } from './shares'

export async function causes(root: HTMLElement, route: Route): Promise<Shown> {
  const about = await json<About>('api/about')
  const head = html`<div class="page-head"><h1>${S.causes.title}</h1><p class="lead">${S.causes.lead}</p></div>`
  const all = await patiently<Causes>(root, head, 'causes', S.causes.working)
  const account = await json<Account>('api/account')
  const draw = (at: Route): void => {
    const [act, id] = [at.parts.at(-2), at.parts.at(-1)]
    const chosen = all.causes.find((each) => each.id === id && (act === undefined || each.act === act))
    if (id && !chosen) throw astray(at.parts.join('/'))
    render(chosen ? verdictPage(chosen, about, account) : list(all, about), root)
  }
  draw(route)
  return { update: (next) => { draw(next); scrollTo(0, 0); return true } }
}

function list(all: Causes, about: About): TemplateResult {
  return html`<div class="page">
    <h1>${S.causes.title}</h1>
    <p class="lead">${S.causes.lead}</p>
    <p><a href="#/swap">${S.nav.swap}</a></p>
    ${all.available ? '' : html`<p class="problem">${all.reason || S.causes.absent}</p>`}
    ${about.acts.map((act) => {
      const mine = all.causes.filter((each) => each.act === act)
      return mine.length ? html`<h2>${S.acts[act] ?? act}</h2><div class="cause-list">${mine.map((each) => card(each, widest(mine)))}</div>
        ${until(sharesOf(act), waiting())}` : ''
    })}
    <p class="small">${about.closing}</p>
  </div>`
}

function link(cause: Cause): string {
  return formatHash('causes', [cause.act, cause.id])
}

/** How far the widest interval of some causes reaches: all are drawn on its scale. */
function widest(causes: readonly Cause[]): number {
  return Math.max(...causes.flatMap(({ effect }) => (effect ? [Math.abs(effect.low), Math.abs(effect.high)] : [0])))
}

function card(cause: Cause, most: number): TemplateResult {
  return html`<article class="cause">
    <h3><a href=${link(cause)}>${cause.title}</a></h3>
    <p class="chips">${chip('record', cause.record.word)} ${chip('arithmetic', cause.arithmetic.word)} ${chip('model', cause.model.word)}</p>
    ${cause.effect ? html`<p class="small">${S.causes.effect[cause.effect.outcome] ?? ''}</p>${drawn(cause.effect, most)}` : ''}
    <p class="small">${chips(cause.sentences)}</p>
  </article>`
}

function drawn(it: Effect, most?: number): TemplateResult {
  const clear = it.low > 0 || it.high < 0
  return html`<div>${effectChart(it.kind, it.unit, it, clear, most)} <span class="small">${difference(it.kind, it.unit, it)}</span></div>`
}

function verdictPage(cause: Cause, about: About, account: Account): TemplateResult {
  return html`<div class="page verdict">
    <p class="steps no-print"><a href="#/causes">${S.causes.all}</a> <button @click=${() => print()}>${S.print}</button></p>
    <h1>${cause.title}</h1>
    <p class="small">${S.acts[cause.act] ?? cause.act} · ${S.whatif.serves} ${chips(cause.sentences)}</p>
    ${said(cause, account).map((each) => html`<blockquote>${each.paraphrase} <span class="small">(${each.speaker})</span></blockquote>`)}
    <table class="axes"><tbody>
      ${([['record', cause.record], ['arithmetic', cause.arithmetic], ['model', cause.model]] as const).map(([axis, verdict]) => html`<tr>
        <th scope="row">${S.axes[axis]}</th><td><b>${verdictWord(axis, verdict.word)}</b>${verdict.reason ? html`<br>${tidy(verdict.reason)}` : ''}</td></tr>`)}
    </tbody></table>
    ${cause.taken_away.length ? takenAway(cause) : ''}
    ${cause.pairs ? html`<p class="small">${S.whatif.read(cause.pairs)} ${cause.made}</p>` : ''}
    ${cause.levers.length && cause.absent ? html`<p class="no-print"><a class="button main" href=${formatHash('whatif', [cause.act], { lever: `${cause.levers[0]}=${cause.absent}` })}>${S.causes.refight}</a></p>` : ''}
    <details class="whole"><summary><h2>${S.causes.whole}</h2></summary>
      <pre class="verdict-text" tabindex="0" role="region" aria-label=${S.causes.whole}>${cause.text.join('\n')}</pre></details>
    ${footnotes(cause, account)}
    <p class="small">${about.closing}</p>
  </div>`
}

function said(cause: Cause, account: Account): Account['sentences'] {
  return account.sentences.filter((each) => cause.sentences.includes(each.id))
}

/** Every claim that bears on the cause's sentences: those that say the same first. */
function footnotes(cause: Cause, account: Account): TemplateResult | '' {
  const order = Object.keys(S.relation)
  const found = new Map(said(cause, account).flatMap((each) => each.recorded.map((it) => [it.claim, it.relation] as const)))
  const claims = [...found].flatMap(([key, relation]) => (account.claims[key] ? [{ claim: account.claims[key], relation }] : []))
    .sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation))
  if (!claims.length) return ''
  return html`<section class="footnotes"><h2>${S.causes.footnotes(claims.length)}</h2><ol>${claims.map(({ claim, relation }) => html`<li>
    ${S.relation[relation] ?? relation}: ${claim.statement} <a href=${formatHash('sources', claim.source.split('/'))}>${byline(claim)}</a></li>`)}</ol></section>`
}

function takenAway(cause: Cause): TemplateResult {
  return html`<h2>${S.causes.taken}</h2>
    ${cause.absent_words ? html`<p class="small">${S.causes.absentMeans} ${cause.absent_words}</p>` : ''}
    <div class="scroll" tabindex="0" role="region" aria-label=${S.causes.taken}><table class="tall-rows">
      <thead><tr><th scope="col">${S.whatif.outcome}</th><th scope="col">${S.causes.withLess}</th><td></td></tr></thead>
      <tbody>${cause.taken_away.map((it) => html`<tr><th scope="row">${it.title}</th><td class="whole-row">${drawn(it)}</td><td class="small whole-row">${tidy(it.word)}</td></tr>`)}</tbody></table></div>`
}
