// Names on the map in both scripts, placed where they do not lie on each other.
import { INK, MUTED } from '../style/colours'
import type { Act, Feature } from '../data/types'
import type { Mesh } from './mesh'
import { eased, type Point } from './mercator'
import { onScreen, type Eye } from './sheet'

type Ctx = CanvasRenderingContext2D
export type Box = readonly [number, number, number, number] // left, top, right, bottom

const GAPS = [6, 22, 36] // pixels from the point: beside it, or beyond a sign that stands on it
const STRUCK = 0.1 // share of a small name under signs from which it had better be left out
const LEAD = 10 // pixels from its point from which a line leads to a name
const ALWAYS = 2 // rank up to which a name is drawn even so, and may stand further off

export interface Label {
  readonly latin: string
  readonly persian: string
  readonly rank: number
  readonly at?: Point
  readonly along?: readonly Point[]
}

const LATIN = 'system-ui, "Segoe UI", "Noto Sans", sans-serif'
const PERSIAN = '"Vazirmatn", "Noto Naskh Arabic", "Noto Sans Arabic", Tahoma, "DejaVu Sans", sans-serif'
// by rank of the place: name shown from so many device-independent pixels a kilometre
const FROM_SCALE = [0, 0, 2.5, 7, 22]

export function labelsOf(act: Act, mesh: Mesh): Label[] {
  const places = (act.layers['places']?.features ?? []).map((each) => ({
    ...named(each),
    rank: Number(each.properties['rank'] ?? 3),
    at: mesh.at(...(each.geometry.coordinates as Point)),
  }))
  const water = [...(act.layers['rivers']?.features ?? []), ...(act.layers['canals']?.features ?? [])].map((each) => ({
    ...named(each),
    rank: each.properties.kind === 'major' ? 1 : 3,
    along: eased(each.geometry.coordinates as Point[]).map((p) => mesh.at(...p)),
  }))
  return [...places, ...water].sort((a, b) => a.rank - b.rank)
}

function named(feature: Feature): { latin: string; persian: string } {
  return { latin: feature.properties.name ?? '', persian: feature.properties.name_fa ?? '' }
}

/** Draw names; they keep clear of the signs where they can. */
export function drawLabels(ctx: Ctx, eye: Eye, labels: readonly Label[], signs: readonly Box[] = []): void {
  const taken: Box[] = []
  const scale = (eye.k * 1000) / eye.dpr
  ctx.lineJoin = 'round'
  for (const label of labels) {
    if (scale < (FROM_SCALE[label.rank] ?? 22)) continue
    if (label.at) drawAt(ctx, eye, label, label.at, taken, signs)
    else if (label.along) drawAlong(ctx, eye, label, label.along, taken)
  }
}

function drawAt(ctx: Ctx, eye: Eye, label: Label, at: Point, taken: Box[], signs: readonly Box[]): void {
  const [x, y] = onScreen(eye, at)
  if (x < -50 || y < -20 || x > eye.width + 50 || y > eye.height + 20) return
  const size = (label.rank <= 1 ? 15 : label.rank === 2 ? 12.5 : 11) * eye.dpr
  dot(ctx, x, y, label.rank, eye.dpr)
  const weight = label.rank <= 2 ? 600 : 400
  const wide = Math.max(width(ctx, label.latin, size, LATIN, weight), width(ctx, label.persian, size * 0.95, PERSIAN, 400))
  const high = size * 2.3
  const gaps = label.rank <= ALWAYS ? GAPS : GAPS.slice(0, 2)
  const spots = gaps.flatMap((gap) => around(x, y, wide, high, gap * eye.dpr))
  const open = spots.filter(([left, top]) => free([left, top, left + wide, top + high], taken))
  const spot = clearest(open, wide, high, signs, label.rank <= ALWAYS ? 1 : STRUCK)
  if (!spot) return
  taken.push([spot[0], spot[1], spot[0] + wide, spot[1] + high])
  lead(ctx, [x, y], [spot[0], spot[1], spot[0] + wide, spot[1] + high], eye.dpr)
  text(ctx, label.latin, spot[0], spot[1] + size, size, LATIN, weight, INK, eye.dpr)
  text(ctx, label.persian, spot[0], spot[1] + size * 2.1, size * 0.95, PERSIAN, 400, MUTED, eye.dpr)
}

/** The first of the spots that no sign covers, else the least covered, if that can be read. */
export function clearest(spots: readonly Point[], wide: number, high: number, signs: readonly Box[], most: number): Point | null {
  let [best, least]: [Point | null, number] = [null, Infinity]
  for (const [left, top] of spots) {
    const share = covered([left, top, left + wide, top + high], signs)
    if (share < least) [best, least] = [[left, top], share]
  }
  return least <= most ? best : null
}

