import { html, render } from 'lit-html'
export async function swap(root: HTMLElement): Promise<void> { render(html`<div class="page"><h1>swap</h1></div>`, root) }
