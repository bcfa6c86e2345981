import type { Logger } from 'pino'
import type { DueReply, Outbox } from '../../history/outbox.ts'

/** Looks for what is to be done in the outbox, whoever stored it. */
export interface Outlook {
  start(): void
  /** Waits for a look that is under way: what it takes is passed on to be sent. */
  stop(): Promise<void>
}

export interface OutlookOptions {
  readonly outbox: Outbox
  readonly logger: Logger
  /** How many replies may be sent at this moment. */
  readonly free: () => number
  readonly send: (replies: readonly DueReply[]) => void
}

/** How often a replica looks for due replies; a channel takes one a second anyway. */
const LOOK_EVERY_MS = 1_000
/** Where there were as many as were asked for, there may be more. */
const LOOK_AGAIN_MS = 50
/** What a process that is gone was sending is found at least so often. */
const ABANDON_EVERY_MS = 5_000
const FORGET_EVERY_MS = 10 * 60_000
const FORGET_AFTER_MS = 7 * 24 * 60 * 60_000

export function createOutlook({ outbox, logger, free, send }: OutlookOptions): Outlook {
  let timer: NodeJS.Timeout | undefined
  let looking = Promise.resolve()
  let isStopped = false

  const abandon = every(ABANDON_EVERY_MS, async () => {
    const abandoned = await outbox.abandon()
    if (abandoned > 0) logger.warn({ abandoned }, 'replies of a process that is gone')
  })
  const forget = every(FORGET_EVERY_MS, () => outbox.forget(FORGET_AFTER_MS))

  /** Returns after how many ms to look again. */
  const look = async (): Promise<number> => {
    const most = free()
    const due = most > 0 ? await outbox.take(most) : []
    send(due)
    await abandon()
    await forget()
    return due.length < most ? LOOK_EVERY_MS : LOOK_AGAIN_MS
  }

  const lookIn = (ms: number): void => {
    if (isStopped) return
    timer = setTimeout(() => {
      looking = lookSafely().then(lookIn)
    }, ms)
  }

  const lookSafely = (): Promise<number> =>
    look().catch((error: unknown) => {
      logger.warn({ err: error }, 'the outbox could not be read')
      return LOOK_EVERY_MS
    })

  return {
    start: () => lookIn(LOOK_EVERY_MS),
    stop() {
      isStopped = true
      clearTimeout(timer)
      return looking
    },
  }
}

/** The work, which is done at most once in `ms` milliseconds however often it is called. */
function every(ms: number, work: () => Promise<unknown>): () => Promise<void> {
  let nextAt = 0
  return async () => {
    if (Date.now() < nextAt) return
    nextAt = Date.now() + ms
    await work()
  }
}
