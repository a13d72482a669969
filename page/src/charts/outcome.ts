// One outcome: how often each value came about, and every figure on record beside it.
import { svg, type TemplateResult } from 'lit-html'
import { figure, interval, percent, span, ticks, type Scale } from '../base/format'
import type { EnsembleOutcome, Rival } from '../data/types'
import { S } from '../strings'
import { INK, MUTED } from '../style/colours'

// a phone shows the drawing narrower: fewer units, so that its words keep their size
const PHONE = typeof matchMedia === 'function' && matchMedia('(max-width: 700px)').matches
const WIDE = PHONE ? 360 : 520
const LEFT = 8
const PLOT = WIDE - 16
const BARS_HIGH = 96
const ROW = 18
const SMALL = PHONE ? 13 : 26 // on a phone the small drawing is as wide as the large one
const LEAST = 130 // units of the drawing that a label needs
const BAR = '#8aa4b8'
const RECORD = '#1f5f8b'

export interface RivalRow { low: number; high: number; rivals: Rival[] }

/** Rival figures, those that agree in one row, ordered along the axis. */
export function rivalRows(rivals: readonly Rival[]): RivalRow[] {
  const rows = new Map<string, RivalRow>()
  for (const each of rivals) {
    const low = each.low ?? each.high
    const high = each.high ?? each.low
    if (low === null || high === null) continue
    const key = `${low}/${high}`
    const row = rows.get(key) ?? { low, high, rivals: [] }
    row.rivals.push(each)
    rows.set(key, row)
  }
  return [...rows.values()].sort((a, b) => a.low - b.low || a.high - b.high)
}

/** The ends of the axis: bins of the refights and the record; far-off rivals stay off it. */
export function ends(outcome: EnsembleOutcome): [number, number] {
  const found = [outcome.record?.low, outcome.record?.high, outcome.record?.best, ...(outcome.scale ?? [])]
  const values = found.filter((each): each is number => typeof each === 'number' && Number.isFinite(each))
  if (!values.length) return [0, 1]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return low === high ? [low - 1, high + 1] : [low, high]
}

export function outcomeChart(outcome: EnsembleOutcome, start: string, full = true): TemplateResult {
  const scale: Scale = { kind: outcome.kind, unit: outcome.unit, start }
  const [low, high] = ends(outcome)
  const x = (value: number): number => LEFT + ((Math.max(low, Math.min(high, value)) - low) / (high - low)) * PLOT
  const rows = full ? rivalRows(outcome.rivals) : []
  const size = full ? 12 : SMALL // a small drawing is shrunk; its words must not be
  const tall = BARS_HIGH + 10 + size + (rows.length ? 14 : 0) + rows.length * ROW
  return svg`<svg class="chart" viewBox="0 0 ${WIDE} ${tall}" role="img" aria-label=${spoken(outcome, scale)}>
    ${band(outcome, x, tall)}
    ${bars(outcome, x)}
    ${axis(scale, low, high, x, size)}
    ${median(outcome, x)}
    ${rows.map((row, i) => rivalRow(row, BARS_HIGH + 40 + i * ROW, x, scale, low, high))}
  </svg>`
}

export function spoken(outcome: EnsembleOutcome, scale: Scale): string {
  const { refought, record } = outcome
  const ours = outcome.kind === 'event' && refought.yes
    ? S.chart.share(percent(refought.yes.share))
    : refought.interval90 ? S.chart.refought(figure(scale, refought.median), interval(scale, refought.interval90)) : S.chart.none
  const theirs = record && record.low !== null ? S.chart.record(span(scale, record.low, record.high)) : ''
  return `${outcome.title}. ${ours} ${theirs}`
}

type Place = (value: number) => number

function band({ record }: EnsembleOutcome, x: Place, tall: number): TemplateResult | '' {
  if (!record || record.low === null || record.high === null) return ''
  const [a, b] = [x(record.low), x(record.high)]
  return svg`<rect x=${a - 1.5} y="6" width=${Math.max(3, b - a + 3)} height=${tall - 8} fill=${RECORD} opacity="0.13"></rect>
    ${record.best === null ? '' : svg`<line x1=${x(record.best)} x2=${x(record.best)} y1="6" y2=${tall - 2} stroke=${RECORD} stroke-width="2"></line>`}`
}

