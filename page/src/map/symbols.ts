// Unit symbols after APP-6, drawn once for each size and kept. The library that draws
// them is large and comes only when a map is shown.
import { INK, SIDE_TINTS, SIDES } from '../style/colours'

export interface Sign { readonly canvas: HTMLCanvasElement; readonly width: number; readonly height: number; readonly cx: number; readonly cy: number }

type Milsymbol = typeof import('milsymbol-parts').ms
let library: Milsymbol | null = null
const kept = new Map<string, Sign>()

/** Fetch the library; until then `sign` draws plain frames. */
export async function loadSymbols(): Promise<void> {
  if (library) return
  const { ms, numberlandunit } = await import('milsymbol-parts')
  ms.addIcons(numberlandunit)
  library = ms
  kept.clear()
}

/** A sign for a unit; size is its frame's height in device pixels. */
export function sign(sidc: string, side: number, size: number): Sign {
  const rounded = Math.max(8, Math.round(size / 2) * 2)
  const key = `${sidc}/${side}/${rounded}`
  const known = kept.get(key)
  if (known) return known
  const made = library ? drawn(library, sidc, side, rounded) : plain(side, rounded)
  kept.set(key, made)
  return made
}

function drawn(ms: Milsymbol, sidc: string, side: number, size: number): Sign {
  const symbol = new ms.Symbol(sidc, {
    size, fillColor: SIDE_TINTS[side]!, frameColor: every(SIDES[side]!), iconColor: every(INK),
    outlineColor: every('#fffdf6'), outlineWidth: 5, strokeWidth: 5, infoFields: false,
  })
  if (!symbol.isValid()) return plain(side, size)
  const canvas = symbol.asCanvas()
  const { x, y } = symbol.getAnchor()
  return { canvas, width: canvas.width, height: canvas.height, cx: x, cy: y }
}

/** One colour whatever the standard identity. */
function every(ink: string): { Civilian: string; Friend: string; Hostile: string; Neutral: string; Unknown: string; Suspect: string } {
  return { Civilian: ink, Friend: ink, Hostile: ink, Neutral: ink, Unknown: ink, Suspect: ink }
}

function plain(side: number, size: number): Sign {
  const canvas = document.createElement('canvas')
  canvas.width = size * 1.5 + 4
  canvas.height = size + 4
  const ctx = canvas.getContext('2d')!
  ctx.fillStyle = SIDE_TINTS[side]!
  ctx.strokeStyle = SIDES[side]!
  ctx.lineWidth = 2
  ctx.fillRect(2, 2, size * 1.5, size)
  ctx.strokeRect(2, 2, size * 1.5, size)
  return { canvas, width: canvas.width, height: canvas.height, cx: canvas.width / 2, cy: canvas.height / 2 }
}
