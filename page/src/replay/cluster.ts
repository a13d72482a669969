// Signs that would lie on each other are gathered under the largest of their side.

export interface Standing { readonly unit: number; readonly x: number; readonly y: number }
export interface Cluster<T extends Standing> { readonly head: T; readonly others: readonly T[] }

/** Gather what stands within a sign's width and height of a larger one of its side.

 * sideOf, weightOf  of a unit; the heaviest come first and stand for the others
 * shown             a unit that stands for others whatever it weighs: the chosen one
 */
export function clusters<T extends Standing>(
  standing: readonly T[], wide: number, high: number,
  sideOf: (unit: number) => number, weightOf: (unit: number) => number, shown = -1,
): Cluster<T>[] {
  const found: { head: T; others: T[] }[] = []
  const ordered = standing.toSorted((a, b) => Number(b.unit === shown) - Number(a.unit === shown) || weightOf(b.unit) - weightOf(a.unit) || a.unit - b.unit)
  for (const each of ordered) {
    const near = found.find(({ head }) => sideOf(head.unit) === sideOf(each.unit) && Math.abs(head.x - each.x) < wide && Math.abs(head.y - each.y) < high)
    if (near) near.others.push(each)
    else found.push({ head: each, others: [] })
  }
  return found
}
