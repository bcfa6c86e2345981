import type { Plan } from '../allocation/plan.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Asker, Request } from './asker.ts'
import type { Budget } from './budget.ts'
import type { Run } from './run.ts'

/** A run to be kept. */
export interface NewRun {
  readonly asker: Asker
  readonly request: Request
  readonly name: string | null
  /** The request in canonical words. */
  readonly line: string
  readonly scenario: Scenario
  readonly plan: Plan
  readonly askedAt: Date
  /** The number of the run that this one changes, or `null`. */
  readonly parent: number | null
  /** The number of the run to compare with, where the request names one. */
  readonly against: number | null
}

/** A run as it is kept, the run it is to be compared with, and the budget it counts against. */
export interface Kept {
  readonly run: Run<Plan>
  /**
   * The run that the request names, or the one that this run changes; else, in a thread, the latest
   * one of the thread; else the channel's latest of the same name; else its latest of the same
   * instance types. Always an earlier one, and one that the asker may see.
   */
  readonly earlier: Run | null
  /** The budget of the channel, or `null`. */
  readonly budget: Budget | null
  /**
   * `new`: stored now. `again`: this very request was stored before. `already`: the same person sent
   * the same line in this channel in the last 30 seconds; nothing was stored.
   */
  readonly status: 'new' | 'again' | 'already'
}
