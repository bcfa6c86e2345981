import type { Plan } from '../allocation/plan.ts'
import type { TraceEntry } from '../allocation/trace.ts'
import type { Problem } from '../command/problem.ts'
import type { Comparison } from '../diff/compare.ts'
import type { Diff } from '../diff/diff.ts'
import type { Deleted, Page, Run } from '../history/history.ts'
import type { BudgetUse } from '../planner/budget.ts'
import type { Application } from '../planner/apply.ts'
import type { Staircase } from '../planner/staircase.ts'
import type { Preference } from '../history/preferences.ts'
import type { Reply } from '../reply/reply.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Excerpt } from './excerpt.ts'

/** What became of a line, as data. */
export type Outcome =
  | { readonly kind: 'answered'; readonly run: Run<Plan>; readonly diff: Diff | null }
  | {
      readonly kind: 'explained'
      readonly scenario: Scenario
      readonly plan: Plan
      readonly traces: readonly (readonly TraceEntry[])[]
    }
  | {
      readonly kind: 'charted'
      readonly scenario: Scenario
      /** One for each node group. */
      readonly staircases: readonly Staircase[]
    }
  | { readonly kind: 'applied'; readonly application: Application }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'shown'; readonly run: Run<Plan> }
  | { readonly kind: 'gone'; readonly run: Deleted }
  | { readonly kind: 'listed'; readonly page: Page }
  | { readonly kind: 'lineage'; readonly runs: readonly Run[] }
  | { readonly kind: 'compared'; readonly runs: readonly Run[]; readonly comparison: Comparison }
  | { readonly kind: 'settings'; readonly preference: Preference }
  /** A name, a pin or a deletion. */
  | { readonly kind: 'changed'; readonly number: number; readonly isDone: boolean }
  | { readonly kind: 'budget'; readonly channel: string; readonly use: BudgetUse | null }
  | { readonly kind: 'exported'; readonly file: ExportedFile }

/** Runs as a file, read from the history while its text is taken: once, in one way or the other. */
export interface ExportedFile {
  readonly name: string
  /** All of it, in pieces. */
  readonly text: AsyncIterable<string>
  /** The newest runs of it, as many as fit into so many bytes. */
  readonly upTo: (bytes: number, signal: AbortSignal) => Promise<Excerpt>
  /** The line that asks for the runs before one of them. */
  readonly before: (run: number) => string
}

/** An answer to a line: what a reader sees, and the same as data. */
export interface Answered {
  readonly reply: Reply
  readonly outcome: Outcome
}
