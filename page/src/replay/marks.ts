// What is on record for a day, on the map: named ground with its dates, and events.
import type { Act } from '../data/types'
import type { Mesh } from '../map/mesh'
import { inMetres, inPixels, onScreen, unit, type Eye } from '../map/sheet'

const BLUE = '#1f5f8b'
type Ctx = CanvasRenderingContext2D

export function drawMarks(ctx: Ctx, eye: Eye, act: Act, mesh: Mesh, day: number): void {
  const seen = act.marks.filter((mark) => mark.set && mark.low <= day && day <= Math.max(mark.high, mark.day))
  inMetres(ctx, eye)
  for (const mark of seen) outline(ctx, eye, mesh, act.sets[mark.set!]?.cells ?? [])
  inPixels(ctx)
  for (const event of act.events) {
    if (event.lon === null || event.lat === null || Math.floor(event.day) !== day) continue
    diamond(ctx, ...onScreen(eye, mesh.at(event.lon, event.lat)), 6 * eye.dpr)
  }
}

function outline(ctx: Ctx, eye: Eye, mesh: Mesh, cells: readonly number[]): void {
  const inside = new Set(cells)
  const path = new Path2D()
  for (const cell of cells) {
    for (let k = 0; k < 6; k++) {
      if (inside.has(mesh.cells.neighbours[6 * cell + k]!)) continue
      path.moveTo(...mesh.corner(mesh.cells.rings[6 * cell + k]!))
      path.lineTo(...mesh.corner(mesh.cells.rings[6 * cell + ((k + 1) % 6)]!))
    }
  }
  ctx.strokeStyle = BLUE
  ctx.lineWidth = 2.2 * unit(eye)
  ctx.setLineDash([6 * unit(eye), 4 * unit(eye)])
  ctx.stroke(path)
  ctx.setLineDash([])
}

function diamond(ctx: Ctx, x: number, y: number, half: number): void {
  ctx.beginPath()
  ctx.moveTo(x, y - half)
  ctx.lineTo(x + half, y)
  ctx.lineTo(x, y + half)
  ctx.lineTo(x - half, y)
  ctx.closePath()
  ctx.fillStyle = '#fffdf6'
  ctx.strokeStyle = BLUE
  ctx.lineWidth = half / 2.6
  ctx.fill()
  ctx.stroke()
}
