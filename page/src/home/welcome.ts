// What a first visitor meets beside the account: what this is, and four ways in.
import { html, type TemplateResult } from 'lit-html'
import { S } from '../strings'

export function welcome(): TemplateResult {
  return html`<div class="welcome">
    <h2>${S.welcome.title}</h2>
    <p>${S.welcome.what}</p>
    <p>${S.welcome.how}</p>
    <ol class="doors">
      ${S.welcome.doors.map((door) => html`<li><a href=${door.href}><b>${door.title}</b><span>${door.words}</span></a></li>`)}
    </ol>
    <p class="small">${S.welcome.not}</p>
  </div>`
}
