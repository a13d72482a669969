// What a view is: it fills an element, may take a new address, and cleans up after itself.
import { html, type TemplateResult } from 'lit-html'
import { Refused } from '../data/store'
import { S } from '../strings'
import type { Route } from './router'

export interface Shown {
  /** Take a new address of the same view; false asks for a fresh start. */
  update?(route: Route): boolean
  dispose?(): void
}
export type View = (root: HTMLElement, route: Route) => Promise<Shown | void>

export function problem(error: unknown): TemplateResult {
  if (!(error instanceof Refused)) {
    console.error(error)
    return html`<p class="problem" role="alert">${S.problem.broken}</p>`
  }
  const { expected, found, hint } = error.problem
  return html`<div class="problem" role="alert">
    <p>${error.status === 0 ? S.problem.gone : S.problem.refused}</p>
    <dl>
      ${expected ? html`<dt>${S.problem.expected}</dt><dd>${expected}</dd>` : ''}
      ${found ? html`<dt>${S.problem.found}</dt><dd>${found}</dd>` : ''}
      ${hint ? html`<dt>${S.problem.hint}</dt><dd>${hint}</dd>` : ''}
    </dl>
    <p><a href="#/account">${S.problem.home}</a></p>
  </div>`
}

export function waiting(words: string = S.waiting): TemplateResult {
  return html`<p class="waiting" role="status">${words}</p>`
}
