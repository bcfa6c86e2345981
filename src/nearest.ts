/**
 * The candidates that were most probably meant by `word`, nearest first: those at an edit distance
 * of at most 2, and at most a third of the word, so that short words are not guessed wildly. Of
 * equally near ones, the first comes first.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  most: number,
): readonly string[] {
  const farthest = Math.min(2, Math.floor(word.length / 3) || 1)
  return Array.from(candidates, (candidate) => ({
    candidate,
    distance: within(farthest, word, candidate),
  }))
    .filter(({ distance }) => distance <= farthest)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** The one that was most probably meant, or `null` where nothing is near. */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  return nearest(word, candidates, 1)[0] ?? null
}

/** The edit distance, or something larger than `farthest` where the lengths alone tell that much. */
function within(farthest: number, word: string, candidate: string): number {
  const difference = Math.abs(candidate.length - word.length)
  return difference > farthest ? difference : editDistance(word, candidate)
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
export function editDistance(from: string, to: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      current.push(step(from, to, row, column, { current, last, beforeLast }))
    }
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}

interface Rows {
  readonly current: readonly number[]
  readonly last: readonly number[]
  readonly beforeLast: readonly number[]
}

function step(from: string, to: string, row: number, column: number, rows: Rows): number {
  const isSame = from[row - 1] === to[column - 1]
  const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
  return Math.min(
    at(rows.last, column) + 1,
    at(rows.current, column - 1) + 1,
    at(rows.last, column - 1) + (isSame ? 0 : 1),
    isSwap ? at(rows.beforeLast, column - 2) + 1 : Infinity,
  )
}

function at(cells: readonly number[], index: number): number {
  return cells[index] ?? Infinity
}
