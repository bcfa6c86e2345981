import type { Logger } from 'pino'
import type { DueReply, Outbox } from '../../history/outbox.ts'
import type { Reply } from '../../reply/reply.ts'
import { expiringMap } from '../expiring-map.ts'
import type { UnderWay } from '../under-way.ts'
import { createDepartures } from './departures.ts'
import { createNotes } from './notes.ts'
import { createOutlook } from './outlook.ts'
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

export interface CourierOptions extends Omit<PostMeans, 'hinted'>, Memory {
  readonly outbox: Outbox
  /** The commands that wait for their acknowledgement at this moment. */
  readonly underWay: UnderWay
  readonly now: () => Date
  readonly logger: Logger
}

/** A reply that waits for its channel is kept with what it is drawn from, so many and for so long. */
const MOST_DRAWN = 2_000
const KEEP_DRAWN_MS = 60_000
/** Nothing was posted, so it is tried again, but others of the channel do not wait for it for ever. */
const NOT_DRAWN = { kind: 'later', waitMs: 5_000, reason: 'it could not be drawn' } as const
const MOST_DRAWINGS = 10
const MOST_HINTED = 5_000
/** Nobody looks for an answer any more. */
const TOO_OLD_MS = 60 * 60_000

export function createCourier(options: CourierOptions): Courier {
  const { outbox, underWay, now, logger } = options
  const drawn = expiringMap<Reply>(MOST_DRAWN, () => now().getTime())
  const hinted = expiringMap<true>(MOST_HINTED, () => now().getTime())
  const notes = createNotes(outbox, logger)

  const carry = async (due: DueReply): Promise<void> => {
    const posted = await bring(due)
    const isWaiting = posted.kind === 'later' || posted.kind === 'plain'
    if (!isWaiting) drawn.delete(due.delivery.id)
    return notes.add(due, posted)
  }

  const bring = async (due: DueReply): Promise<Posted> => {
    if (now().getTime() - due.createdAt.getTime() > TOO_OLD_MS) return refused('too old')
    try {
      const reply = drawn.get(due.delivery.id) ?? (await redraw(due, options, now()))
      return reply
        ? await post(due, reply, { ...options, hinted })
        : refused('the run is not there any more')
    } catch (error) {
      logger.error({ err: error }, 'a reply was not drawn')
      return due.attempts < MOST_DRAWINGS ? NOT_DRAWN : refused(NOT_DRAWN.reason)
    }
  }

  const send = (replies: readonly DueReply[]): void => {
    for (const due of replies) departures.run(1, () => carry(due))
  }

  const departures = createDepartures({
    // Where its channel must wait, whoever looks next takes a reply.
    depart: async (ids) => send(await outbox.begin(ids)),
    underWay,
    onError: (error) => logger.error({ err: error }, 'a reply was not delivered'),
  })
  const outlook = createOutlook({ outbox, logger, free: () => departures.free(), send })

  return {
    deliver(id, reply) {
      if (departures.add(id) && reply) drawn.set(id, reply, KEEP_DRAWN_MS)
    },
    start: () => outlook.start(),
    async stop() {
      await outlook.stop()
      await departures.stop()
    },
  }
}

function refused(reason: string): Posted {
  return { kind: 'refused', reason }
}
