import { html, render } from 'lit-html'
export async function places(root: HTMLElement): Promise<void> { render(html`<div class="page"><h1>places</h1></div>`, root) }
