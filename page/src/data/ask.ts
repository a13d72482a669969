// Ask the server a what-if and follow it; offline, look among those worked out before.
import { json, offline, refused, Refused } from './store'
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
  })
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
    if (events.readyState === EventSource.CLOSED) fail(new Error('the stream of progress ended'))
  }
  return {
    cancel: () => {
      events.close()
      void fetch(`api/whatif/${id}`, { method: 'DELETE' })
    },
  }
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
  if (!result) throw new Refused({ expected: '', found: '', where: '', hint: '' }, 404)
  tell({ id: '', state: 'done', place: 0, done: result.pairs, total: result.pairs, request, result, error: null })
  return { cancel: () => undefined }
}
