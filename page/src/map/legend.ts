// What the map's colours and signs mean, and the layers that can be put away.
import { html, svg, type TemplateResult } from 'lit-html'
import { BORDER, INK, MINES, RAIL, RIVER, RIVER_EDGE, ROAD, SIDES, SIDE_TINTS, TERRAIN, WORKS } from '../style/colours'
import { S } from '../strings'

export interface Toggle { readonly label: string; readonly on: boolean; set(on: boolean): void }

export function legend(period: string, toggles: readonly Toggle[], names: readonly string[], find: TemplateResult | '' = ''): TemplateResult {
  return html`<details class="map-legend">
    <summary>${S.map.legend}</summary>
    <div class="map-legend-body">
      <fieldset><legend>${S.map.layers}</legend>
        ${toggles.map((each) => html`<label><input type="checkbox" .checked=${each.on} @change=${(e: Event) => each.set((e.target as HTMLInputElement).checked)}> ${each.label}</label>`)}
      </fieldset>
      ${find}
      <ul class="swatches">
        ${names.map((name, side) => row(svg`<rect x="2" y="3" width="22" height="13" fill=${SIDE_TINTS[side]!} stroke=${SIDES[side]!} stroke-width="2"></rect>`, name))}
        ${Object.entries(TERRAIN).map(([word, fill]) => row(svg`<rect x="2" y="3" width="22" height="13" fill=${fill} stroke="#bbb2a0"></rect>`, S.terrain[word] ?? word))}
        ${row(svg`<path d="M2 10h22" stroke=${RIVER_EDGE} stroke-width="6"></path><path d="M2 10h22" stroke=${RIVER} stroke-width="4"></path>`, S.map.river)}
        ${row(line(ROAD, 2), S.map.road)}
        ${row(line(ROAD, 1.3, '4 3'), S.map.track)}
        ${row(svg`<path d="M2 10h22" stroke=${RAIL}></path><path d="M2 10h22" stroke=${RAIL} stroke-width="5" stroke-dasharray="1 5"></path>`, S.map.rail)}
        ${row(line(BORDER, 1.6, '7 3 1 3'), S.map.border)}
        ${row(svg`<path d="M2 10h22" stroke=${WORKS}></path><path d="M2 10h22" stroke=${WORKS} stroke-width="5" stroke-dasharray="1.2 3.5"></path>`, S.map.works)}
        ${row(svg`<path d="M3 10h22" stroke=${MINES} stroke-width="3.2" stroke-linecap="round" stroke-dasharray="0.1 6"></path>`, S.map.mines)}
        ${row(line(INK, 2.4), S.map.front)}
        ${row(line('#1f5f8b', 2, '5 3'), S.map.recordSet)}
        ${row(svg`<path d="M13 3l6 6l-6 6l-6 -6z" fill="#fffdf6" stroke="#1f5f8b" stroke-width="1.6"></path>`, S.map.recordEvent)}
        ${row(burst(), S.map.fight)}
        ${row(bridge(''), S.map.bridge)}
        ${row(bridge('2.5 2'), S.map.boats)}
        ${row(svg`<path d="M16 7a4 4 0 1 0 0 6" fill="none" stroke="#8c1d18" stroke-width="1.8"></path>`, S.map.cut)}
        ${row(bars(), S.map.bars)}
        ${row(svg`<rect x="5" y="4" width="16" height="12" rx="6" fill=${INK}></rect><text x="13" y="13.5" font-size="9" font-weight="700" text-anchor="middle" fill="#fffdf6">7</text>`, S.map.stack)}
      </ul>
      <p class="small">${period}</p>
    </div>
  </details>`
}

function row(sign: TemplateResult, words: string): TemplateResult {
  return html`<li><svg width="27" height="20" aria-hidden="true">${sign}</svg> ${words}</li>`
}

function line(ink: string, wide: number, dash = 'none'): TemplateResult {
  return svg`<path d="M2 10h22" stroke=${ink} stroke-width=${wide} stroke-dasharray=${dash}></path>`
}

function burst(): TemplateResult {
  return svg`<path d="M13 2v4M13 14v4M5 10h4M17 10h4M7.300 4.300l2.800 2.800M15.900 12.900l2.800 2.800M18.700 4.300l-2.800 2.800M10.100 12.900l-2.800 2.800" stroke="#8c1d18" stroke-width="2.200"></path>`
}

function bridge(dash: string): TemplateResult {
  return svg`<path d="M4 4l3 3h12l3 -3M4 16l3 -3h12l3 3" fill="none" stroke=${INK} stroke-width="1.600" stroke-dasharray=${dash || 'none'}></path>`
}

function bars(): TemplateResult {
  return svg`<rect x="2" y="4" width="22" height="3" fill="#2d2a26"></rect><rect x="2" y="9" width="17" height="3" fill="#2f6f9f"></rect><rect x="2" y="14" width="12" height="3" fill="#5f8f2f"></rect>`
}
