// Degrees to the map's plane (spherical Mercator, metres), as the map library has it.

const RADIUS = 6_378_137

export type Point = readonly [number, number]

export function toPlane(lon: number, lat: number): [number, number] {
  const x = (RADIUS * lon * Math.PI) / 180
  return [x, RADIUS * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))]
}

/** Cut corners twice (Chaikin), for the eye only: the model has the lines as drawn. */
export function eased(points: readonly Point[], rounds = 2): Point[] {
  let line = [...points]
  for (let round = 0; round < rounds && line.length > 2; round++) {
    const cut: Point[] = [line[0]!]
    for (let i = 0; i + 1 < line.length; i++) {
      const [[ax, ay], [bx, by]] = [line[i]!, line[i + 1]!]
      cut.push([0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by], [0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by])
    }
    cut.push(line.at(-1)!)
    line = cut
  }
  return line
}
