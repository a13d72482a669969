// The words of the record as marks: never by colour alone.
import { html, type TemplateResult } from 'lit-html'
import { S } from '../strings'
import { verdictWord } from './tidy'

const MARKS: Readonly<Record<string, { name: string; sign: string }>> = {
  corroborated: { name: 'corroborated', sign: '●' },
  'single source': { name: 'single', sign: '○' },
  contested: { name: 'contested', sign: '◐' },
  contradicted: { name: 'contradicted', sign: '✕' },
  'not found': { name: 'notfound', sign: '∅' },
  'judgement, not testable': { name: 'judgement', sign: '¶' },
}

export function recordClass(word: string): string {
  return `rec rec-${MARKS[word]?.name ?? 'none'}`
}

export function recordMark(word: string): TemplateResult {
  return html`<span class=${recordClass(word)} aria-hidden="true">${MARKS[word]?.sign ?? '·'}</span>`
}

export function recordSign(word: string): string {
  return MARKS[word]?.sign ?? ''
}

/** A verdict word with its reason. */
export function chip(axis: keyof typeof S.axes, word: string): TemplateResult {
  return html`<span class="chip"><span class="chip-axis">${S.axes[axis]}</span> ${verdictWord(axis, word)}</span>`
}
