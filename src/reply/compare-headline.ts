import type { Comparison } from '../diff/compare.ts'
import type { Diff } from '../diff/diff.ts'
import type { Figure, FigureChange } from '../diff/figures.ts'
import type { Words } from '../words/words.ts'
import type { Compared } from './compared.ts'
import { runLabel } from './run-label.ts'

/** The comparison in one sentence: how two runs differ, or which of several take the fewest addresses. */
export function compareHeadline({ runs, comparison, words }: Compared): string {
  const labels = runs.map((run) => runLabel(run, words))
  const [first = '', second = '', ...others] = labels
  const [only] = comparison.diffs
  if (only && others.length === 0) return pairSentence(only, first, second, words)
  return fewestText(labels, comparison, words)
}

/** What changed comes first; reserved leads where both did, or neither. */
function pairSentence(diff: Diff, earlier: string, run: string, words: Words): string {
  const clauses = [
    ...clausesOf(diff, 'reserved', words.diff.reservesClause),
    ...clausesOf(diff, 'held', words.diff.holdsClause),
  ]
  const sorted = clauses.toSorted((a, b) => Number(b.isChange) - Number(a.isChange))
  return words.diff.comparedWith(
    run,
    earlier,
    sorted.map(({ text }) => text),
  )
}

function clausesOf(diff: Diff, sought: Figure, clause: (change: FigureChange) => string) {
  return diff.figures
    .filter(({ figure }) => figure === sought)
    .map((change) => ({ isChange: change.delta !== 0, text: clause(change) }))
}

function fewestText(
  labels: readonly string[],
  { runs, smallest }: Comparison,
  words: Words,
): string {
  const having = (figure: 'reserved' | 'held') =>
    labels.filter((_, index) => runs[index]?.isSmallest[figure])
  const [reserved, held] = [having('reserved'), having('held')]
  const { fewestReserved, fewestHeld, sameReserved, sameHeld } = words.diff
  return [
    reserved.length > 0
      ? fewestReserved(reserved, smallest.reserved)
      : sameReserved(smallest.reserved),
    held.length > 0 ? fewestHeld(held, smallest.held) : sameHeld(smallest.held),
  ].join(' · ')
}
