import { html, render } from 'lit-html'
export async function forces(root: HTMLElement): Promise<void> { render(html`<div class="page"><h1>forces</h1></div>`, root) }
