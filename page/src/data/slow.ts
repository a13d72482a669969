// Answers that take many refights: shown how far they are, and stopped if one wishes.
import { html, render, type TemplateResult } from 'lit-html'
import { S } from '../strings'
import { forget, json, offline, Refused } from './store'

interface Progress { state: string; done: number; total: number; seconds_left: number | null }
const EVERY = 1000 // milliseconds between looks
const STOPPED = 503

/** Give an answer; until it is there, show its progress under a head. */
export async function patiently<T>(root: HTMLElement, head: TemplateResult, name: 'causes' | 'swap', words: string): Promise<T> {
  if (offline) return json<T>(`api/${name}`)
  for (;;) {
    const looking = new Look(root, head, name, words)
    try {
      return await Promise.race([json<T>(`api/${name}`, [], looking.signal), looking.stopped])
    } catch (error) {
      if (!(error instanceof Refused && error.status === STOPPED)) throw error
    } finally {
      looking.end()
      looking.stopped.catch(() => undefined)
    }
    await pressed(root, head)
  }
}

class Look {
  /** Fails once somebody has pressed the button; the server may take longer to stop. */
  readonly stopped: Promise<never>
  readonly #abort = new AbortController()
  readonly #timer: number
  #stop: () => void = () => undefined

  constructor(readonly root: HTMLElement, readonly head: TemplateResult, readonly name: string, readonly words: string) {
    this.stopped = new Promise((_, fail) => (this.#stop = () => this.#ended(fail)))
    this.#draw(null)
    this.#timer = window.setInterval(() => void this.#look(), EVERY)
  }

  get signal(): AbortSignal {
    return this.#abort.signal
  }

  end(): void {
    clearInterval(this.#timer)
  }

  async #look(): Promise<void> {
    if (!this.root.isConnected) return this.end()
    const answer = await fetch(`api/progress/${this.name}`).catch(() => null)
    if (answer?.ok && this.root.isConnected) this.#draw((await answer.json()) as Progress)
  }

  #draw(it: Progress | null): void {
    const { head, words } = this
    const known = it?.state === 'working' && it.total > 0
    render(html`${head}<div class="waiting" role="status">
      <p>${words}</p>
      ${known ? html`<p><progress max=${it.total} .value=${it.done} aria-label=${S.slow.label}></progress> ${S.slow.far(it.done, it.total, it.seconds_left)}</p>` : ''}
      <p><button @click=${() => this.#stop()}>${S.slow.stop}</button></p></div>`, this.root)
  }

  #ended(fail: (error: Refused) => void): void {
    forget(`api/${this.name}`)
    this.#abort.abort()
    void fetch(`api/progress/${this.name}`, { method: 'DELETE' }).catch(() => undefined)
    fail(new Refused({ expected: '', found: '', where: '', hint: '' }, STOPPED))
  }
}

/** Wait until somebody wants to go on. */
function pressed(root: HTMLElement, head: TemplateResult): Promise<void> {
  return new Promise((go) => render(html`${head}<div class="waiting" role="status"><p>${S.slow.stopped}</p>
    <p><button class="main" @click=${() => go()}>${S.slow.goOn}</button></p></div>`, root))
}
