// A film of a replay, made by the browser's own encoder from what the map shows.
import { gather, save } from '../charts/save'

const KINDS = ['video/mp4;codecs=avc1.42E01E', 'video/webm;codecs=vp9', 'video/webm']
const FRAMES = 30 // a second

export class Film {
  readonly #canvas = document.createElement('canvas')
  #recorder: MediaRecorder | null = null
  #request = 0

  static possible(): boolean {
    return typeof MediaRecorder !== 'undefined' && 'captureStream' in HTMLCanvasElement.prototype && kind() !== ''
  }

  get running(): boolean { return this.#recorder !== null }

  /** Record until `stop`; words are drawn on each frame. */
  start(holder: HTMLElement, name: string, words: () => string): void {
    gather(holder, this.#canvas, words())
    const type = kind()
    const recorder = new MediaRecorder(this.#canvas.captureStream(FRAMES), { mimeType: type, videoBitsPerSecond: 4_000_000 })
    const parts: Blob[] = []
    recorder.ondataavailable = (event) => parts.push(event.data)
    recorder.onstop = () => save(new Blob(parts, { type }), `${name}.${type.slice(6).split(';')[0]}`)
    recorder.start()
    this.#recorder = recorder
    const draw = (): void => {
      gather(holder, this.#canvas, words())
      this.#request = requestAnimationFrame(draw)
    }
    draw()
  }

  stop(): void {
    cancelAnimationFrame(this.#request)
    this.#recorder?.stop()
    this.#recorder = null
  }
}

function kind(): string {
  return KINDS.find((each) => MediaRecorder.isTypeSupported(each)) ?? ''
}