function bars({ counts, scale }: EnsembleOutcome, x: Place): TemplateResult[] | '' {
  if (!scale || !counts.length) return ''
  const most = Math.max(1, ...counts)
  const each = (scale[1] - scale[0]) / counts.length
  return counts.map((n, i) => {
    const [a, b] = [x(scale[0] + i * each), x(scale[0] + (i + 1) * each)]
    const tall = (n / most) * (BARS_HIGH - 14)
    return svg`<rect x=${a + 0.5} y=${BARS_HIGH - tall} width=${Math.max(0.5, b - a - 1)} height=${tall} fill=${BAR}></rect>`
  })
}

function median({ refought }: EnsembleOutcome, x: Place): TemplateResult | '' {
  if (refought.median === null) return ''
  const at = x(refought.median)
  return svg`<path d="M${at - 5} ${BARS_HIGH + 8}h10l-5 -8z" fill=${INK}></path>`
}

function axis(scale: Scale, low: number, high: number, x: Place, size: number): TemplateResult {
  const marks = ticks(low, high, size > 12 ? 3 : 5)
  return svg`<line x1=${LEFT} x2=${LEFT + PLOT} y1=${BARS_HIGH} y2=${BARS_HIGH} stroke="#8d8577"></line>
    ${marks.map((at) => svg`<line x1=${x(at)} x2=${x(at)} y1=${BARS_HIGH} y2=${BARS_HIGH + 4} stroke="#8d8577"></line>
      <text x=${x(at)} y=${BARS_HIGH + 6 + size} font-size=${size} fill=${MUTED} text-anchor=${anchor(x(at), size)}>${figure(scale, at, true)}</text>`)}`
}

function anchor(x: number, size: number): string {
  return x < 2 * size ? 'start' : x > WIDE - 2 * size ? 'end' : 'middle'
}

function rivalRow(row: RivalRow, y: number, x: Place, scale: Scale, low: number, high: number): TemplateResult {
  const [a, b] = [x(row.low), x(row.high)]
  const beyond = row.low > high ? ' →' : row.high < low ? '← ' : ''
  const figures = `${beyond === '← ' ? beyond : ''}${span(scale, row.low, row.high, true)}${beyond === ' →' ? beyond : ''}`
  const right = WIDE - b >= a
  const said = `${figures} · ${names(row.rivals)}`
  const beside = (right ? WIDE - b : a) - 12
  const across = beside < LEAST && b - a > LEAST // no room beside a long bar: the words lie on it
  const at = across ? (a + b) / 2 : right ? b + 8 : a - 8
  return svg`<g>
    <title>${row.rivals.map((each) => each.label).join('; ')}</title>
    <line x1=${a} x2=${b} y1=${y - 4} y2=${y - 4} stroke=${MUTED} stroke-width="2"></line>
    <circle cx=${a} cy=${y - 4} r="3.2" fill=${MUTED}></circle>
    ${b > a ? svg`<circle cx=${b} cy=${y - 4} r="3.2" fill=${MUTED}></circle>` : ''}
    <text x=${at} y=${y} font-size="11.5" fill=${INK} text-anchor=${across ? 'middle' : right ? 'start' : 'end'}
      stroke="#fffdf8" stroke-width="4" paint-order="stroke">${shortened(said, across ? b - a - 24 : beside)}</text>
  </g>`
}

function shortened(words: string, room: number): string {
  const letters = Math.max(14, Math.floor(room / 6))
  return words.length <= letters ? words : `${words.slice(0, letters - 1)}…`
}

function names(rivals: readonly Rival[]): string {
  const labels = [...new Set(rivals.map((each) => each.label))]
  const shown = labels.slice(0, 2).join(', ')
  return labels.length > 2 ? `${shown} ${S.chart.more(labels.length - 2)}` : shown
}
