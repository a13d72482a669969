import { html, render } from 'lit-html'
export async function refights(root: HTMLElement): Promise<void> { render(html`<div class="page"><h1>refights</h1></div>`, root) }
