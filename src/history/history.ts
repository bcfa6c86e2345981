import type { Asker } from './asker.ts'
import type { Changed, Found, Page, Posted, Query, Reference } from './found.ts'
import type { Kept, NewRun } from './kept.ts'
import type { Run } from './run.ts'

export type { Asker, Request } from './asker.ts'
export type { Changed, Deleted, Found, Page, Posted, Query, Reference } from './found.ts'
export { EVERY_RUN } from './found.ts'
export type { Kept, NewRun } from './kept.ts'
export type { Run, StoredPlan } from './run.ts'

/**
 * The memory of every workspace: what `keep` has returned is stored. A run of a private channel or a
 * direct message is seen in that channel, and by its author anywhere; for anybody else it is not
 * there, whatever the method.
 */
export interface History {
  /**
   * @throws NotKeptError where the run is not stored, for certain; any other error where that is not
   * known, since the connection was lost while it was being stored.
   */
  keep(run: NewRun): Promise<Kept>

  find(asker: Asker, reference: Reference): Promise<Found>

  /** The newest runs that fit, `size` at most. */
  page(asker: Asker, query: Query, size: number): Promise<Page>

  /**
   * Every run that fits, newest first, read page by page while it is taken: an export, which is
   * written down in the audit.
   */
  every(asker: Asker, query: Query): AsyncIterable<Run>

  /**
   * The run with the ones that it comes from and all that come from those, oldest first; at most 200.
   * Empty when there is no such run.
   */
  lineage(asker: Asker, number: number): Promise<readonly Run[]>

  /** The names in use, latest first, each once; at most 200. */
  names(asker: Asker): Promise<readonly string[]>

  /** Gives a run another name, or takes its name away. For its author and workspace admins. */
  rename(asker: Asker, number: number, name: string | null): Promise<Changed>

  /** For everybody who may see the run. */
  pin(asker: Asker, number: number, isPinned: boolean): Promise<Changed>

  /**
   * Deletes a run for good; its number stays taken, with the name of who deleted it and when. For its
   * author and workspace admins. Answers with `deleted`.
   */
  remove(asker: Asker, number: number): Promise<Changed>

  /**
   * Where the answer of a run was posted in the channel in which it was asked, within a day; `null`
   * where there is no such run, or no such message is known.
   */
  posted(asker: Asker, number: number): Promise<Posted | null>

  /** Remembers which message is the reply of a run, by Slack's timestamp, in the asker's channel. */
  message(asker: Asker, number: number, timestamp: string): Promise<void>
}
