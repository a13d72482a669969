// Answers by address: from the server, or from the offline file's own elements.
// Each address is asked once; what was answered stays for the visit.
import { S } from '../strings'
import type { Problem } from './types'
import { unpack, type Pack } from './pack'

export class Refused extends Error {
  constructor(readonly problem: Problem, readonly status: number) {
    super(problem.expected)
  }
}

/** Nothing answers: the server has ended, or this page is older than it. */
export function silent(): Refused {
  return new Refused({ expected: S.problem.server, found: S.problem.silence, where: '', hint: S.problem.startAgain }, 0)
}

/** An address that leads nowhere: a link with a slip in it, or of another version. */
export function astray(part: string): Refused {
  return new Refused({ expected: S.problem.address, found: `“${part}”`, where: '', hint: S.problem.toStart }, 404)
}

export type Query = readonly (readonly [string, string])[]

export const offline = document.querySelector('meta[name="refight"][content="offline"]') !== null
const kept = new Map<string, Promise<unknown>>()

export function json<T>(address: string, query: Query = [], signal?: AbortSignal): Promise<T> {
  return keep(named(address, query), async (name) => JSON.parse(new TextDecoder().decode(await bytes(name, signal))) as T)
}

export function pack<Head>(address: string, query: Query = []): Promise<Pack<Head>> {
  return keep(named(address, query), async (name) => unpack<Head>(await bytes(name)))
}

/** The address with its query, sorted by key, as the offline file names it. */
export function named(address: string, query: Query): string {
  const sorted = query.filter(([, value]) => value !== '').toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return sorted.length ? `${address}?${new URLSearchParams(sorted.map(([k, v]) => [k, v]))}` : address
}

export function has(address: string, query: Query = []): boolean {
  return !offline || element(named(address, query)) !== null
}

function keep<T>(name: string, make: (name: string) => Promise<T>): Promise<T> {
  const known = kept.get(name) as Promise<T> | undefined
  if (known) return known
  const made = make(name)
  kept.set(name, made)
  made.catch(() => { if (kept.get(name) === made) kept.delete(name) })
  return made
}

/** Ask anew next time. */
export function forget(name: string): void {
  kept.delete(name)
}

async function bytes(name: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  return offline ? inflated(name) : fetched(name, signal)
}

async function fetched(name: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  const answer = await fetch(name, signal ? { signal } : {}).catch((cause: unknown) => {
    throw signal?.aborted ? cause : silent()
  })
  if (!answer.ok) throw await refused(answer)
  return answer.arrayBuffer()
}

export async function refused(answer: Response): Promise<Refused> {
  const body = (await answer.json().catch(() => ({}))) as { error?: Problem }
  const problem = body.error ?? { expected: '', found: `status ${answer.status}`, where: answer.url, hint: '' }
  return new Refused(problem, answer.status)
}

async function inflated(name: string): Promise<ArrayBuffer> {
  const holder = element(name)
  if (holder === null) throw notCarried()
  const packed = Uint8Array.from(atob(holder.textContent ?? ''), (c) => c.charCodeAt(0))
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(stream).arrayBuffer()
}

/** The offline file lacks what a server would work out. */
export function notCarried(): Refused {
  return new Refused({ expected: S.problem.carried, found: S.problem.another, where: '', hint: S.problem.serve }, 404)
}

function element(name: string): Element | null {
  return document.querySelector(`script[data-name="${CSS.escape(name)}"]`)
}

/** Every address the offline file carries that begins so. */
export function carried(prefix: string): string[] {
  const all = [...document.querySelectorAll<HTMLElement>('script[data-name]')]
  return all.map((each) => each.dataset['name'] ?? '').filter((name) => name.startsWith(prefix))
}
