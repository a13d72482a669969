// Packs: a JSON head and typed arrays in one binary answer (page-data.md, "Packs").

export type Numbers = Uint8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array | Float64Array
export interface Table { readonly data: Numbers; readonly shape: readonly number[] }
export interface Pack<Head> { readonly head: Head; readonly arrays: Readonly<Record<string, Table>> }

const TYPES = {
  uint8: Uint8Array, uint16: Uint16Array, int16: Int16Array, uint32: Uint32Array,
  int32: Int32Array, float32: Float32Array, float64: Float64Array,
} as const

interface Listed { type: keyof typeof TYPES; shape: number[]; at: number }

/** Take a pack apart; arrays are views of the buffer. Throws on anything else. */
export function unpack<Head>(buffer: ArrayBuffer): Pack<Head> {
  const view = new DataView(buffer)
  if (buffer.byteLength < 8 || view.getUint32(0) !== 0x5246504b) throw new Error('not a pack (RFPK)')
  const length = view.getUint32(4, true)
  const text = new TextDecoder().decode(new Uint8Array(buffer, 8, length))
  const head = JSON.parse(text) as Head & { arrays: Record<string, Listed> }
  const arrays: Record<string, Table> = {}
  for (const [name, listed] of Object.entries(head.arrays)) arrays[name] = table(buffer, 8 + length, listed)
  return { head, arrays }
}

function table(buffer: ArrayBuffer, base: number, { type, shape, at }: Listed): Table {
  const Type = TYPES[type]
  if (Type === undefined) throw new Error(`unknown array type ${type}`)
  const size = shape.reduce((a, b) => a * b, 1)
  return { data: new Type(buffer, base + at, size), shape }
}

export function need(pack: Pack<unknown>, name: string): Table {
  const found = pack.arrays[name]
  if (found === undefined) throw new Error(`the pack has no array ${name}`)
  return found
}
