// A locator: where the map lies between cities that everybody finds on a globe.
import { svg, type TemplateResult } from 'lit-html'
import type { Act } from '../data/types'
import { S } from '../strings'
import { BORDER, INK, MUTED, RIVER_EDGE } from '../style/colours'
import { linesOf } from './ground'
import type { Point } from './mercator'

// round degrees of the cities, enough at this scale
const CITIES: Readonly<Record<string, Point>> = {
  tehran: [51.4, 35.7], baghdad: [44.4, 33.3], isfahan: [51.7, 32.7], kuwait: [48.0, 29.4], ahvaz: [48.7, 31.3],
}
const [WEST, EAST, SOUTH, NORTH] = [43, 53, 28.5, 36.5]
const WIDE = 150
const HIGH = Math.round((WIDE * (NORTH - SOUTH)) / ((EAST - WEST) * Math.cos((32.5 * Math.PI) / 180)))

export function locator(act: Act): TemplateResult {
  const [west, south, east, north] = act.window
  const [[left, top], [right, bottom]] = [at([west, north]), at([east, south])]
  return svg`<svg class="locator" width=${WIDE} height=${HIGH} viewBox="0 0 ${WIDE} ${HIGH}" role="img" aria-label=${S.map.locator}>
    <rect width=${WIDE} height=${HIGH} fill="#fffdf6" stroke="#98907f"></rect>
    ${[45, 50].map((lon) => svg`<line x1=${at([lon, 0])[0]} x2=${at([lon, 0])[0]} y1="0" y2=${HIGH} stroke="#e6dfd1"></line>
      <text x=${at([lon, 0])[0] + 2} y=${HIGH - 3} font-size="8" fill=${MUTED}>${lon}° E</text>`)}
    ${[30, 35].map((lat) => svg`<line y1=${at([0, lat])[1]} y2=${at([0, lat])[1]} x1="0" x2=${WIDE} stroke="#e6dfd1"></line>
      <text x="2" y=${at([0, lat])[1] - 2} font-size="8" fill=${MUTED}>${lat}° N</text>`)}
    ${['rivers', 'border'].map((layer) => (act.layers[layer]?.features ?? []).flatMap(linesOf).map((line) => svg`<path d=${trace(line)} fill="none" stroke=${layer === 'border' ? BORDER : RIVER_EDGE} stroke-width="1"></path>`))}
    ${Object.entries(CITIES).map(([name, point]) => city(S.map.cities[name] ?? name, at(point)))}
    <rect x=${left} y=${top} width=${right - left} height=${bottom - top} fill="#24476b" fill-opacity="0.15" stroke="#24476b" stroke-width="1.5"></rect>
  </svg>`
}

function at([lon, lat]: Point): [number, number] {
  return [((lon - WEST) / (EAST - WEST)) * WIDE, ((NORTH - lat) / (NORTH - SOUTH)) * HIGH]
}

function trace(line: readonly Point[]): string {
  return line.map((point, i) => `${i ? 'L' : 'M'}${at(point).map((each) => each.toFixed(1)).join(' ')}`).join('')
}

function city(name: string, [x, y]: Point): TemplateResult {
  const right = x < WIDE - 45
  return svg`<circle cx=${x} cy=${y} r="1.8" fill=${INK}></circle>
    <text x=${right ? x + 4 : x - 4} y=${y + 3} font-size="9" fill=${INK} text-anchor=${right ? 'start' : 'end'}>${name}</text>`
}
