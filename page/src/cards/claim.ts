// One claim: what one source says, with its place in it and how it was seen.
import { html, type TemplateResult } from 'lit-html'
import { inWords } from '../base/dates'
import { span } from '../base/format'
import { formatHash } from '../base/router'
import type { Claim } from '../data/types'
import { S } from '../strings'

/** A claim with its source; `own` on the card of that source itself. */
export function claimItem(claim: Claim, own = false): TemplateResult {
  return html`<li class="claim">
    <span class="claim-when">${when(claim)}</span> ${claim.statement} ${amount(claim)}
    ${own ? html`<span class="small">${claim.locator ? S.at(claim.locator) : ''}</span>` : html`<cite><a href=${formatHash('sources', claim.source.split('/'))}>${byline(claim)}</a>
      <span class="small">${[S.stance[claim.stance] ?? claim.stance, claim.seen, claim.locator ? S.at(claim.locator) : ''].filter(Boolean).join(' · ')}</span></cite>`}
    ${claim.note ? html`<span class="small note">${claim.note}</span>` : ''}
  </li>`
}

export function byline(it: { author: string; title: string; publisher: string; year: number | null }): string {
  return [it.author, it.title, it.publisher, it.year ?? S.noYear].filter(Boolean).join(', ')
}

function when({ first, last }: Claim): string {
  if (!first) return ''
  return last && last !== first ? `${inWords(first)} ${S.to} ${inWords(last)}:` : `${inWords(first)}:`
}

function amount(claim: Claim): string {
  if (claim.low === null && claim.high === null) return ''
  return `[${span({ kind: 'number', unit: claim.unit, start: '' }, claim.low, claim.high)}]`
}
