// Things on the map by name, for those who do not point: choose one and go there.
import { html, type TemplateResult } from 'lit-html'
import type { Act } from '../data/types'
import { S } from '../strings'
import type { Found } from './pick'

const LAYERS = ['rivers', 'canals', 'crossings', 'places', 'works', 'mines', 'roads'] as const

export function finder(act: Act, go: (found: Found) => void): TemplateResult {
  const groups = LAYERS.map((layer) => ({ layer, features: act.layers[layer]?.features.filter((each) => each.properties.name) ?? [] }))
  const chosen = (event: Event): void => {
    const select = event.target as HTMLSelectElement
    const [layer = '', index = ''] = select.value.split('/')
    const feature = act.layers[layer]?.features.filter((each) => each.properties.name)[Number(index)]
    select.value = ''
    if (feature) go({ layer, feature })
  }
  return html`<label class="finder">${S.map.find} <select @change=${chosen}><option value=""></option>
    ${groups.map(({ layer, features }) => features.length ? html`<optgroup label=${S.feature.layer[layer] ?? layer}>
      ${features.map((each, i) => html`<option value=${`${layer}/${i}`}>${each.properties.name}</option>`)}</optgroup>` : '')}
  </select></label>`
}
