// Words of the commands, set for a page: true minus signs, arrows, no names of scales.
import { S } from '../strings'

const SCALES: readonly (readonly [RegExp, string])[] = [
  [/\bby-record\b/g, S.verdict.byRecord],
  [/\bwithin-act\b/g, S.verdict.withinAct],
  [/\bs0*(\d+)-([a-z])\b/g, S.verdict.sum],
]
const LOWERS = /lowers the chance by [-−]([\d.]+) \[[-−]([\d.]+), [-−]([\d.]+)\]/g
const RAISES = /raises the chance by \+?([\d.]+) \[\+?([\d.]+), \+?([\d.]+)\]/g

/** Set a line: "-4.5 [-0.4, +9.3]" becomes "−4.5 [−0.4, +9.3]". */
export function tidy(words: string): string {
  const named = SCALES.reduce((text, [name, said]) => text.replace(name, said), words)
  return named.replace(/ -> /g, ' → ').replace(/(^|[\s[(])-(?=\d)/g, '$1−')
}

/** Set the word of a verdict; a chance goes down by a plain number of points. */
export function verdictWord(axis: string, word: string): string {
  const known = S.verdict.words[axis]?.[word]
  if (known) return known
  return tidy(word.replace(LOWERS, `${S.verdict.lowers} $1 ${S.verdict.points} [$3 ${S.to} $2]`).replace(RAISES, `${S.verdict.raises} $1 ${S.verdict.points} [$2 ${S.to} $3]`))
}
