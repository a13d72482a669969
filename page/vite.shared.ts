// What both builds share: the parts of the symbol library instead of all of it.
import { fileURLToPath } from 'node:url'

export const alias = {
  'milsymbol-parts': fileURLToPath(new URL('./node_modules/milsymbol/index.mjs', import.meta.url)),
}
