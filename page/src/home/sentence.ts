// One sentence: as told, as recorded, as refought; its arithmetic; its verdict words.
import { html, type TemplateResult } from 'lit-html'
import { until } from 'lit-html/directives/until.js'
import { dateline } from '../charts/dateline'
import { saveButton } from '../charts/save'
import { claimItem } from '../cards/claim'
import { chip, recordMark } from '../base/record'
import { formatHash } from '../base/router'
import { tidy, verdictWord } from '../base/tidy'
import { inWords } from '../base/dates'
import { span } from '../base/format'
import type { Account, Sentence, Told } from '../data/types'
import { S } from '../strings'
import type { Steps } from './home'
import { refoughtColumn } from './refought'

export function sentencePage(
  account: Account, sentence: Sentence, original: string | undefined, steps: Steps, _redraw: () => void, _root: HTMLElement,
): TemplateResult {
  return html`<article class="sentence-page">
    ${head(account, sentence, original, steps)}
    <div class="three">
      <section><h2>${S.sentence.told}</h2>${toldColumn(sentence, original)}</section>
      <section><h2>${S.sentence.recorded}</h2>${recordedColumn(account, sentence)}</section>
      <section><h2>${S.sentence.refought}</h2>${until(refoughtColumn(sentence), html`<p class="waiting">${S.waiting}</p>`)}</section>
    </div>
    ${arithmetic(account, sentence)}
    ${elements(account, sentence)}
  </article>`
}

function head(account: Account, sentence: Sentence, original: string | undefined, steps: Steps): TemplateResult {
  const section = account.sections.find((each) => each.id === sentence.section)
  return html`<header>
    <p class="steps no-print">
      <a class="back" href="#/account">${S.sentence.all}</a>
      ${steps.before ? html`<a href=${formatHash('account', [steps.before])} rel="prev">${S.sentence.before}</a>` : ''}
      ${steps.after ? html`<a href=${formatHash('account', [steps.after])} rel="next">${S.sentence.after}</a>` : ''}
      <button @click=${() => print()}>${S.print}</button>
    </p>
    <p class="small">${section?.title ?? ''} · ${S.sentence.number(sentence.id)}</p>
    <h1 class="said">${recordMark(sentence.record)} ${original ?? sentence.paraphrase}</h1>
    ${original ? html`<p class="small">${S.sentence.original}</p>` : ''}
    <p class="chips">
      ${chip('record', sentence.verdicts.record.word)}
      ${chip('arithmetic', sentence.verdicts.arithmetic.word)}
      ${chip('model', sentence.verdicts.model.word)}
    </p>
  </header>`
}

function toldColumn(sentence: Sentence, original: string | undefined): TemplateResult {
  return html`
    ${original ? html`<p>${sentence.paraphrase}</p>` : ''}
    <p class="small">${S.sentence.by(sentence.speaker, sentence.how, sentence.role)}</p>
    ${sentence.label ? html`<p class="small">${sentence.label}</p>` : ''}
    ${sentence.told.length ? html`<h3>${S.sentence.figures}</h3><ul>${sentence.told.map((each) => html`<li>${toldFigure(each)}</li>`)}</ul>` : ''}
    ${sentence.missing.length ? html`<h3>${S.sentence.missing}</h3><ul class="small">${sentence.missing.map((each) => html`<li>${each.needed}</li>`)}</ul>` : ''}`
}

function toldFigure(it: Told): TemplateResult {
  const value = it.date ? inWords(it.date) : span({ kind: 'number', unit: it.unit, start: '' }, it.low, it.high)
  return html`<b>${value}</b> <span class="small">${it.quantity.replaceAll('-', ' ')}${it.reading ? `, ${it.reading}` : ''}</span>`
}

const ORDER = ['corroborating', 'contradicting', 'qualifying']

function recordedColumn(account: Account, sentence: Sentence): TemplateResult {
  const { word, reason } = sentence.verdicts.record
  const groups = ORDER.map((relation) => ({
    relation,
    claims: sentence.recorded.filter((each) => each.relation === relation).map((each) => account.claims[each.claim]!).filter(Boolean),
  }))
  return html`<p><b>${word}</b>${reason ? `: ${tidy(reason)}` : ''}</p>
    ${groups.map(({ relation, claims }) => claims.length === 0 ? '' : html`<details ?open=${claims.length <= 4}>
      <summary>${S.relation[relation] ?? relation}: ${S.voices(sentence.voices[relation]?.claims ?? claims.length, sentence.voices[relation]?.voices ?? 0)}</summary>
      <ul class="claims">${claims.map((claim) => claimItem(claim))}</ul>
    </details>`)}
    ${sentence.recorded.length ? '' : html`<p class="small">${S.sentence.nothing}</p>`}`
}

function arithmetic(account: Account, sentence: Sentence): TemplateResult | '' {
  const checks = sentence.arithmetic.map((id) => account.checks[id]).filter((each) => each !== undefined)
  const spans = account.dateline.filter((each) => each.sentences.includes(sentence.id))
  if (!checks.length && !sentence.tests.length && !spans.length) return ''
  const { word, reason } = sentence.verdicts.arithmetic
  return html`<section class="arithmetic">
    <h2>${S.sentence.arithmetic}</h2>
    <p><b>${verdictWord('arithmetic', word)}</b>${reason ? `: ${tidy(reason)}` : ''}</p>
    ${spans.length ? html`<figure><div class="scroll wide" tabindex="0" role="region" aria-label=${S.dateline.region}>${dateline(spans)}</div><figcaption class="small">${S.dateline.caption} ${saveButton(`dates-${sentence.id}`)}</figcaption></figure>` : ''}
    ${sentence.tests.map((each) => html`<p><b>${each.title}</b> <span class="chip">${each.verdict}</span><br>${each.shows}</p>`)}
    ${checks.length ? html`<details><summary>${S.sentence.checks(checks.length)}</summary>
      <ul>${checks.map((each) => html`<li>${tidy(each.line)} ${each.note ? html`<span class="small">${each.note}</span>` : ''}</li>`)}</ul></details>` : ''}
  </section>`
}

function elements(account: Account, sentence: Sentence): TemplateResult | '' {
  const rows = sentence.rows.map((number) => account.rows[String(number)]).filter((each) => each !== undefined)
  if (!rows.length) return ''
  return html`<section><h2>${S.sentence.elements}</h2>
    <ul class="rows">${rows.map((row) => html`<li>${recordMark(row.record)} ${row.element} <span class="small">${row.record}${row.layer.length ? ` · ${row.layer.map((each) => S.layer[each] ?? each).join(', ')}` : ''}</span></li>`)}</ul>
  </section>`
}
