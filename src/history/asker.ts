import type { Delivery } from './outbox.ts'

/** Who asks, and where the answer will be read. Nothing of the history is read or changed without one. */
export interface Asker {
  /** Slack's team id, or `local` for the terminal. */
  readonly workspace: string
  /** Slack's channel id, or `terminal`. */
  readonly channel: string
  /** Slack's timestamp of the thread's first message, or `null` in the channel itself. */
  readonly thread: string | null
  /** True in a private channel or a direct message: what is asked there is shown nowhere else, but to its author. */
  readonly isPrivate: boolean
  /** Slack's user id, or the name of the operating system's user. */
  readonly author: string
  readonly authorName: string | null
  /** A workspace admin may rename and delete what others asked. */
  readonly isAdmin: boolean
}

/** One request of an asker, as it arrived. */
export interface Request {
  /**
   * The same key is never stored twice (Slack's trigger or event id). `null`: every request is a new
   * one, the same line sent twice in a row too.
   */
  readonly key: string | null
  /** Nothing is stored after this moment, for nobody would see the answer; `null`: take your time. */
  readonly answerBy: Date | null
  /** Stored with the run, for the outbox to deliver; `null`: the door delivers the answer itself. */
  readonly delivery: Delivery | null
}
