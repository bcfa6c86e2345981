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
  let farthest = Math.min(2, Math.floor(word.length / 3))
  let near: readonly Near[] = []
  const marks = marksOf(word)
  for (const candidate of candidates) {
    if (strangers(candidate, marks) > farthest) continue
    const distance = editDistance(word, candidate, farthest)
    if (distance > farthest) continue
    near = [...near, { candidate, distance }].toSorted((a, b) => a.distance - b.distance)
    if (near.length < most) continue
    near = near.slice(0, most)
    // Only a nearer one could still take a place.
    farthest = (near.at(-1)?.distance ?? 0) - 1
  }
  return near.map(({ candidate }) => candidate)
}

interface Near {
  readonly candidate: string
  readonly distance: number
}

/** The characters of a word, by the last five bits of their codes. */
function marksOf(word: string): number {
  let marks = 0
  for (let at = 0; at < word.length; at++) marks |= 1 << (word.charCodeAt(at) & 31)
  return marks
}

/** How many characters of the candidate are none of the word's; each needs an edit of its own. */
function strangers(candidate: string, marks: number): number {
  let count = 0
  for (let at = 0; at < candidate.length; at++) {
    if (((marks >> (candidate.charCodeAt(at) & 31)) & 1) === 0) count++
  }
  return count
}

/** The one that was most probably meant, or `null` where nothing is near. */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  return nearest(word, candidates, 1)[0] ?? null
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other;
 * `Infinity` where they are more than `farthest`, which must be small: each one more takes four times as long.
 */
export function editDistance(from: string, to: string, farthest: number): number {
  return Math.abs(from.length - to.length) > farthest ? Infinity : edits(from, to, 0, 0, farthest)
}

/** The edits that the rest of both words need, from their places on, if `most` are enough. */
function edits(from: string, to: string, fromPlace: number, toPlace: number, most: number): number {
  let [i, j] = [fromPlace, toPlace]
  while (i < from.length && from.charCodeAt(i) === to.charCodeAt(j)) {
    i++
    j++
  }
  const [leftOfFrom, leftOfTo] = [from.length - i, to.length - j]
  if (Math.abs(leftOfFrom - leftOfTo) > most) return Infinity
  if (leftOfFrom === 0 || leftOfTo === 0) return leftOfFrom + leftOfTo
  if (most === 0) return Infinity
  const isSwap =
    from.charCodeAt(i) === to.charCodeAt(j + 1) && from.charCodeAt(i + 1) === to.charCodeAt(j)
  const replaced = edits(from, to, i + 1, j + 1, most - 1)
  const deleted = edits(from, to, i + 1, j, most - 1)
  const inserted = edits(from, to, i, j + 1, most - 1)
  const swapped = isSwap ? edits(from, to, i + 2, j + 2, most - 1) : Infinity
  return 1 + Math.min(replaced, deleted, inserted, swapped)
}
