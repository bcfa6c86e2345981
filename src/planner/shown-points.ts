import type { Point, Staircase } from './staircase.ts'

/**
 * The points of a staircase that a chart of `most` points shows: both ends of every stair, or where
 * they are too many, the beginnings of stairs at even distances. No pods, max-pods and the current
 * point are always among them. By ascending pods, each once.
 */
export function shownPoints({ stairs, current }: Staircase, most: number): readonly Point[] {
  const always = [current, ...stairs.slice(0, 1).map(({ first }) => first), ...lastOf(stairs)]
  const whole = inOrder([...stairs.flatMap(({ first, last }) => [first, last]), ...always])
  if (whole.length <= most) return whole
  const firsts = stairs.map(({ first }) => first)
  return inOrder([...evenly(firsts, most - always.length), ...always])
}

function lastOf(stairs: Staircase['stairs']): readonly Point[] {
  return stairs.slice(-1).map(({ last }) => last)
}

/** So many of the points, at even distances. */
function evenly(points: readonly Point[], most: number): readonly Point[] {
  const distance = Math.max(1, (points.length - 1) / Math.max(1, most - 1))
  return points.filter((_, index) => index === Math.round(Math.round(index / distance) * distance))
}

function inOrder(points: readonly Point[]): readonly Point[] {
  const byPods = new Map(points.map((point) => [point.pods, point]))
  return [...byPods.values()].toSorted((a, b) => a.pods - b.pods)
}
