// Addresses after the hash: #/view/part?key=value. Each state of the page has one.

export interface Route {
  readonly view: string
  readonly parts: readonly string[]
  readonly query: URLSearchParams
}

export function parseHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [view = '', ...parts] = path.split('/').map(decoded)
  return { view: view || 'account', parts, query: new URLSearchParams(query) }
}

/** What somebody typed need not be well formed; it is then taken as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** A whole number of an address within its bounds, or what stands in where it is none. */
export function bounded(given: string | null, least: number, most: number, otherwise: number): number {
  const value = given === null || given === '' ? Number.NaN : Math.round(Number(given))
  return Number.isFinite(value) ? Math.max(least, Math.min(most, value)) : otherwise
}

export function formatHash(view: string, parts: readonly string[] = [], query?: QueryPairs): string {
  const path = [view, ...parts].map(encodeURIComponent).join('/')
  const search = query ? pairs(query).toString() : ''
  return `#/${path}${search ? `?${search}` : ''}`
}

export type QueryPairs = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>

function pairs(query: QueryPairs): URLSearchParams {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '' || value === false) continue
    if (Array.isArray(value)) value.forEach((each: string) => search.append(key, each))
    else search.set(key, String(value))
  }
  return search
}

let here = '' // the address that the view shown was told of

/** Take the address as it is now. */
export function follow(): Route {
  here = location.hash
  return parseHash(here)
}

/** Change the address in place: no new entry in the history, no redraw. A visitor who has
 *  set out for elsewhere, of which the view shown has not heard yet, is not called back. */
export function rewrite(hash: string): void {
  if (hash === location.hash || location.hash !== here) return
  history.replaceState(null, '', hash)
  here = location.hash
}
