import type { GroupPlan, Plan } from '../allocation/plan.ts'
import type { Scenario } from '../scenario/scenario.ts'

/**
 * A plan as it is stored: every figure, without the reasons, which `allocate` finds again. Every
 * `Plan` is one.
 */
export interface StoredPlan extends Omit<Plan, 'groups'> {
  readonly groups: readonly Omit<GroupPlan, 'reasons'>[]
}

/** A scenario that was asked, with its answer, as it is kept for ever. */
export interface Run<P = StoredPlan> {
  /** 1, 2, 3 … in each workspace: the `#42` that people write; `null` when it was not kept. */
  readonly number: number | null
  /** The name that it has now, or none. Later runs may have the same. */
  readonly name: string | null
  /** The request in canonical words. */
  readonly line: string
  readonly scenario: Scenario
  readonly plan: P
  /** Version of the allocation rules that made the plan. */
  readonly engine: number
  /** The number of the run that this one changes, or `null`. */
  readonly parent: number | null
  /** Where it was asked. */
  readonly channel: string
  readonly thread: string | null
  /** True where it is shown in its own channel only, and to its author. */
  readonly isPrivate: boolean
  readonly isPinned: boolean
  readonly author: string
  readonly authorName: string | null
  readonly askedAt: Date
}
