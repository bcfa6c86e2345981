import type { Plan, Totals } from '../allocation/plan.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** Who asks, and where the answer will be read. */
export interface Asker {
  /** Slack's team id, or `local` for the terminal. */
  readonly workspace: string
  /** Slack's channel id, or `terminal`. */
  readonly channel: string
  /** Slack's user id, or the name of the operating system's user. */
  readonly author: string
  readonly authorName: string | null
  /** The same key is never stored twice (Slack's trigger id); `null`: every request is a new one. */
  readonly requestKey: string | null
  /** Nothing is stored after this moment, for nobody would see the answer; `null`: take your time. */
  readonly answerBy: Date | null
}

/** A scenario that was asked, with its answer, as it is kept for ever. */
export interface Run<P = Totals> {
  /** 1, 2, 3 … in each workspace: the `#42` that people write; `null` when it was not kept. */
  readonly number: number | null
  readonly name: string | null
  /** The request in canonical words. */
  readonly line: string
  readonly scenario: Scenario
  readonly plan: P
  readonly author: string
  readonly authorName: string | null
  readonly askedAt: Date
}

export interface NewRun extends Omit<Run<Plan>, 'number' | 'author' | 'authorName'> {
  readonly asker: Asker
}

/** A run as it was kept, and the run it is to be compared with. */
export interface Kept {
  readonly run: Run<Plan>
  /** The latest earlier run of the channel with the same name, or else with the same instance types. */
  readonly earlier: Run | null
}

/** The memory of every workspace: what `keep` has returned is stored. */
export interface History {
  /**
   * @throws NotKeptError where the run is not stored, for certain; any other error where that is not
   * known, since the connection was lost while it was being stored.
   */
  keep(run: NewRun): Promise<Kept>
}
