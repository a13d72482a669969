// Save what is seen: a chart as SVG, a map as PNG, a replay as a film. All of it stays
// on this machine.
import { html, type TemplateResult } from 'lit-html'
import { S } from '../strings'

export function saveSvg(chart: SVGElement, name: string): void {
  const copy = chart.cloneNode(true) as SVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('font-family', 'system-ui, sans-serif')
  const text = new XMLSerializer().serializeToString(copy).replace(/<!--.*?-->/gs, '')
  save(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`)
}

/** A button that saves the chart of the figure it stands in. */
export function saveButton(name: string): TemplateResult {
  const take = (event: Event): void => {
    const chart = (event.target as HTMLElement).closest('figure')?.querySelector<SVGElement>('svg.chart')
    if (chart) saveSvg(chart, `refight-${name}`)
  }
  return html`<button class="save-chart no-print" @click=${take}>${S.chart.save}</button>`
}

export function saveMap(holder: HTMLElement, name: string): void {
  const canvas = document.createElement('canvas')
  gather(holder, canvas, '')
  canvas.toBlob((blob) => blob && save(blob, `${name}.png`), 'image/png')
}

/** Put all sheets of a map on one canvas, with a line of words below. */
export function gather(holder: HTMLElement, canvas: HTMLCanvasElement, words: string): void {
  const sheets = [...holder.querySelectorAll<HTMLCanvasElement>('canvas.sheet')]
  const [wide, high] = [sheets[0]?.width ?? 1, sheets[0]?.height ?? 1]
  if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high]
  const ctx = canvas.getContext('2d')!
  sheets.forEach((sheet) => ctx.drawImage(sheet, 0, 0))
  if (words === '') return
  const size = Math.max(14, Math.round(high / 32))
  ctx.font = `600 ${size}px system-ui, sans-serif`
  ctx.fillStyle = 'rgb(255 253 246 / 0.9)'
  ctx.fillRect(0, high - size * 1.8, ctx.measureText(words).width + size * 1.4, size * 1.8)
  ctx.fillStyle = '#24211d'
  ctx.fillText(words, size * 0.7, high - size * 0.6)
}

export function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
