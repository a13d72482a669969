// Forces: both sides of an act as a tree, with symbols and ranges.
import { html, render, type TemplateResult } from 'lit-html'
import { count } from '../base/format'
import { formatHash, type Route } from '../base/router'
import type { Shown } from '../base/view'
import { json } from '../data/store'
import { actOf } from '../data/version'
import type { About, Act, Forces, ForceUnit, Range } from '../data/types'
import { loadSymbols, sign } from '../map/symbols'
import { S } from '../strings'
import { groupTitle } from './grouptitle'

const KINDS = ['men', 'tanks', 'carriers', 'guns'] as const

export async function forces(root: HTMLElement, route: Route): Promise<Shown> {
  const about = await json<About>('api/about')
  const name = actOf(route, about.acts)
  const [tree, act] = await Promise.all([json<Forces>(`api/forces/${name}`), json<Act>(`api/act/${name}`), loadSymbols()])
  const chosen = route.query.get('unit') ?? ''
  render(page(about, act, tree, chosen), root)
  paint(root)
  if (chosen) root.querySelector(`#u-${CSS.escape(chosen)}`)?.scrollIntoView({ block: 'center' })
  return {}
}

function page(about: About, act: Act, tree: Forces, chosen: string): TemplateResult {
  return html`<div class="page forces">
    <h1>${S.forces.title(S.acts[act.act] ?? tree.title)}</h1>
    <p class="acts">${about.acts.filter((each) => each !== act.act).map((each) => html`<a href=${formatHash('forces', [each])}>${S.acts[each] ?? each}</a>`)}</p>
    <p class="lead">${S.forces.lead}</p>
    <div class="two">${tree.sides.map((side, i) => html`<section class="side-${i}">
      <h2><span class="dot side-${i}"></span>${act.sides.find((each) => each.id === side.side)?.name ?? side.side}</h2>
      <p>${S.forces.units(side.units)}: ${strengthWords(side.strength)}</p>
      <p class="small">${S.forces.men} ${Object.entries(side.components).map(([name, men]) => `${S.component[name] ?? name.replaceAll('-', ' ')} ${range(men)}`).join(' · ')}</p>
      ${side.groups.map((group) => html`<details ?open=${group.units.some((each) => each.id === chosen)}>
        <summary>${groupTitle(group.units)} <span class="small">${S.forces.units(group.units.length)} · ${strengthWords(group.strength)} · ${S.forces.group(group.group.replaceAll(/[-_]/g, ' '))}</span></summary>
        <ul class="units">${group.units.map((unit) => unitItem(act, unit, i, unit.id === chosen))}</ul></details>`)}
    </section>`)}</div>
    ${leftOut(tree)}
  </div>`
}

function unitItem(act: Act, unit: ForceUnit, side: number, chosen: boolean): TemplateResult {
  const composition = Object.entries(unit.composition).map(([key, value]) => `${key.replaceAll('_', ' ')}: ${String(value)}`).join(' · ')
  return html`<li id="u-${unit.id}" class=${chosen ? 'chosen' : ''}>
    <canvas class="sign" data-sidc=${unit.sidc} data-side=${side} width="44" height="36" role="img" aria-label=${unit.symbol}></canvas>
    <div><b>${unit.name}</b> <a class="small" href=${formatHash('watch', [act.act], { unit: unit.id })}>${S.forces.onMap}</a><br>
      <span class="small">${strengthWords(unit.strength)} · ${S.component[unit.component] ?? unit.component.replaceAll('-', ' ')}${composition ? ` · ${composition}` : ''}</span></div></li>`
}

function strengthWords(strength: Record<string, Range>): string {
  return KINDS.filter((kind) => strength[kind] && strength[kind][1] > 0).map((kind) => `${range(strength[kind]!)} ${S.arms[kind]!.toLowerCase()}`).join(', ')
}

function range([low, high]: Range): string {
  return low === high ? count(low) : `${count(low)}–${count(high)}`
}

function leftOut(tree: Forces): TemplateResult | '' {
  const entries = Object.entries(tree.left_out)
  if (!entries.length) return ''
  return html`<details><summary>${S.forces.leftOut(entries.length)}</summary><ul>${entries.map(([name, why]) => html`<li>${name}: <span class="small">${typeof why === 'string' ? why : JSON.stringify(why)}</span></li>`)}</ul></details>`
}

function paint(root: HTMLElement): void {
  root.querySelectorAll<HTMLCanvasElement>('canvas.sign').forEach((canvas) => {
    const drawn = sign(canvas.dataset['sidc'] ?? '', Number(canvas.dataset['side']), 18)
    canvas.getContext('2d')!.drawImage(drawn.canvas, Math.round((canvas.width - drawn.width) / 2), Math.round((canvas.height - drawn.height) / 2))
  })
}
