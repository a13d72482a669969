// The ground of an act as it lay then: terrain by cells, lines as the project drew them.
import * as colour from '../style/colours'
import type { Act, Feature } from '../data/types'
import { Mesh } from './mesh'
import { eased, type Point } from './mercator'
import { inMetres, inPixels, unit, type Eye } from './sheet'
import { drawLabels, type Label, labelsOf, type Box } from './labels'

interface Line { readonly path: Path2D; readonly feature: Feature }
type Ctx = CanvasRenderingContext2D

export class Ground {
  readonly #terrain: { colour: string; path: Path2D }[]
  readonly #net: Path2D
  readonly #lines: Readonly<Record<string, Line[]>>
  readonly #posts: Point[]
  readonly #labels: Label[]
  shown = { names: true, works: true, mines: true, net: true }

  constructor(readonly act: Act, readonly mesh: Mesh) {
    const { terrain, terrain_words: words } = act.cells
    this.#terrain = words.map((word, kind) => ({
      colour: colour.TERRAIN[word] ?? colour.PAPER,
      path: mesh.path((cell) => terrain[cell] === kind),
    }))
    this.#net = mesh.path(() => true)
    const names = ['rivers', 'canals', 'border', 'rail', 'roads', 'works', 'mines']
    this.#lines = Object.fromEntries(names.map((name) => [name, this.#trace(name)]))
    this.#posts = this.#features('works').flatMap((each) =>
      each.geometry.type === 'MultiPoint' ? (each.geometry.coordinates as Point[]).map((p) => mesh.at(...p)) : [],
    )
    this.#labels = labelsOf(act, mesh)
  }

  draw(ctx: Ctx, eye: Eye): void {
    ctx.fillStyle = colour.TERRAIN['open']!
    ctx.fillRect(0, 0, eye.width, eye.height)
    inMetres(ctx, eye)
    ctx.lineJoin = 'round'
    ctx.lineCap = 'round'
    this.#drawTerrain(ctx, eye)
    this.#drawWater(ctx, eye)
    this.#drawBorder(ctx, eye)
    this.#drawWays(ctx, eye)
    if (this.shown.works) this.#drawWorks(ctx, eye)
    if (this.shown.mines) this.#drawMines(ctx, eye)
    inPixels(ctx)
  }

  /** Names, to be laid over whatever covers the ground. */
  drawNames(ctx: Ctx, eye: Eye, signs: readonly Box[] = []): void {
    if (this.shown.names) drawLabels(ctx, eye, this.#labels, signs)
  }

  #drawTerrain(ctx: Ctx, eye: Eye): void {
    const px = unit(eye)
    for (const { colour: fill, path } of this.#terrain) {
      ctx.fillStyle = ctx.strokeStyle = fill
      ctx.lineWidth = 0.7 * px // a hair of the same colour closes the seams
      ctx.fill(path)
      ctx.stroke(path)
    }
    if (!this.shown.net || eye.k * this.mesh.spacing < 9 * eye.dpr) return
    ctx.strokeStyle = 'rgb(255 255 255 / 0.5)'
    ctx.lineWidth = 0.6 * px
    ctx.stroke(this.#net)
  }

  #drawWater(ctx: Ctx, eye: Eye): void {
    const px = unit(eye)
    for (const { path, feature } of this.#lines['rivers']!) {
      const floor = feature.properties.kind === 'major' ? 3 : 1.6
      const wide = Math.max(floor * px, Number(feature.properties['width_m'] ?? 0) * 1.16)
      this.#stroke(ctx, path, colour.RIVER_EDGE, wide + 1.4 * px)
      this.#stroke(ctx, path, colour.RIVER, wide)
    }
    for (const { path } of this.#lines['canals']!) this.#stroke(ctx, path, colour.RIVER_EDGE, 1.6 * px)
  }

  #drawBorder(ctx: Ctx, eye: Eye): void {
    const px = unit(eye)
    for (const { path } of this.#lines['border']!) {
      this.#stroke(ctx, path, 'rgb(125 60 107 / 0.14)', 8 * px)
      this.#stroke(ctx, path, colour.BORDER, 1.5 * px, [9 * px, 4 * px, px, 4 * px])
    }
  }

  #drawWays(ctx: Ctx, eye: Eye): void {
    const px = unit(eye)
    for (const { path } of this.#lines['rail']!) {
      this.#stroke(ctx, path, colour.RAIL, 1.1 * px)
      ctx.lineCap = 'butt'
      this.#stroke(ctx, path, colour.RAIL, 5 * px, [1.1 * px, 7 * px])
      ctx.lineCap = 'round'
    }
    for (const { path, feature } of this.#lines['roads']!) {
      if (feature.properties.kind === 'track') this.#stroke(ctx, path, colour.ROAD, 1.2 * px, [5 * px, 4 * px])
      else {
        this.#stroke(ctx, path, '#fff8ea', 3.6 * px)
        this.#stroke(ctx, path, colour.ROAD, 2 * px)
      }
    }
  }

  #drawWorks(ctx: Ctx, eye: Eye): void {
    const px = unit(eye)
    for (const { path, feature } of this.#lines['works']!) {
      const level = Number(feature.properties['level'] ?? 1)
      this.#stroke(ctx, path, colour.WORKS, (0.6 + 0.5 * level) * px)
      ctx.lineCap = 'butt'
      this.#stroke(ctx, path, colour.WORKS, (3.5 + 1.5 * level) * px, [1.2 * px, 4.2 * px])
      ctx.lineCap = 'round'
    }
    ctx.fillStyle = colour.PAPER
    ctx.strokeStyle = colour.WORKS
    ctx.lineWidth = 1.6 * px
    for (const [x, y] of this.#posts) {
      ctx.fillRect(x - 3 * px, y - 3 * px, 6 * px, 6 * px)
      ctx.strokeRect(x - 3 * px, y - 3 * px, 6 * px, 6 * px)
    }
  }

  #drawMines(ctx: Ctx, eye: Eye): void {
    const px = unit(eye)
    for (const { path, feature } of this.#lines['mines']!) {
      const gap = 12 - 8 * Number(feature.properties['density'] ?? 0.5)
      this.#stroke(ctx, path, colour.MINES, 3.2 * px, [0.1 * px, gap * px])
    }
  }

  #stroke(ctx: Ctx, path: Path2D, style: string, width: number, dash: number[] = []): void {
    ctx.strokeStyle = style
    ctx.lineWidth = width
    ctx.setLineDash(dash)
    ctx.stroke(path)
    ctx.setLineDash([])
  }

  #features(name: string): Feature[] {
    return this.act.layers[name]?.features ?? []
  }

  #trace(name: string): Line[] {
    return this.#features(name).flatMap((feature) =>
      linesOf(feature).map((points) => ({ feature, path: this.#path(points, feature) })),
    )
  }

  #path(points: readonly Point[], feature: Feature): Path2D {
    const from = Number(feature.properties['river_from'] ?? 0) // a border is eased in rivers only
    const line = [...points.slice(0, from), ...eased(points.slice(from))]
    const path = new Path2D()
    line.forEach(([lon, lat], i) => {
      const [x, y] = this.mesh.at(lon, lat)
      if (i === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
    })
    return path
  }
}

export function linesOf(feature: Feature): Point[][] {
  const { type, coordinates } = feature.geometry
  if (type === 'LineString') return [coordinates as Point[]]
  if (type === 'MultiLineString') return coordinates as Point[][]
  return []
}
