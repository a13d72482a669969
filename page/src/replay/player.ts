// The clock of a replay: where it is, how fast it runs, who is told.

export const SPEEDS = [1, 2, 4, 8, 16] as const // steps a second; four steps make a day

export class Player {
  time = 0
  speed: number = 4
  #playing = false
  #last = 0
  #request = 0

  constructor(readonly steps: number, readonly tell: (time: number, playing: boolean) => void) {}

  get playing(): boolean { return this.#playing }
  get step(): number { return Math.min(this.steps - 1, Math.ceil(this.time - 1e-6)) }

  play(): void {
    if (this.#playing) return
    if (this.time >= this.steps - 1) this.time = 0
    this.#playing = true
    this.#last = performance.now()
    this.#request = requestAnimationFrame((now) => this.#tick(now))
    this.tell(this.time, true)
  }

  pause(): void {
    if (!this.#playing) return
    this.#playing = false
    cancelAnimationFrame(this.#request)
    this.time = this.step
    this.tell(this.time, false)
  }

  toggle(): void {
    if (this.#playing) this.pause()
    else this.play()
  }

  seek(time: number): void {
    this.time = Math.max(0, Math.min(this.steps - 1, time))
    this.tell(this.time, this.#playing)
  }

  move(by: number): void {
    this.pause()
    this.seek(this.step + by)
  }

  dispose(): void {
    cancelAnimationFrame(this.#request)
    this.#playing = false
  }

  #tick(now: number): void {
    const passed = Math.min(0.25, (now - this.#last) / 1000)
    this.#last = now
    this.time = Math.min(this.steps - 1, this.time + passed * this.speed)
    if (this.time >= this.steps - 1) return this.pause()
    this.tell(this.time, true)
    this.#request = requestAnimationFrame((at) => this.#tick(at))
  }
}

/** Keys of the player; true when one was meant for it. */
export function playerKey(event: KeyboardEvent, player: Player, chapters: readonly number[]): boolean {
  const day = event.shiftKey ? 4 : 1
  const acts: Record<string, () => void> = {
    ' ': () => player.toggle(),
    k: () => player.toggle(),
    ArrowRight: () => player.move(day),
    ArrowLeft: () => player.move(-day),
    '.': () => player.move(1),
    ',': () => player.move(-1),
    Home: () => player.seek(0),
    End: () => player.seek(player.steps - 1),
    n: () => player.seek(chapters.find((at) => at > player.step) ?? player.step),
    p: () => player.seek(chapters.findLast((at) => at < player.step) ?? 0),
  }
  const act = acts[event.key]
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return false
  act()
  return true
}
