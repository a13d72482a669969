// The arithmetic of dates drawn: each count of days as a bar between its two ends.
import { svg, type TemplateResult } from 'lit-html'
import { daysBetween, inWords, parse } from '../base/dates'
import type { DateSpan } from '../data/types'
import { S } from '../strings'
import { INK, MUTED } from '../style/colours'

const WIDE = 720
const LEFT = 12
const RIGHT = 12
const ROW = 34
const TOP = 34
const INKS: Readonly<Record<string, string>> = { consistent: '#1f5f8b', inconsistent: '#a63d1c' }
const OPEN_INK = '#7a5a00'

export interface Group { days: number; from: string; to: string; inclusive: boolean; verdict: string; sentences: string[]; times: number }

/** Spans with the same ends and count become one row; longest first. */
export function grouped(spans: readonly DateSpan[]): Group[] {
  const groups = new Map<string, Group>()
  for (const each of spans) {
    const key = `${each.from}/${each.to}/${each.days}`
    const known = groups.get(key)
    if (known) {
      known.times++
      known.sentences = [...new Set([...known.sentences, ...each.sentences])]
    } else groups.set(key, { ...each, sentences: [...each.sentences], times: 1 })
  }
  return [...groups.values()].sort((a, b) => b.days - a.days || a.from.localeCompare(b.from))
}

export function place(iso: string, first: string, last: string): number {
  const whole = Math.max(1, daysBetween(first, last))
  return LEFT + (daysBetween(first, iso) / whole) * (WIDE - LEFT - RIGHT)
}

export function dateline(spans: readonly DateSpan[]): TemplateResult {
  const groups = grouped(spans)
  const ends = groups.flatMap((each) => [each.from, each.to]).sort()
  const [first, last] = [ends[0] ?? '1980-09-22', ends.at(-1) ?? '1982-05-24']
  const high = TOP + groups.length * ROW + 8
  return svg`<svg class="chart" viewBox="0 0 ${WIDE} ${high}" role="img" aria-label=${S.dateline.label(groups.length)}>
    ${axis(first, last, high)}
    ${groups.map((group, i) => row(group, TOP + i * ROW, first, last))}
  </svg>`
}

function axis(first: string, last: string, high: number): TemplateResult[] {
  return months(first, last).map((iso) => {
    const x = place(iso, first, last)
    return svg`<line x1=${x} x2=${x} y1="18" y2=${high} stroke="#ddd5c6"></line>
      <text x=${x + 3} y="14" font-size="11" fill=${MUTED}>${axisWord(iso)}</text>`
  })
}

function row(group: Group, y: number, first: string, last: string): TemplateResult {
  const [a, b] = [place(group.from, first, last), place(group.to, first, last)]
  const ink = INKS[group.verdict] ?? OPEN_INK
  const words = `${S.dateline.days(group.days, group.inclusive)} · ${inWords(group.from)} ${S.to} ${inWords(group.to)} · ${group.verdict}`
  const room = WIDE - RIGHT - a > words.length * 6.2
  return svg`<g>
    <title>${words}</title>
    <text x=${room ? a : Math.max(LEFT, b)} y=${y + 10} font-size="11.5" fill=${INK} text-anchor=${room ? 'start' : 'end'}>${words}</text>
    <rect x=${a} y=${y + 15} width=${Math.max(2, b - a)} height="7" fill=${ink} opacity="0.85"></rect>
    <line x1=${a} x2=${a} y1=${y + 13} y2=${y + 24} stroke=${ink} stroke-width="2"></line>
    <line x1=${b} x2=${b} y1=${y + 13} y2=${y + 24} stroke=${ink} stroke-width="2"></line>
  </g>`
}

function months(first: string, last: string): string[] {
  const whole = daysBetween(first, last)
  const every = whole > 400 ? 4 : whole > 150 ? 2 : 1
  const found: string[] = []
  const at = new Date(parse(`${first.slice(0, 8)}01`))
  for (; at.toISOString().slice(0, 10) <= last; at.setUTCMonth(at.getUTCMonth() + 1)) {
    const iso = at.toISOString().slice(0, 10)
    if (iso >= first && place(iso, first, last) < WIDE - 50 && at.getUTCMonth() % every === 0) found.push(iso)
  }
  return found
}

function axisWord(iso: string): string {
  return inWords(iso).replace(/^\d+ /, '').replace(/^([A-Z][a-z]{2})[a-z]*/, '$1')
}
