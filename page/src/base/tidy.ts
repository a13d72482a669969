// Words of the commands, set for a page: true minus signs, arrows, no names of scales.
import { S } from '../strings'

const SCALES: readonly (readonly [RegExp, string])[] = [
  [/\bby-record\b/g, S.verdict.byRecord],
  [/\bwithin-act\b/g, S.verdict.withinAct],
  [/\b95% Monte-Carlo interval\b/g, S.verdict.byChance],
  [/\bs0*(\d+)-([a-z])\b/g, S.verdict.sum],
]

/** Set a line: "-4.5 [-0.4, +9.3]" becomes "−4.5 [−0.4, +9.3]". */
export function tidy(words: string): string {
  const named = SCALES.reduce((text, [name, said]) => text.replace(name, said), words)
  return named.replace(/ -> /g, ' → ').replace(/(^|[\s[(])-(?=\d)/g, '$1−')
}

/** Set the word of a verdict. */
export function verdictWord(axis: string, word: string): string {
  return S.verdict.words[axis]?.[word] ?? tidy(word)
}
