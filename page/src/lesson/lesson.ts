import { html, render } from 'lit-html'
export async function lesson(root: HTMLElement): Promise<void> { render(html`<div class="page"><h1>lesson</h1></div>`, root) }