/** How much of a box lies under others; where they overlap it counts twice, up to all. */
function covered(box: Box, over: readonly Box[]): number {
  const area = (box[2] - box[0]) * (box[3] - box[1])
  const parts = over.map((it) => Math.max(0, Math.min(box[2], it[2]) - Math.max(box[0], it[0])) * Math.max(0, Math.min(box[3], it[3]) - Math.max(box[1], it[1])))
  return Math.min(1, parts.reduce((sum, each) => sum + each, 0) / area)
}

/** Right, left, above, below of a point, then aslant. */
function around(x: number, y: number, wide: number, high: number, gap: number): Point[] {
  const [right, left] = [x + gap, x - gap - wide]
  const [above, below] = [y - gap - high, y + gap]
  const straight: Point[] = [[right, y - high / 2], [left, y - high / 2], [x - wide / 2, above], [x - wide / 2, below]]
  return [...straight, [right, above], [right, below], [left, above], [left, below]]
}

/** A thin line from a point to a name that had to go further from it. */
function lead(ctx: Ctx, [x, y]: Point, [left, top, right, bottom]: Box, dpr: number): void {
  const [nearX, nearY] = [Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom))]
  if (Math.hypot(nearX - x, nearY - y) < LEAD * dpr) return
  ctx.beginPath()
  ctx.moveTo(x, y)
  ctx.lineTo(nearX, nearY)
  ctx.strokeStyle = INK
  ctx.lineWidth = 0.8 * dpr
  ctx.stroke()
}

function drawAlong(ctx: Ctx, eye: Eye, label: Label, along: readonly Point[], taken: Box[]): void {
  const size = 12 * eye.dpr
  const wide = width(ctx, label.latin, size, LATIN, 400) + 8 * eye.dpr
  const seen = along.map((p) => onScreen(eye, p))
  const stretch = straightest(seen, wide, eye)
  if (!stretch) return
  const { x, y, angle } = stretch
  const half = wide / 2
  const box: Box = [x - half, y - half * Math.abs(Math.sin(angle)) - size, x + half, y + half * Math.abs(Math.sin(angle)) + size]
  if (!free(box, taken)) return
  taken.push(box)
  ctx.save()
  ctx.translate(x, y)
  ctx.rotate(angle)
  ctx.textAlign = 'center'
  text(ctx, label.latin, 0, -5 * eye.dpr, size, `italic ${LATIN}`, 400, '#245a78', eye.dpr)
  text(ctx, label.persian, 0, size + 3 * eye.dpr, size, PERSIAN, 400, '#245a78', eye.dpr)
  ctx.restore()
  ctx.textAlign = 'start'
}

interface Stretch { x: number; y: number; angle: number; bend: number }

/** The straightest stretch on the screen that is as long as the name. */
function straightest(points: readonly Point[], wide: number, eye: Eye): Stretch | null {
  let best: Stretch | null = null
  for (let start = 0; start < points.length; start++) {
    let [end, length] = [start, 0]
    while (end + 1 < points.length && length < wide) {
      length += Math.hypot(points[end + 1]![0] - points[end]![0], points[end + 1]![1] - points[end]![1])
      end++
    }
    if (length < wide) break
    const [[ax, ay], [bx, by]] = [points[start]!, points[end]!]
    const [x, y] = [(ax + bx) / 2, (ay + by) / 2]
    if (x < wide / 2 || y < 30 || x > eye.width - wide / 2 || y > eye.height - 30) continue
    let angle = Math.atan2(by - ay, bx - ax)
    if (Math.abs(angle) > Math.PI / 2) angle -= Math.sign(angle) * Math.PI
    const bend = length / Math.max(1, Math.hypot(bx - ax, by - ay)) + Math.abs(angle) * 0.02
    if (!best || bend < best.bend) best = { x, y, angle, bend }
  }
  return best
}

function dot(ctx: Ctx, x: number, y: number, rank: number, dpr: number): void {
  ctx.beginPath()
  ctx.arc(x, y, (rank <= 1 ? 3.2 : 2.2) * dpr, 0, 2 * Math.PI)
  ctx.fillStyle = '#fffdf6'
  ctx.strokeStyle = INK
  ctx.lineWidth = 1.2 * dpr
  ctx.fill()
  ctx.stroke()
}

function text(ctx: Ctx, words: string, x: number, y: number, size: number, family: string, weight: number, ink: string, dpr: number): void {
  if (words === '') return
  ctx.font = font(size, family, weight)
  ctx.strokeStyle = 'rgb(251 247 236 / 0.9)'
  ctx.lineWidth = 3 * dpr
  ctx.strokeText(words, x, y)
  ctx.fillStyle = ink
  ctx.fillText(words, x, y)
}

function width(ctx: Ctx, words: string, size: number, family: string, weight: number): number {
  ctx.font = font(size, family, weight)
  return ctx.measureText(words).width
}

function font(size: number, family: string, weight: number): string {
  const italic = family.startsWith('italic ')
  return `${italic ? 'italic ' : ''}${weight} ${size}px ${italic ? family.slice(7) : family}`
}

function free(box: Box, taken: readonly Box[]): boolean {
  return !taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3])
}
