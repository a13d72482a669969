// Days of an act: numbers counted from its first midnight, and dates in words.
// All dates are local to the campaign and carry no zone; they are handled as UTC.

const DAY_MS = 86_400_000
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July',
  'August', 'September', 'October', 'November', 'December',
]

export function parse(iso: string): number {
  return Date.parse(iso.length > 10 ? `${iso.slice(0, 19)}Z` : `${iso}T00:00:00Z`)
}

/** Day number (with fraction) of an ISO date, day 0 at midnight of the start. */
export function dayOf(start: string, iso: string): number {
  return (parse(iso) - parse(start.slice(0, 10))) / DAY_MS
}

export function dateOf(start: string, day: number): string {
  return new Date(parse(start.slice(0, 10)) + Math.floor(day) * DAY_MS).toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((parse(to.slice(0, 10)) - parse(from.slice(0, 10))) / DAY_MS)
}

/** "26 October 1980", or "26 Oct" when short. */
export function inWords(iso: string, short = false): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number) as [number, number, number]
  const name = MONTHS[month - 1] ?? ''
  return short ? `${day} ${name.slice(0, 3)}` : `${day} ${name} ${year}`
}

/** Hour of the day 0..24 at a step of six hours, for a start that may not be midnight. */
export function hourAt(start: string, step: number): number {
  const hours = start.length > 10 ? Number(start.slice(11, 13)) : 0
  return (hours + step * 6) % 24
}
