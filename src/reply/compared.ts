import type { Comparison } from '../diff/compare.ts'
import type { Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'

/** Runs with what their comparison says, for every part of the reply to it. */
export interface Compared {
  /** Two runs or more, those of the comparison in its order. */
  readonly runs: readonly Run[]
  readonly comparison: Comparison
  readonly words: Words
}
