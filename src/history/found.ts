import type { Run } from './run.ts'

/** A run that somebody points at. */
export type Reference =
  | { readonly kind: 'number'; readonly number: number }
  /** The newest run of that name: of this channel, or else of any other that the asker may see. */
  | { readonly kind: 'name'; readonly name: string }
  /** The newest run of the thread; outside of threads, of the channel. */
  | { readonly kind: 'last' }
  /** The run whose reply is this message of the asker's channel, by Slack's timestamp. */
  | { readonly kind: 'message'; readonly timestamp: string }

/** What became of a look-up. A run that the asker may not see is `none`. */
export type Found =
  | { readonly kind: 'run'; readonly run: Run }
  | Deleted
  | { readonly kind: 'unreadable'; readonly number: number }
  | { readonly kind: 'none' }

/** A run whose content is gone, and whose number stays taken. */
export interface Deleted {
  readonly kind: 'deleted'
  readonly number: number
  readonly deletedBy: string
  readonly deletedAt: Date
}

/** The message that a run was answered with: its channel, and Slack's timestamp. */
export interface Posted {
  readonly channel: string
  readonly timestamp: string
}

/** What became of a change. `not-yours`: only its author or a workspace admin may do that. */
export type Changed =
  | Found
  | { readonly kind: 'not-yours'; readonly number: number; readonly author: string }

/** Which runs are looked for; every part narrows the others. */
export interface Query {
  readonly author: string | null
  readonly channel: string | null
  /** A thread of `channel`, or of the asker's channel. */
  readonly thread: string | null
  readonly name: string | null
  /** An instance type, or hand-given limits as `4x15`. */
  readonly type: string | null
  /** From this moment on. */
  readonly since: Date | null
  /** Before this moment. */
  readonly until: Date | null
  /** True: only pinned runs. */
  readonly isPinned: boolean
  /** Only runs with a smaller number: the next page. */
  readonly before: number | null
}

/** Finds every run that may be seen. */
export const EVERY_RUN: Query = {
  author: null,
  channel: null,
  thread: null,
  name: null,
  type: null,
  since: null,
  until: null,
  isPinned: false,
  before: null,
}

/** A page of runs, newest first. */
export interface Page {
  readonly runs: readonly Run[]
  /** The next page is that with this `before`; `null` after the last one. */
  readonly older: number | null
  /** Numbers of runs on this page that this version of eksip cannot read. */
  readonly unreadable: readonly number[]
}
