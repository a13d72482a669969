// Colours of maps and charts: told apart by colour-blind eyes, and no nation's flag.

export const SIDES = ['#b3670c', '#5a3d8a'] as const
export const SIDE_TINTS = ['#f6e3c8', '#e4dcf2'] as const
export const INK = '#2d2a26'
export const PAPER = '#fffdf6'
export const MUTED = '#5b554c'

export const TERRAIN: Readonly<Record<string, string>> = {
  open: '#f4ecd9', cultivated: '#d3dfb4', marsh: '#c3dedb', suburb: '#e2cbb2',
  urban: '#c79f80', port: '#b9b3bd', water: '#9cc6da',
}
export const RIVER = '#8fbfd8'
export const RIVER_EDGE = '#4a8aac'
export const BORDER = '#7d3c6b'
export const ROAD = '#8c4a32'
export const RAIL = '#3f3b36'
export const WORKS = '#6b4f1d'
export const MINES = '#a02c2c'

/** Chance that Iran holds a cell, 0 to 1: from one side's colour through pale to the other's. */
export function chance(p: number): string {
  const [r, g, b] = p < 0.5 ? mix([179, 103, 12], [247, 244, 236], p * 2) : mix([247, 244, 236], [90, 61, 138], p * 2 - 1)
  return `rgb(${r} ${g} ${b})`
}

function mix(a: readonly number[], b: readonly number[], share: number): number[] {
  return a.map((from, i) => Math.round(from + (b[i]! - from) * share))
}
