// Which act, built from what, with which levers: the part of an address that data need.
import { formatHash, type Route } from '../base/router'
import { astray, type Query } from './store'
import type { Version } from './types'

export interface Choice {
  readonly act: string
  readonly as: Version
  readonly levers: readonly string[] // name=level
}

/** The act of an address: the first where none is named. Throws where it is unknown. */
export function actOf(route: Route, acts: readonly string[]): string {
  const act = route.parts[0] || acts[0]!
  if (!acts.includes(act)) throw astray(act)
  return act
}

export function choiceOf(route: Route, acts: readonly string[]): Choice {
  return {
    act: actOf(route, acts),
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
