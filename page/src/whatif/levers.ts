// Links to the sentences that a lever or a cause serves.
import { html, type TemplateResult } from 'lit-html'
import { formatHash } from '../base/router'
import { S } from '../strings'

export function chips(sentences: readonly string[]): TemplateResult[] {
  return sentences.map((each) => html`<a class="chip" href=${formatHash('account', [each])}>${S.sentence.number(each)}</a> `)
}
