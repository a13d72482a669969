// A lesson of 45 minutes on one page: read, commit a guess, change one thing, compare,
// ask who said what. The sheet prints on two sides and needs no connection.
import { html, render, type TemplateResult } from 'lit-html'
import { formatHash, type Route } from '../base/router'
import type { Shown } from '../base/view'
import { json } from '../data/store'
import type { About, Account, Act, Lever } from '../data/types'
import { S } from '../strings'

interface Plan { act: Act; lever: Lever; account: Account }

export async function lesson(root: HTMLElement, route: Route): Promise<Shown> {
  const [about, account] = await Promise.all([json<About>('api/about'), json<Account>('api/account')])
  const acts = await Promise.all(about.acts.map((each) => json<Act>(`api/act/${each}`)))
  const draw = (at: Route): void => {
    const act = acts.find((each) => each.act === at.parts[0]) ?? acts[0]!
    const lever = act.levers.find((each) => each.id === at.query.get('lever')) ?? favourite(act)
    render(page(acts, { act, lever, account }), root)
  }
  draw(route)
  return { update: (next) => { draw(next); return true } }
}

const FAVOURITES = ['preparedness', 'popular-forces', 'night', 'numbers']

function favourite(act: Act): Lever {
  const found = FAVOURITES.flatMap((id) => act.levers.filter((each) => each.id.includes(id)))[0]
  return found ?? act.levers[0]!
}

function page(acts: readonly Act[], plan: Plan): TemplateResult {
  const { act, lever } = plan
  return html`<div class="page lesson">
    <div class="no-print">
      <h1>${S.lesson.title}</h1>
      <p class="lead">${S.lesson.lead}</p>
      <p class="start"><label>${S.lesson.about} <select @change=${(e: Event) => (location.hash = formatHash('lesson', [(e.target as HTMLSelectElement).value]))}>
          ${acts.map((each) => html`<option value=${each.act} ?selected=${each === act}>${S.acts[each.act] ?? each.title}</option>`)}</select></label>
        <label>${S.lesson.change} <select @change=${(e: Event) => (location.hash = formatHash('lesson', [act.act], { lever: (e.target as HTMLSelectElement).value }))}>
          ${act.levers.map((each) => html`<option value=${each.id} ?selected=${each === lever}>${each.title}</option>`)}</select></label>
        <button class="main" @click=${() => print()}>${S.lesson.print}</button></p>
      ${steps(plan)}
    </div>
    ${sheet(plan)}
  </div>`
}

function steps(plan: Plan): TemplateResult {
  const { act, lever } = plan
  const links = [
    { href: formatHash('account', [sentence(plan)?.id ?? 's01']), words: S.lesson.links.read },
    { href: formatHash('whatif', [act.act], { lever: `${lever.id}=${lever.absent}` }), words: S.lesson.links.guess },
    { href: formatHash('whatif', [act.act], { lever: `${lever.id}=${lever.absent}`, pairs: 200, seed: 1 }), words: S.lesson.links.change },
    { href: formatHash('refights', [act.act]), words: S.lesson.links.compare },
    { href: '#/sources', words: S.lesson.links.who },
  ]
  return html`<ol class="lesson-steps">${S.lesson.steps.map((step, i) => html`<li><h2>${step.title} <span class="small">${step.minutes}</span></h2>
    <p>${step.words}</p><p><a class="button" href=${links[i]!.href}>${links[i]!.words}</a></p></li>`)}</ol>
    <h2>${S.lesson.careTitle}</h2><p>${S.lesson.care}</p>`
}

/** The first sentence that the change serves, to be read first. */
function sentence({ account, lever }: Plan): Account['sentences'][number] | undefined {
  return account.sentences.find((each) => lever.sentences.includes(each.id))
}

function sheet(plan: Plan): TemplateResult {
  const { act, lever } = plan
  const said = sentence(plan)
  return html`<section class="worksheet" aria-label=${S.lesson.sheet}>
    <h2>${S.lesson.sheetTitle(S.acts[act.act] ?? act.title)}</h2>
    <p class="small">${S.lesson.name} ${blank(28)} ${S.lesson.date} ${blank(14)}</p>
    <h3>1. ${S.lesson.steps[0]!.title}</h3>
    ${said ? html`<blockquote>${said.paraphrase} <span class="small">(${S.sentence.number(said.id)}; ${said.speaker})</span></blockquote>` : ''}
    ${questions(S.lesson.questions.read, 2)}
    <h3>2. ${S.lesson.steps[1]!.title}</h3>
    <p>${S.lesson.changeWords(lever.title)} ${lever.levels[lever.absent]?.words ?? ''}</p>
    <p>${Object.values(S.whatif.guesses[act.act] ?? S.whatif.guesses['fall']!).map((each) => html`<span class="tick">☐ ${each}</span>`)}</p>
    ${questions(S.lesson.questions.guess, 2)}
    <h3>3. ${S.lesson.steps[2]!.title}</h3>
    <table><thead><tr><th scope="col">${S.whatif.outcome}</th><th scope="col">${S.whatif.asItWas}</th><th scope="col">${S.whatif.changed}</th><th scope="col">${S.lesson.difference}</th></tr></thead>
      <tbody>${S.lesson.rows.map((each) => html`<tr><th scope="row">${each}</th><td></td><td></td><td></td></tr>`)}</tbody></table>
    <h3 class="second-side">4. ${S.lesson.steps[3]!.title}</h3>
    ${questions(S.lesson.questions.compare, 3)}
    <h3>5. ${S.lesson.steps[4]!.title}</h3>
    <table><thead><tr><th scope="col">${S.lesson.source}</th><th scope="col">${S.lesson.figure}</th><th scope="col">${S.lesson.stance}</th><th scope="col">${S.lesson.how}</th></tr></thead>
      <tbody>${[1, 2, 3].map(() => html`<tr><td class="tall"></td><td></td><td></td><td></td></tr>`)}</tbody></table>
    ${questions(S.lesson.questions.who, 2)}
    <p class="small">${S.lesson.foot}</p>
  </section>`
}

function questions(list: readonly string[], lines: number): TemplateResult[] {
  return list.map((each) => html`<p>${each}</p>${Array.from({ length: lines }, () => html`<div class="rule"></div>`)}`)
}

function blank(wide: number): TemplateResult {
  return html`<span class="blank">${'\u00a0'.repeat(wide)}</span>`
}
