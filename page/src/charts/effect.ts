// A paired difference: a dot with its interval about the line of no difference.
import { svg, type TemplateResult } from 'lit-html'
import { difference, signed } from '../base/format'
import { INK, MUTED } from '../style/colours'

const WIDE = 240
const HIGH = 34

export interface Effect { value: number; low: number; high: number }

export function effectChart(kind: string, unit: string, it: Effect, clear: boolean | null, widest?: number): TemplateResult {
  const most = Math.max(widest ?? 0, Math.abs(it.low), Math.abs(it.high), 1e-9) * 1.15
  const x = (value: number): number => WIDE / 2 + (value / most) * (WIDE / 2 - 12)
  const ink = clear ? '#1d4e79' : MUTED
  const scale = kind === 'event' ? 100 : 1
  return svg`<svg class="effect" viewBox="0 0 ${WIDE} ${HIGH}" width=${WIDE} height=${HIGH} role="img" aria-label=${difference(kind, unit, it)}>
    <line x1=${WIDE / 2} x2=${WIDE / 2} y1="2" y2="21" stroke="#98907f"></line>
    <text x=${WIDE / 2} y="32" font-size="10.5" text-anchor="middle" fill=${MUTED}>0</text>
    <line x1=${x(it.low)} x2=${x(it.high)} y1="12" y2="12" stroke=${ink} stroke-width="4" stroke-linecap="round"></line>
    <circle cx=${x(it.value)} cy="12" r="5" fill=${clear ? ink : '#fffdf8'} stroke=${ink} stroke-width="2"></circle>
    <text x=${x(it.low)} y="32" font-size="10.5" text-anchor="middle" fill=${INK}>${near(it.low, it.high, most, x) ? '' : signed(it.low * scale)}</text>
    <text x=${x(it.high)} y="32" font-size="10.5" text-anchor="middle" fill=${INK}>${near(it.low, it.high, most, x) ? '' : signed(it.high * scale)}</text>
  </svg>`
}

/** Whether the ends' labels would lie on each other or on the zero. */
function near(low: number, high: number, _most: number, x: (value: number) => number): boolean {
  return x(high) - x(low) < 44 || Math.abs(x(low) - WIDE / 2) < 20 || Math.abs(x(high) - WIDE / 2) < 20
}
