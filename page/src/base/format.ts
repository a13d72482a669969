// Numbers and dates as words, on the scale of an outcome.
import type { Maybe } from '../data/types'
import { S } from '../strings'
import { dateOf, inWords } from './dates'

export interface Scale { readonly kind: string; readonly unit: string | null; readonly start: string }

export function count(value: number): string {
  const digits = Math.abs(value) < 20 && !Number.isInteger(value) ? 1 : 0
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits })
}

export function percent(share: number): string {
  const value = share * 100
  return `${value > 0 && value < 1 ? '<1' : value > 99 && value < 100 ? '>99' : Math.round(value)}%`
}

/** One value of an outcome: a date, a number with its unit, or yes and no. */
export function figure(scale: Scale, value: Maybe, short = false): string {
  if (value === null) return S.never
  if (scale.kind === 'date') return inWords(dateOf(scale.start, value), short)
  if (scale.kind === 'event') return value >= 0.5 ? S.yes : S.no
  if (scale.unit === 'year') return String(value)
  return short || !scale.unit ? count(value) : `${count(value)} ${scale.unit}`
}

export function span(scale: Scale, low: Maybe, high: Maybe, short = false): string {
  if (low === null && high === null) return ''
  if (low === high || high === null) return figure(scale, low, short)
  if (low === null) return figure(scale, high, short)
  const ends = `${figure({ ...scale, unit: null }, low, short)} ${S.to} ${figure({ ...scale, unit: null }, high, short)}`
  return scale.kind === 'date' || short || !scale.unit ? ends : `${ends} ${scale.unit}`
}

/** An interval of refights: its upper end may lie beyond the act. */
export function interval(scale: Scale, [low, high]: readonly [Maybe, Maybe]): string {
  if (high !== null || low === null) return span(scale, low, high)
  return S.fromOn(figure(scale, low))
}

/** A difference with its interval: "−1.5 days [−2.1, −0.9]". */
export function difference(kind: string, unit: string, it: { value: number; low: number; high: number }): string {
  const points = kind === 'event'
  const scale = points ? 100 : 1
  const words = points ? S.points : kind === 'date' ? S.days : unit
  return `${signed(it.value * scale)} ${words} [${signed(it.low * scale)}, ${signed(it.high * scale)}]`
}

export function signed(value: number): string {
  const digits = Math.abs(value) < 100 ? 1 : 0
  const text = Math.abs(value).toLocaleString('en-GB', { maximumFractionDigits: digits })
  return text === '0' ? '0' : `${value < 0 ? '−' : '+'}${text}`
}

/** A dozen or fewer round numbers between two ends. */
export function ticks(low: number, high: number, wanted = 6): number[] {
  const raw = (high - low) / Math.max(1, wanted)
  if (!(raw > 0)) return [low]
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((m) => m * power).find((each) => each >= raw) ?? raw
  const found: number[] = []
  for (let at = Math.ceil(low / step) * step; at <= high + step * 1e-9; at += step) found.push(Number(at.toPrecision(12)))
  return found
}
