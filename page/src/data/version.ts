// Which act, built from what, with which levers: the part of an address that data need.
import { formatHash, type Route } from '../base/router'
import type { Query } from './store'
import type { Version } from './types'

export interface Choice {
  readonly act: string
  readonly as: Version
  readonly levers: readonly string[] // name=level
}

export function choiceOf(route: Route, acts: readonly string[]): Choice {
  const act = route.parts[0] ?? ''
  return {
    act: acts.includes(act) ? act : acts[0]!,
    as: route.query.get('as') === 'told' ? 'told' : 'recorded',
    levers: route.query.getAll('lever'),
  }
}

export function queryOf({ as, levers }: Choice): Query {
  return [...(as === 'told' ? [['as', 'told'] as const] : []), ...levers.map((each) => ['lever', each] as const)]
}

export function hashOf(view: string, choice: Choice, more: Record<string, string | number | null> = {}): string {
  return formatHash(view, [choice.act], { as: choice.as === 'told' ? 'told' : null, lever: choice.levers, ...more })
}
