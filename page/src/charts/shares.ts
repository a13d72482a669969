// Shares of causes: a dot with its interval, before and after calibration.
import { svg, type TemplateResult } from 'lit-html'
import { signed, ticks } from '../base/format'
import type { ShareBar as Bar } from '../data/types'
import { INK, MUTED } from '../style/colours'
import { S } from '../strings'

const WIDE = 760
const NAMES = 250
const ROW = 34

/** Draw shares; `times` turns a chance into points of a hundred. */
export function shareChart(given: readonly Bar[], label: string, times = 1): TemplateResult {
  const bars = given.map((bar) => ({ ...bar, before: scaled(bar.before, times), after: scaled(bar.after, times) }))
  const values = bars.flatMap((bar) => [bar.before, bar.after]).flatMap((each) => (each ? [each.low, each.high, 0] : []))
  const [low, high] = [Math.min(0, ...values), Math.max(0.01, ...values)]
  const x = (value: number): number => NAMES + ((value - low) / (high - low)) * (WIDE - NAMES - 20)
  const tall = bars.length * ROW + 26
  return svg`<svg class="chart" viewBox="0 0 ${WIDE} ${tall}" role="img" aria-label=${`${label}. ${bars.map(spoken).join(' ')}`}>
    ${ticks(low, high, 5).map((at) => svg`<line x1=${x(at)} x2=${x(at)} y1="2" y2=${tall - 22} stroke="#e6dfd1"></line>
      <text x=${x(at)} y=${tall - 8} font-size="11.5" fill=${MUTED} text-anchor="middle">${at.toLocaleString('en-GB')}</text>`)}
    ${bars.map((bar, i) => row(bar, 18 + i * ROW, x))}
  </svg>`
}

function scaled(it: Bar['before'], times: number): Bar['before'] {
  return it && { value: it.value * times, low: it.low * times, high: it.high * times }
}

function row(bar: Bar, y: number, x: (value: number) => number): TemplateResult {
  return svg`<text x=${NAMES - 10} y=${y + 4} font-size="12" text-anchor="end" fill=${INK}>${bar.title.length > 38 ? `${bar.title.slice(0, 37)}…` : bar.title}<title>${bar.title}</title></text>
    ${mark(bar.before, y - 5, x, MUTED, false)} ${mark(bar.after, y + 6, x, '#1d4e79', true)}`
}

function mark(it: Bar['before'], y: number, x: (value: number) => number, ink: string, full: boolean): TemplateResult | '' {
  if (!it) return ''
  return svg`<line x1=${x(it.low)} x2=${x(it.high)} y1=${y} y2=${y} stroke=${ink} stroke-width="3"></line>
    <circle cx=${x(it.value)} cy=${y} r="4.500" fill=${full ? ink : '#fffdf8'} stroke=${ink} stroke-width="1.800"></circle>`
}

function spoken(bar: Bar): string {
  const one = (it: Bar['before']): string => (it ? `${signed(it.value)} (${signed(it.low)} ${S.to} ${signed(it.high)})` : '')
  return `${bar.title}: ${[one(bar.before), one(bar.after)].filter(Boolean).join('; ')}.`
}
