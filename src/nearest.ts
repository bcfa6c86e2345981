/** A shorter word is near to too many others. */
const SHORTEST = 3

/**
 * The candidates that were most probably meant by `word`, nearest first: those at an edit distance
 * of at most 2, and at most a third of the word. Of equally near ones, the first comes first.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  most: number,
): readonly string[] {
  if (word.length < SHORTEST) return []
  const farthest = Math.min(2, Math.floor(word.length / 3))
  const near: { readonly candidate: string; readonly distance: number }[] = []
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate, farthest)
    if (distance <= farthest) near.push({ candidate, distance })
  }
  return near
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** The one that was most probably meant, or `null` where nothing is near. */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  return nearest(word, candidates, 1)[0] ?? null
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other;
 * `Infinity` where they are more than `farthest`.
 */
export function editDistance(from: string, to: string, farthest = Infinity): number {
  if (Math.abs(from.length - to.length) > farthest) return Infinity
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = nextRow(from, to, row, [last, beforeLast])
    if (current.every((cell) => cell > farthest)) return Infinity
    beforeLast = last
    last = current
  }
  const distance = at(last, to.length)
  return distance > farthest ? Infinity : distance
}

function nextRow(
  from: string,
  to: string,
  row: number,
  [last, beforeLast]: readonly [readonly number[], readonly number[]],
): readonly number[] {
  const current = [row]
  for (let column = 1; column <= to.length; column++) {
    const cost = from.charCodeAt(row - 1) === to.charCodeAt(column - 1) ? 0 : 1
    const changed = at(last, column - 1) + cost
    const swapped = isSwap(from, row, to, column) ? at(beforeLast, column - 2) + 1 : Infinity
    current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, changed, swapped))
  }
  return current
}

function isSwap(from: string, row: number, to: string, column: number): boolean {
  return (
    row > 1 &&
    column > 1 &&
    from.charCodeAt(row - 1) === to.charCodeAt(column - 2) &&
    from.charCodeAt(row - 2) === to.charCodeAt(column - 1)
  )
}

function at(cells: readonly number[], index: number): number {
  return cells[index] ?? Infinity
}
