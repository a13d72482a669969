import { html, render } from 'lit-html'
export async function sources(root: HTMLElement): Promise<void> { render(html`<div class="page"><h1>sources</h1></div>`, root) }
