import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { DueReply, Outbox } from '../../history/outbox.ts'
import type { Reply } from '../../reply/reply.ts'
import { expiringMap } from '../expiring-map.ts'
import { post, type Posted, type PostMeans } from './post.ts'
import { redraw, type Memory } from './redraw.ts'

/** Carries replies from the outbox to Slack. */
export interface Courier {
  /**
   * Sends what was stored just now, as soon as its channel allows. `reply` is the message where it
   * is drawn already. Never fails.
   */
  deliver(id: string, reply?: Reply): void
  /** Begins to look for replies that are due, whoever stored them. */
  start(): void
  /** Ends that, and waits for what is on its way. */
  stop(): Promise<void>
}

export interface CourierOptions extends PostMeans, Memory {
  readonly outbox: Outbox
  readonly now: () => Date
  readonly logger: Logger
}

/** How often a replica looks for due replies; a channel takes one a second anyway. */
const LOOK_EVERY_MS = 1_000
/** What a process that is gone was sending is found at least so often. */
const ABANDON_EVERY_MS = 5_000
const FORGET_EVERY_MS = 10 * 60_000
const FORGET_AFTER_MS = 7 * 24 * 60 * 60_000
/** Slack's Web API is called for so many replies at a time, so that acknowledgements come first. */
const MOST_AT_ONCE = 10
/** New replies past these are left in the outbox, where any replica takes them. */
const MOST_WAITING = 500
/** A reply that waits for its channel is kept as it was drawn, for so long. */
const KEEP_DRAWN_MS = 60_000
/** All within the lease of a reply. */
const NOTE_AGAIN_AFTER_MS = [300, 1_000, 3_000]
/** Nobody looks for an answer any more. */
const TOO_OLD_MS = 60 * 60_000

/** What Slack has taken must be noted, else it counts as unknown; a busy database gets some time. */
async function insist(note: () => Promise<void>): Promise<void> {
  for (const waitMs of NOTE_AGAIN_AFTER_MS) {
    try {
      return await note()
    } catch {
      await sleep(waitMs)
    }
  }
  return note()
}

export function createCourier(options: CourierOptions): Courier {
  const { outbox, now, logger } = options
  const waiting: (() => Promise<void>)[] = []
  const running = new Set<Promise<void>>()
  const drawn = expiringMap<Reply>(MOST_WAITING, () => now().getTime())
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let abandonAt = 0
  let forgetAt = 0

  const run = (job: () => Promise<void>): void => {
    if (running.size >= MOST_AT_ONCE) return void waiting.push(job)
    const promise = job()
      .catch((error: unknown) => logger.error({ err: error }, 'a reply was not delivered'))
      .finally(() => {
        running.delete(promise)
        const next = isStopped ? undefined : waiting.shift()
        if (next) run(next)
      })
    running.add(promise)
  }

  const carry = async (due: DueReply): Promise<void> => {
    const { id } = due.delivery
    if (now().getTime() - due.createdAt.getTime() > TOO_OLD_MS) {
      return outbox.refused(id, 'too old')
    }
    const reply = drawn.get(id) ?? (await redraw(due, options, now()))
    if (!reply) return outbox.refused(id, 'the run is not there any more')
    const posted = await post(due, reply, options)
    await note(due, posted)
  }

  const note = async (due: DueReply, posted: Posted): Promise<void> => {
    const { id } = due.delivery
    const { workspace, channel, number } = due
    if (posted.kind !== 'sent') logger.warn({ workspace, channel, number, posted }, 'not delivered')
    switch (posted.kind) {
      case 'sent':
        return insist(() => outbox.sent(id, posted.ts))
      case 'later':
        return outbox.postpone(id, posted.waitMs, due.form, posted.reason)
      case 'plain':
        return due.form === 'plain'
          ? outbox.refused(id, posted.reason)
          : outbox.postpone(id, 0, 'plain', posted.reason)
      case 'unreachable':
      case 'refused':
        return outbox.refused(id, posted.reason)
      case 'unknown':
        return insist(() => outbox.unknown(id, posted.reason))
    }
  }

  const look = async (): Promise<void> => {
    const free = MOST_AT_ONCE - running.size
    if (free > 0) {
      for (const due of await outbox.take(free)) {
        run(() => carry(due))
      }
    }
    if (Date.now() >= abandonAt) {
      abandonAt = Date.now() + ABANDON_EVERY_MS
      const abandoned = await outbox.abandon()
      if (abandoned > 0) logger.warn({ abandoned }, 'replies of a process that is gone')
    }
    if (Date.now() >= forgetAt) {
      forgetAt = Date.now() + FORGET_EVERY_MS
      await outbox.forget(FORGET_AFTER_MS)
    }
  }

  const lookAgain = (): void => {
    if (isStopped) return
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => logger.warn({ err: error }, 'the outbox could not be read'))
        .finally(lookAgain)
    }, LOOK_EVERY_MS)
  }

  return {
    deliver(id, reply) {
      if (isStopped || waiting.length >= MOST_WAITING) return
      if (reply) drawn.set(id, reply, KEEP_DRAWN_MS)
      run(async () => {
        const due = await outbox.begin(id)
        // Where its channel must wait, whoever looks next takes it.
        if (due) await carry(due)
      })
    },
    start: lookAgain,
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await Promise.allSettled(running)
    },
  }
}
