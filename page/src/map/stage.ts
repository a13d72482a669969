// The map of an act: the library gives pan, zoom and keys; sheets do the drawing.
import OlMap from 'ol/Map'
import View from 'ol/View'
import ScaleLine from 'ol/control/ScaleLine'
import { defaults as interactions } from 'ol/interaction/defaults'
import type { Act } from '../data/types'
import { S } from '../strings'
import { Ground } from './ground'
import { Mesh } from './mesh'
import { toPlane, type Point } from './mercator'
import { Sheet, type Draw } from './sheet'

const PANEL = 350 // pixels that the words at the map's left may cover
const BUTTONS = 200 // and those, with names that stand out of the field, at its right
// milliseconds of a movement; none for who asked the machine for less of it
const GLIDE = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200
const CLOSE = 20 // metres of the plane to a pixel: some quarters of a town

export class Stage {
  readonly mesh: Mesh
  readonly ground: Ground
  readonly map: OlMap
  readonly #ground: Sheet
  readonly #sheets: Sheet[] = []

  constructor(target: HTMLElement, readonly act: Act, view?: View) {
    this.mesh = new Mesh(act.cells, act.window)
    this.ground = new Ground(act, this.mesh)
    this.#ground = new Sheet(this.mesh.origin, (ctx, eye) => this.ground.draw(ctx, eye))
    target.tabIndex = 0
    target.setAttribute('role', 'application')
    target.setAttribute('aria-label', S.map.label(act.title))
    this.map = new OlMap({
      target,
      layers: [this.#ground],
      controls: [new ScaleLine({ minWidth: 70 })],
      interactions: interactions({ altShiftDragRotate: false, pinchRotate: false }),
      view: view ?? viewOf(act),
    })
    if (!view) this.home()
  }

  /** Lay a sheet over what is there; returns it, to be touched when it changes. */
  lay(paint: Draw): Sheet {
    const sheet = new Sheet(this.mesh.origin, paint)
    this.#sheets.push(sheet)
    this.map.addLayer(sheet)
    return sheet
  }

  touch(): void {
    this.#sheets.forEach((sheet) => sheet.touch())
  }

  touchGround(): void {
    this.#ground.touch()
    this.touch()
  }

  /** Show the whole field of the act. */
  home(): void {
    this.#fit(this.act.window)
  }

  city(): void {
    this.#fit(this.act.city)
  }

  /** Look closely at a point in degrees. */
  lookAt(lon: number, lat: number): void {
    this.map.getView().setResolution(CLOSE)
    this.map.getView().setCenter(toPlane(lon, lat))
  }

  zoom(by: number): void {
    const view = this.map.getView()
    view.animate({ zoom: (view.getZoom() ?? 0) + by, duration: GLIDE })
  }

  centre(at: Point, animate = true): void {
    const center = [at[0] + this.mesh.origin[0], this.mesh.origin[1] - at[1]]
    if (animate) this.map.getView().animate({ center, duration: GLIDE })
    else this.map.getView().setCenter(center)
  }

  /** Metres of the sheet under a point of the screen. */
  under(pixel: number[]): [number, number] {
    const [x, y] = this.map.getCoordinateFromPixel(pixel) as [number, number]
    return [x - this.mesh.origin[0], this.mesh.origin[1] - y]
  }

  dispose(): void {
    this.map.setTarget(undefined)
    this.map.dispose()
  }

  #fit([west, south, east, north]: Act['window']): void {
    const extent = [...toPlane(west, south), ...toPlane(east, north)]
    const target = this.map.getTargetElement()
    const size = this.map.getSize() ?? (target ? [target.clientWidth, target.clientHeight] : undefined)
    const spare = size ? size[0]! - 16 - BUTTONS - ((size[1]! - 16) * (extent[2]! - extent[0]!)) / (extent[3]! - extent[1]!) : 0
    const left = 8 + Math.max(0, Math.min(PANEL, spare)) // a tall field stands beside the words, not under them
    this.map.getView().fit(extent, { padding: [8, 8, 8, left], ...(size ? { size } : {}) })
  }
}

function viewOf(act: Act): View {
  const [west, south, east, north] = act.window
  const pad = Math.max(east - west, north - south) // room to stand beside the words
  return new View({
    extent: [...toPlane(west - pad, south - pad), ...toPlane(east + pad, north + pad)],
    minResolution: 3,
    showFullExtent: true,
    enableRotation: false,
  })
}
