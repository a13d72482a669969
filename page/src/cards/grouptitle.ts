// What a task group is called: the formations that its units belong to.
import { S } from '../strings'

/** Name a group by the formations that its units say they belong to. */
export function groupTitle(units: readonly { name: string }[]): string {
  const parts = units.map((unit) => unit.name.split(', '))
  const often = (part: string): number => parts.filter((each) => each.includes(part)).length
  const plain = (part: string): boolean => /^[a-z]/.test(part) // "divisional engineers" names no formation
  const parents = parts.map((each) => each.toReversed().toSorted((a, b) => often(b) - often(a) || Number(plain(a)) - Number(plain(b)))[0]!)
  const named = [...new Set(parents)]
  return named.length > 3 ? `${named.slice(0, 2).join(', ')} ${S.chart.more(named.length - 2)}` : named.join(', ')
}
