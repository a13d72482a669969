import { describe, expect, it } from 'vitest'
import { need, unpack } from '../src/data/pack'
import type { ReplayHead } from '../src/data/types'
import { calm, front } from '../src/map/mesh'
import { spots } from '../src/replay/layout'
import { CUT_OFF, FOUGHT, Track } from '../src/replay/track'
import { cells, packed, replay } from './fixtures'

const track = (): Track => new Track(unpack<ReplayHead>(replay()))

describe('packs', () => {
  it('give arrays back as they were put in', () => {
    const pack = unpack<{ act: string }>(packed({ act: 'fall' }, { a: { type: 'float32', shape: [2, 2], data: new Float32Array([1, 2, 3, 4]) } }))
    expect(pack.head.act).toBe('fall')
    expect([...need(pack, 'a').data]).toEqual([1, 2, 3, 4])
    expect(() => need(pack, 'b')).toThrow('no array b')
  })
  it('refuse what is no pack', () => {
    expect(() => unpack(new ArrayBuffer(16))).toThrow('not a pack')
    expect(() => unpack(packed({}, { a: { type: 'int64', shape: [1], data: new Uint8Array(8) } }))).toThrow('int64')
  })
})

describe('a track', () => {
  it('reads each unit at each step', () => {
    const it_ = track()
    expect([it_.steps, it_.units]).toEqual([2, 3])
    expect(it_.onMap(0, 2)).toBe(false)
    expect(it_.cell(1, 2)).toBe(2)
    expect(it_.strength(1, 0)).toBeCloseTo(0.8)
    expect(it_.cohesion(1, 0)).toBeCloseTo(0.6)
    expect(it_.supplyDays(0, 0)).toBe(5)
    expect(it_.posture(0, 0)).toBe('attack')
    expect(it_.flags(1, 0) & FOUGHT).toBe(FOUGHT)
    expect(it_.flags(1, 2) & CUT_OFF).toBe(CUT_OFF)
  })
  it('reads who holds a cell from its bit, and both sides’ series', () => {
    const it_ = track()
    expect([0, 1, 2].map((cell) => it_.holder(0, cell))).toEqual([0, 1, 1])
    expect([0, 1, 2].map((cell) => it_.holder(1, cell))).toEqual([0, 0, 1])
    expect(it_.series(1, 1, 'killed')).toBe(13)
    expect(it_.fights(1)).toHaveLength(1)
    expect(it_.fights(0)).toHaveLength(0)
  })
})

describe('signs that share a cell', () => {
  it('stand side by side, and apart from the other side', () => {
    const found = spots(track(), 0, (unit) => (unit === 2 ? 1 : 0))
    expect(found[2]).toBeNull()
    expect([found[0]!.column, found[1]!.column]).toEqual([-0.5, 0.5])
    const rivals = spots(track(), 0, (unit) => unit % 2)
    expect(rivals[0]!.row).toBeLessThan(rivals[1]!.row)
  })
})

describe('the front', () => {
  it('is the chain of sides between cells of other holders', () => {
    const lines = front(cells(), (cell) => (cell === 0 ? 0 : 1))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toHaveLength(2)
    expect(front(cells(), () => 1)).toHaveLength(0)
  })
  it('is calmed without moving its ends', () => {
    const line = calm([[0, 0], [1, 3], [2, -3], [3, 0]])
    expect(line[0]).toEqual([0, 0])
    expect(line.at(-1)).toEqual([3, 0])
    expect(Math.abs(line[1]![1])).toBeLessThan(1.5)
  })
})
