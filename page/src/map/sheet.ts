// Layers of the map that draw themselves on a canvas, in metres from the mesh's origin.
import Layer from 'ol/layer/Layer'
import type { FrameState } from 'ol/Map'
import type { Point } from './mercator'

/** Where the eye is: device pixels = metre x k + (x, y). */
export interface Eye {
  readonly k: number
  readonly x: number
  readonly y: number
  readonly dpr: number
  readonly width: number
  readonly height: number
}

export type Draw = (ctx: CanvasRenderingContext2D, eye: Eye) => void

export class Sheet extends Layer {
  readonly #canvas = document.createElement('canvas')
  #last = ''
  #stale = true

  constructor(readonly origin: Point, readonly paint: Draw) {
    super({})
    this.#canvas.className = 'sheet'
  }

  /** Draw anew in the next frame. */
  touch(): void {
    this.#stale = true
    this.changed()
  }

  override render(frame: FrameState | null): HTMLElement {
    if (frame) {
      const eye = eyeOf(frame, this.origin)
      const key = JSON.stringify(eye)
      if (this.#stale || key !== this.#last) this.#draw(eye)
      this.#last = key
      this.#stale = false
    }
    return this.#canvas
  }

  #draw(eye: Eye): void {
    const [canvas, ctx] = [this.#canvas, this.#canvas.getContext('2d')!]
    if (canvas.width !== eye.width || canvas.height !== eye.height) {
      canvas.width = eye.width
      canvas.height = eye.height
    } else {
      ctx.setTransform(1, 0, 0, 1, 0, 0)
      ctx.clearRect(0, 0, eye.width, eye.height)
    }
    this.paint(ctx, eye)
  }
}

export function eyeOf(frame: FrameState, origin: Point): Eye {
  const dpr = frame.pixelRatio
  const [wide, high] = frame.size as [number, number]
  const { center, resolution } = frame.viewState
  const k = dpr / resolution
  return {
    k, dpr,
    x: (wide / 2) * dpr + (origin[0] - center[0]!) * k,
    y: (high / 2) * dpr - (origin[1] - center[1]!) * k,
    width: Math.round(wide * dpr),
    height: Math.round(high * dpr),
  }
}

/** Let paths be given in metres; a line of n pixels is then n x unit(eye) wide. */
export function inMetres(ctx: CanvasRenderingContext2D, eye: Eye): void {
  ctx.setTransform(eye.k, 0, 0, eye.k, eye.x, eye.y)
}

export function inPixels(ctx: CanvasRenderingContext2D): void {
  ctx.setTransform(1, 0, 0, 1, 0, 0)
}

export function unit(eye: Eye): number {
  return eye.dpr / eye.k
}

export function onScreen(eye: Eye, [x, y]: Point): [number, number] {
  return [x * eye.k + eye.x, y * eye.k + eye.y]
}
