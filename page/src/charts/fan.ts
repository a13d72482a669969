// A fan: the middle half and the middle nine tenths of many refights, day by day.
import { svg, type TemplateResult } from 'lit-html'
import { dateOf, inWords } from '../base/dates'
import { count, ticks } from '../base/format'
import { INK, MUTED, SIDES } from '../style/colours'

const WIDE = 420
const HIGH = 170
const LEFT = 46
const TOP = 8
const BOTTOM = 24

export interface Fan { readonly side: number; readonly rows: readonly (readonly number[])[] } // quantiles, low to high

export function fanChart(fans: readonly Fan[], start: string, label: string, day: number | null = null): TemplateResult {
  const days = fans[0]?.rows[0]?.length ?? 1
  const top = Math.max(1, ...fans.flatMap((fan) => fan.rows.at(-1) ?? []).filter(Number.isFinite))
  const x = (d: number): number => LEFT + (d / Math.max(1, days - 1)) * (WIDE - LEFT - 10)
  const y = (v: number): number => TOP + (1 - v / top) * (HIGH - TOP - BOTTOM)
  return svg`<svg class="chart" viewBox="0 0 ${WIDE} ${HIGH}" role="img" aria-label=${label}>
    ${ticks(0, top, 4).map((v) => svg`<line x1=${LEFT} x2=${WIDE - 10} y1=${y(v)} y2=${y(v)} stroke="#e6dfd1"></line>
      <text x=${LEFT - 5} y=${y(v) + 4} font-size="10.5" text-anchor="end" fill=${MUTED}>${count(v)}</text>`)}
    ${ticks(0, days - 1, 4).map((d) => svg`<text x=${x(d)} y=${HIGH - 7} font-size="10.5" text-anchor="middle" fill=${MUTED}>${inWords(dateOf(start, d), true)}</text>`)}
    ${fans.map((fan) => drawn(fan, x, y))}
    ${day === null ? '' : svg`<line x1=${x(day)} x2=${x(day)} y1=${TOP} y2=${HIGH - BOTTOM} stroke=${INK} stroke-dasharray="3 3"></line>`}
  </svg>`
}

type Place = (value: number) => number

function drawn({ side, rows }: Fan, x: Place, y: Place): TemplateResult {
  const ink = SIDES[side]!
  const [q05, q25, q50, q75, q95] = rows as [number[], number[], number[], number[], number[]]
  return svg`<path d=${area(q05, q95, x, y)} fill=${ink} opacity="0.16"></path>
    <path d=${area(q25, q75, x, y)} fill=${ink} opacity="0.28"></path>
    <path d=${line(q50, x, y)} fill="none" stroke=${ink} stroke-width="2" stroke-dasharray=${side === 1 ? '5 3' : 'none'}></path>`
}

export function line(values: readonly number[], x: Place, y: Place): string {
  return values.map((v, i) => `${i ? 'L' : 'M'}${x(i).toFixed(1)} ${y(v).toFixed(1)}`).join('')
}

export function area(low: readonly number[], high: readonly number[], x: Place, y: Place): string {
  const back = low.map((v, i) => `L${x(i).toFixed(1)} ${y(v).toFixed(1)}`).reverse()
  return `${line(high, x, y)}${back.join('')}Z`
}
