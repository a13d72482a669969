// Save what is seen: a chart as SVG, a map as PNG. All of it stays on this machine.

export function saveSvg(chart: SVGElement, name: string): void {
  const copy = chart.cloneNode(true) as SVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('font-family', 'system-ui, sans-serif')
  const text = new XMLSerializer().serializeToString(copy).replace(/<!--.*?-->/gs, '')
  save(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`)
}

/** Put all sheets of a map on one canvas and save it. */
export function saveMap(holder: HTMLElement, name: string): void {
  const sheets = [...holder.querySelectorAll<HTMLCanvasElement>('canvas.sheet')]
  const canvas = document.createElement('canvas')
  canvas.width = sheets[0]?.width ?? 1
  canvas.height = sheets[0]?.height ?? 1
  const ctx = canvas.getContext('2d')!
  sheets.forEach((sheet) => ctx.drawImage(sheet, 0, 0))
  canvas.toBlob((blob) => blob && save(blob, `${name}.png`), 'image/png')
}

export function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
