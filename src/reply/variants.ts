import type { Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import { runLabel } from './run-label.ts'

/** How many runs there are, and which of them take the fewest addresses, by each figure for itself. */
export function variantsText(runs: readonly Run[], words: Words): string {
  const { recall, diff } = words
  const [reserved, held] = [
    fewest(runs, ({ plan }) => plan.reserved),
    fewest(runs, ({ plan }) => (typeof plan.held === 'number' ? plan.held : plan.held.max)),
  ]
  const labels = (some: readonly Run[]) => some.map((run) => runLabel(run, words))
  const isAll = (some: readonly Run[]) => some.length === runs.length
  return [
    recall.variants(runs.length),
    isAll(reserved.runs)
      ? diff.sameReserved(reserved.count)
      : diff.fewestReserved(labels(reserved.runs), reserved.count),
    isAll(held.runs) ? diff.sameHeld(held.count) : diff.fewestHeld(labels(held.runs), held.count),
  ].join(' · ')
}

function fewest(runs: readonly Run[], figure: (run: Run) => number) {
  const count = Math.min(...runs.map(figure))
  return { count, runs: runs.filter((run) => figure(run) === count) }
}
