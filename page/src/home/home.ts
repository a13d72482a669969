// Home: the account, sentence by sentence, each marked by its standing on record.
import { html, nothing, render, type TemplateResult } from 'lit-html'
import { formatHash, type Route } from '../base/router'
import { recordClass, recordMark, recordSign } from '../base/record'
import type { Shown } from '../base/view'
import { astray, json } from '../data/store'
import type { Account, Sentence } from '../data/types'
import { S } from '../strings'
import { LARGEST, match } from './copy'
import { sentencePage } from './sentence'
import { welcome } from './welcome'

interface State {
  account: Account
  chosen: string
  wording: Map<string, string>
  notice: string
}

const remembered = new Map<string, string>() // a dropped text lives as long as the page

export async function home(root: HTMLElement, route: Route): Promise<Shown> {
  const account = await json<Account>('api/account')
  const known = (at: Route): boolean => !at.parts[0] || account.sentences.some((each) => each.id === at.parts[0])
  if (!known(route)) throw astray(route.parts[0]!)
  const state: State = { account, chosen: route.parts[0] ?? '', wording: remembered, notice: '' }
  const draw = (): void => void render(page(state, draw, root), root)
  draw()
  reveal(root, state.chosen)
  return {
    update(next) {
      if (!known(next)) return false
      state.chosen = next.parts[0] ?? ''
      draw()
      reveal(root, state.chosen)
      return true
    },
  }
}

function page(state: State, draw: () => void, root: HTMLElement): TemplateResult {
  const { account, chosen } = state
  const sentence = account.sentences.find((each) => each.id === chosen)
  return html`<div class="home ${sentence ? 'has-chosen' : ''}" @dragover=${allow} @drop=${(e: DragEvent) => void dropped(e, state, draw)}>
    <section class="account" aria-labelledby="account-title">
      <h1 id="account-title">${S.home.title}</h1>
      <p class="lead">${S.home.lead(account.document.author, account.document.outlet)}</p>
      ${legend(account)}
      ${account.sections.map((section) => part(section, state))}
      ${own(state, draw)}
    </section>
    <section class="detail" id="detail" aria-label=${S.home.detail}>
      <p class="hidden" role="status">${sentence ? S.home.beside(sentence.id) : ''}</p>
      ${sentence ? sentencePage(account, sentence, state.wording.get(sentence.id), step(account, sentence), () => draw(), root) : welcome()}
    </section>
  </div>`
}

function legend(account: Account): TemplateResult {
  const counts = new Map<string, number>()
  account.sentences.forEach((each) => counts.set(each.record, (counts.get(each.record) ?? 0) + 1))
  return html`<p class="marks">${account.legend.map((each) => html`<span>${recordMark(each.word)} <span class=${recordClass(each.word)}>${each.word}</span>
      <span class="small">${counts.get(each.word) ?? 0}</span></span> `)}</p>
    <details class="legend"><summary>${S.home.legend}</summary>
      <dl>${account.legend.map((each) => html`<dt>${recordMark(each.word)} ${each.word}</dt><dd class="small">${each.meaning}</dd>`)}</dl>
    </details>`
}

function part(section: Account['sections'][number], state: State): TemplateResult {
  const members = section.sentences.map((id) => state.account.sentences.find((each) => each.id === id))
  const plain = members.filter((each): each is Sentence => each !== undefined && each.unit !== 'heading')
  return html`<h2>${section.title}</h2>
    <p class="sentences">${plain.map((each) => sentenceLink(each, state))}</p>`
}

function sentenceLink(sentence: Sentence, { chosen, wording }: State): TemplateResult {
  const words = wording.get(sentence.id) ?? sentence.paraphrase
  const here = sentence.id === chosen
  return html`<a class="sentence ${recordClass(sentence.record)} ${wording.has(sentence.id) ? 'original' : ''}"
    id="in-${sentence.id}" href=${formatHash('account', [sentence.id])} aria-current=${here ? 'true' : nothing}
    ><span class="hidden">${S.home.spoken(sentence.record)} </span>${words}<span class="mark" aria-hidden="true"> ${recordSign(sentence.record)}</span></a> `
}

function own(state: State, draw: () => void): TemplateResult {
  return html`<div class="own">
    <h2>${S.home.own.title}</h2>
    <p>${S.home.own.words}</p>
    <label class="button">${S.home.own.choose}
      <input class="hidden" type="file" accept=".txt,text/plain" @change=${(e: Event) => void chosenFile(e, state, draw)}></label>
    ${state.wording.size ? html`<button @click=${() => { state.wording.clear(); state.notice = ''; draw() }}>${S.home.own.forget}</button>` : ''}
    <p role="status">${state.notice}</p>
  </div>`
}

function allow(event: DragEvent): void {
  event.preventDefault()
}

async function dropped(event: DragEvent, state: State, draw: () => void): Promise<void> {
  event.preventDefault()
  const file = event.dataTransfer?.files[0]
  if (file) await take(file, state, draw)
}

async function chosenFile(event: Event, state: State, draw: () => void): Promise<void> {
  const file = (event.target as HTMLInputElement).files?.[0]
  if (file) await take(file, state, draw)
}

async function take(file: File, state: State, draw: () => void): Promise<void> {
  if (file.size > LARGEST) state.notice = S.home.own.large
  else {
    state.wording.clear()
    match(await file.text(), state.account.sentences).forEach((words, id) => state.wording.set(id, words))
    state.notice = S.home.own.matched(state.wording.size, state.account.sentences.length)
  }
  draw()
}

export interface Steps { before: string | null; after: string | null }

function step(account: Account, sentence: Sentence): Steps {
  const order = account.sections.flatMap((section) => section.sentences).filter((id) => account.sentences.some((s) => s.id === id && s.unit !== 'heading'))
  const at = order.indexOf(sentence.id)
  return { before: order[at - 1] ?? null, after: order[at + 1] ?? null }
}

function reveal(root: HTMLElement, chosen: string): void {
  if (!chosen) return
  const narrow = matchMedia('(max-width: 860px)').matches
  if (narrow) root.querySelector('#detail')?.scrollIntoView({ block: 'start' })
  else {
    root.querySelector(`#in-${CSS.escape(chosen)}`)?.scrollIntoView({ block: 'nearest' })
    root.querySelector('#detail')?.scrollTo(0, 0)
  }
}
