// A tiny act for tests: three cells in a row and two refought steps.
import type { Cells } from '../src/data/types'

/** Three hexagons side by side, pointed up; corners are shared. */
export function cells(): Cells {
  const vertices: number[] = []
  const index = new Map<string, number>()
  const rings: number[] = []
  const centres: number[] = []
  for (let cell = 0; cell < 3; cell++) {
    const x = 1000 + cell * 1732
    centres.push(x, 1000)
    for (let k = 0; k < 6; k++) {
      const angle = Math.PI / 6 + (k * Math.PI) / 3
      const point = [Math.round((x + 1000 * Math.cos(angle)) / 4) * 4, Math.round((1000 + 1000 * Math.sin(angle)) / 4) * 4]
      const key = point.join()
      if (!index.has(key)) {
        index.set(key, vertices.length / 2)
        vertices.push(...point)
      }
      rings.push(index.get(key)!)
    }
  }
  const neighbours = new Array<number>(18).fill(-1)
  neighbours[5] = 1 // ring corner 5 to 0 is the right-hand side
  neighbours[6 + 2] = 0
  neighbours[6 + 5] = 2
  neighbours[12 + 2] = 1
  return {
    count: 3, resolution: 8, origin: [48, 30.4], grain: 1e-5, vertices, rings, neighbours, centres,
    terrain: [0, 0, 0], terrain_words: ['open'], works: [0, 0, 0], mines: [0, 0, 0], control: [0, 1, 1], names: ['', '', ''],
  }
}

/** Write a pack as the server does. */
export function packed(head: object, arrays: Record<string, { type: string; shape: number[]; data: ArrayBufferView }>): ArrayBuffer {
  let at = 0
  const listed: Record<string, object> = {}
  const bodies: [number, Uint8Array][] = []
  for (const [name, { type, shape, data }] of Object.entries(arrays)) {
    listed[name] = { type, shape, at }
    bodies.push([at, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)])
    at += Math.ceil(data.byteLength / 8) * 8
  }
  let text = JSON.stringify({ ...head, arrays: listed })
  text = text.padEnd(Math.ceil((text.length + 8) / 8) * 8 - 8)
  const buffer = new ArrayBuffer(8 + text.length + at)
  const bytes = new Uint8Array(buffer)
  bytes.set(new TextEncoder().encode('RFPK'))
  new DataView(buffer).setUint32(4, text.length, true)
  bytes.set(new TextEncoder().encode(text), 8)
  bodies.forEach(([start, body]) => bytes.set(body, 8 + text.length + start))
  return buffer
}

export function replay(): ArrayBuffer {
  const u16 = (values: number[]): Uint16Array => new Uint16Array(values)
  const u8 = (values: number[]): Uint8Array => new Uint8Array(values)
  const each = (values: number[]) => ({ type: 'uint16', shape: [2, 3], data: u16(values) })
  const small = (values: number[]) => ({ type: 'uint8', shape: [2, 3], data: u8(values) })
  return packed(
    {
      act: 'fall', which: 'median', replicate: 7, seed: 1, steps: 2, postures: ['hold', 'attack'], statuses: ['waiting', 'active'],
      series: ['killed', 'wounded'], start: { men: [100, 200, 50], tanks: [0, 0, 0] }, outcomes: {}, phases: [],
      fights: [[1, 0, 2, 30, 12]], chronicle: [],
    },
    {
      cell: each([0, 0, 65535, 1, 0, 2]), men: each([100, 200, 50, 80, 200, 50]), tanks: each([0, 0, 0, 0, 0, 0]),
      status: small([1, 1, 0, 1, 1, 1]), cohesion: small([90, 80, 70, 60, 80, 70]), supply: small([50, 30, 10, 45, 28, 10]),
      posture: small([1, 0, 0, 1, 0, 0]), flags: small([0, 0, 0, 3, 0, 4]),
      control: { type: 'uint8', shape: [2, 1], data: u8([0b110, 0b100]) },
      crossing: { type: 'uint8', shape: [2, 1], data: u8([2, 0]) },
      series: { type: 'float32', shape: [2, 2, 2], data: new Float32Array([1, 2, 3, 4, 11, 12, 13, 14]) },
    },
  )
}
