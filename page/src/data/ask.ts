// Ask the server a what-if and follow it; offline, look among those worked out before.
import { json, notCarried, offline, refused, silent } from './store'
import type { WhatifRequest, WhatifResult, WhatifState } from './types'

export interface Asked { cancel(): void }
export type Tell = (state: WhatifState) => void

export async function ask(request: WhatifRequest, tell: Tell, fail: (error: unknown) => void): Promise<Asked> {
  try {
    return offline ? await lookUp(request, tell) : await send(request, tell, fail)
  } catch (error) {
    fail(error)
    return { cancel: () => undefined }
  }
}

async function send(request: WhatifRequest, tell: Tell, fail: (error: unknown) => void): Promise<Asked> {
  const answer = await fetch('api/whatif', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  }).catch(() => { throw silent() })
  if (!answer.ok) throw await refused(answer)
  const state = (await answer.json()) as WhatifState
  tell(state)
  return over(state) ? { cancel: () => undefined } : follow(state.id, tell, fail)
}

function over(state: WhatifState): boolean {
  return !['waiting', 'running'].includes(state.state)
}

function follow(id: string, tell: Tell, fail: (error: unknown) => void): Asked {
  const events = new EventSource(`api/whatif/${id}/events`)
  const take = (event: MessageEvent<string>): void => {
    const state = JSON.parse(event.data) as WhatifState
    if (over(state)) events.close()
    tell(state)
  }
  for (const name of ['progress', 'done', 'failed', 'cancelled']) events.addEventListener(name, take)
  events.onerror = () => {
    events.close() // it would try for ever; the state is asked for once instead
    look(id).then((state) => (over(state) ? tell(state) : fail(silent())), fail)
  }
  return {
    cancel: () => {
      events.close()
      void fetch(`api/whatif/${id}`, { method: 'DELETE' }).catch(() => undefined)
    },
  }
}

async function look(id: string): Promise<WhatifState> {
  const answer = await fetch(`api/whatif/${id}`).catch(() => { throw silent() })
  if (!answer.ok) throw await refused(answer)
  return (await answer.json()) as WhatifState
}

/** What was worked out beforehand: one entry for each act and lever. */
export async function known(): Promise<WhatifResult[]> {
  return (await json<{ results: WhatifResult[] }>('api/whatifs')).results
}

export function sameAs(result: WhatifResult, request: WhatifRequest): boolean {
  const wanted = Object.entries(request.levers).map(([name, level]) => `${name}=${level}`).sort()
  return result.act === request.act && result.version === request.as && result.variant.toSorted().join() === wanted.join()
}

async function lookUp(request: WhatifRequest, tell: Tell): Promise<Asked> {
  const result = (await known()).find((each) => sameAs(each, request))
  if (!result) throw notCarried()
  tell({ id: '', state: 'done', place: 0, done: result.pairs, total: result.pairs, request, result, error: null })
  return { cancel: () => undefined }
}
