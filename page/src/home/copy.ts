// A reader's own copy of the article: normalised, split, matched by digest.
// The rules are those of the account (sentences.yaml, normalisation); nothing leaves
// the browser.
import { sha256 } from '../base/sha256'

const BOUNDARY = /(?:(?<=[.?!])|(?<=[.?!]["'\u2019\u201d]))\s+(?=["'\u2018\u201c]?[A-Z])/u
const LINES = /\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]/
export const LARGEST = 200_000 // bytes; the account has seven thousand

export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/[\s\x1c-\x1f\x85]+/g, ' ')
    .trim()
}

export function units(text: string): string[] {
  return text
    .split(LINES)
    .flatMap((line) => line.split(BOUNDARY))
    .map(normalise)
    .filter((piece) => piece !== '')
}

/** Original wording of every sentence whose digest is met in the text, by id. */
export function match(text: string, wanted: readonly { id: string; sha256: string }[]): Map<string, string> {
  const found = new Map(units(text).map((piece) => [sha256(piece), piece]))
  const wording = new Map<string, string>()
  for (const { id, sha256: digest } of wanted) {
    const piece = found.get(digest)
    if (piece !== undefined) wording.set(id, piece)
  }
  return wording
}
