import { html, render } from 'lit-html'
export async function whatif(root: HTMLElement): Promise<void> { render(html`<div class="page"><h1>whatif</h1></div>`, root) }
