// Causes: what the account names, what the record says, what a refight without it does.
import { html, render, type TemplateResult } from 'lit-html'
import { chip } from '../base/record'
import { formatHash, type Route } from '../base/router'
import { difference } from '../base/format'
import type { Shown } from '../base/view'
import { effectChart } from '../charts/effect'
import { shareChart } from '../charts/shares'
import { json } from '../data/store'
import type { About, Cause, Causes } from '../data/types'
import { S } from '../strings'
import { chips } from './levers'

export async function causes(root: HTMLElement, route: Route): Promise<Shown> {
  const [all, about] = await Promise.all([json<Causes>('api/causes'), json<About>('api/about')])
  const draw = (at: Route): void => {
    const chosen = all.causes.find((each) => each.id === at.parts[0])
    render(chosen ? verdictPage(chosen, about) : list(all, about), root)
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
      return mine.length ? html`<h2>${S.acts[act] ?? act}</h2><div class="cause-list">${mine.map(card)}</div>` : ''
    })}
    ${all.shares.map((share) => html`<figure><figcaption><h2>${S.causes.shares(S.acts[share.act] ?? share.act)}</h2></figcaption>
      ${shareChart(share.bars, S.causes.shares(S.acts[share.act] ?? share.act))}<p class="small">${S.causes.shareKey}</p></figure>`)}
    <p class="small">${about.closing}</p>
  </div>`
}

function card(cause: Cause): TemplateResult {
  return html`<article class="cause">
    <h3><a href=${formatHash('causes', [cause.id])}>${cause.title}</a></h3>
    <p class="chips">${chip(S.axes.record, cause.record.word)} ${chip(S.axes.arithmetic, cause.arithmetic.word)} ${chip(S.axes.model, cause.model.word)}</p>
    ${effect(cause)}
    <p class="small">${chips(cause.sentences)}</p>
  </article>`
}

function effect({ effect: it }: Cause): TemplateResult | '' {
  if (!it) return ''
  const clear = it.low > 0 || it.high < 0
  return html`<p>${effectChart(it.kind ?? 'number', it.unit, it, clear)} <span class="small">${difference(it.kind ?? 'number', it.unit, it)}</span></p>`
}

function verdictPage(cause: Cause, about: About): TemplateResult {
  return html`<div class="page verdict">
    <p class="steps no-print"><a href="#/causes">${S.causes.all}</a> <button @click=${() => print()}>${S.print}</button></p>
    <h1>${cause.title}</h1>
    <p class="small">${S.acts[cause.act] ?? cause.act} · ${chips(cause.sentences)}</p>
    <table><tbody>
      ${([['record', cause.record], ['arithmetic', cause.arithmetic], ['model', cause.model]] as const).map(([axis, verdict]) => html`<tr>
        <th scope="row">${S.axes[axis]}</th><td><b>${verdict.word}</b>${verdict.reason ? html`<br>${verdict.reason}` : ''}</td></tr>`)}
    </tbody></table>
    ${effect(cause)}
    ${cause.levers.length ? html`<p class="no-print">${cause.levers.map((lever) => html`<a class="button" href=${formatHash('whatif', [cause.act], { lever: lever.includes('=') ? lever : null })}>${S.causes.refight}</a> `)}</p>` : ''}
    <div class="verdict-text">${cause.text.map(line)}</div>
    <p class="small">${about.closing}</p>
  </div>`
}

/** The verdict page comes line by line: headings are underlined with dashes. */
function line(words: string, at: number, all: readonly string[]): TemplateResult | '' {
  if (/^[-=]{3,}$/.test(words)) return ''
  if (/^[-=]{3,}$/.test(all[at + 1] ?? '')) return html`<h2>${words}</h2>`
  return words === '' ? html`<div class="gap"></div>` : html`<div class="line">${words}</div>`
}
