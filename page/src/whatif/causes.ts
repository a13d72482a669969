import { html, render } from 'lit-html'
export async function causes(root: HTMLElement): Promise<void> { render(html`<div class="page"><h1>causes</h1></div>`, root) }
