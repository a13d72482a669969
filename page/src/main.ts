// The page: a head with the ways through it, one view at a time, a foot.
import './style/page.css'
import { html, render } from 'lit-html'
import { home } from './home/home'
import { follow, type Route } from './base/router'
import { problem, waiting, type Shown, type View } from './base/view'
import { astray, json, silent } from './data/store'
import type { About } from './data/types'
import { S } from './strings'

type Loader = () => Promise<View>
const VIEWS: Readonly<Record<string, Loader>> = {
  account: async () => home, // what a bare address opens comes with the first script
  watch: async () => (await import('./replay/watch')).watch,
  refights: async () => (await import('./ensemble/refights')).refights,
  whatif: async () => (await import('./whatif/whatif')).whatif,
  causes: async () => (await import('./whatif/causes')).causes,
  swap: async () => (await import('./whatif/swap')).swap,
  forces: async () => (await import('./cards/forces')).forces,
  places: async () => (await import('./cards/places')).places,
  sources: async () => (await import('./cards/sources')).sources,
  lesson: async () => (await import('./lesson/lesson')).lesson,
}
const WAYS = ['account', 'watch', 'refights', 'whatif', 'causes', 'lesson', 'forces', 'places', 'sources'] as const

let current: { view: string; shown: Shown | void } = { view: '', shown: undefined }
let turn = 0

async function go(): Promise<void> {
  const route = follow()
  const { view } = route
  nav(view)
  if (view === current.view && updated(route)) return
  await fresh(view, route)
}

/** Let the view that stands take the address; what it cannot take is begun afresh. */
function updated(route: Route): boolean {
  try {
    return current.shown?.update?.(route) ?? false
  } catch {
    return false
  }
}

async function load(view: string): Promise<View> {
  if (!Object.hasOwn(VIEWS, view)) throw astray(view)
  return VIEWS[view]!().catch(() => { throw silent() }) // its script comes from the server
}

async function fresh(view: string, route: Route): Promise<void> {
  const mine = ++turn
  current.shown?.dispose?.()
  current = { view, shown: undefined }
  const root = empty()
  render(waiting(), root)
  try {
    const show = await load(view)
    if (mine !== turn) return
    const shown = await show(root, route)
    if (mine === turn) current = { view, shown }
    else shown?.dispose?.()
  } catch (error) {
    if (mine === turn) render(problem(error), root)
  }
  if (mine === turn) arrived(view, root)
}

/** A clean element for a view, so that no view meets what another left. */
function empty(): HTMLElement {
  const main = document.getElementById('view')!
  const root = document.createElement('div')
  root.className = 'view'
  main.replaceChildren(root)
  return root
}

let first = true
function arrived(view: string, root: HTMLElement): void {
  document.title = `${S.nav[view as keyof typeof S.nav] ?? S.title} · ${S.title}`
  if (!first) {
    scrollTo(0, 0)
    const heading = root.querySelector<HTMLElement>('h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
  }
  first = false
  document.documentElement.dataset['ready'] = view
}

function nav(view: string): void {
  const ways = WAYS.map(
    (way) => html`<li><a href="#/${way}" aria-current=${way === view || (way === 'causes' && view === 'swap') ? 'page' : 'false'}>${S.nav[way]}</a></li>`,
  )
  const holder = document.getElementById('ways')!
  render(html`<ul>${ways}</ul>`, holder)
  const here = holder.querySelector<HTMLElement>('[aria-current=page]')
  if (here) holder.scrollLeft = here.offsetLeft - holder.clientWidth / 2 + here.offsetWidth / 2 - holder.offsetLeft
}

async function foot(): Promise<void> {
  const about = await json<About>('api/about')
  const words = html`<p>${about.closing} ${S.foot.not}</p>
    <p class="small">${S.foot.version(about.refight, about.digest.slice(0, 12), about.offline)}</p>`
  render(words, document.getElementById('foot')!)
}

document.getElementById('skip')!.addEventListener('click', (event) => {
  event.preventDefault()
  const heading = document.querySelector<HTMLElement>('#view h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
})
addEventListener('hashchange', () => void go())
void go()
void foot().catch(() => undefined)
