import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { DueReply, Ending, Outbox } from '../../history/outbox.ts'
import { gather } from './gather.ts'
import type { Posted } from './post.ts'

/** Writes down in the outbox what became of replies. */
export interface Notes {
  add(due: DueReply, posted: Posted): Promise<void>
}

/** Notes wait so long for others; each statement costs much more than a line of it. */
const GATHER_MS = 50
/** All within the lease of a reply. */
const AGAIN_AFTER_MS = [300, 1_000, 3_000]

export function createNotes(outbox: Outbox, logger: Logger): Notes {
  const endings = gather<Ending>(GATHER_MS, (gathered) =>
    insist(() => outbox.finish(gathered)).catch(() => finishEach(gathered, outbox)),
  )
  return {
    add(due, posted) {
      const { id } = due.delivery
      const { workspace, channel, number } = due
      if (posted.kind !== 'sent')
        logger.warn({ workspace, channel, number, posted }, 'not delivered')
      switch (posted.kind) {
        case 'sent':
          return endings.add({ id, state: 'sent', ts: posted.ts, reason: null })
        case 'later':
          return insist(() => outbox.postpone(id, posted.waitMs, due.form, posted.reason))
        case 'plain':
          return due.form === 'plain'
            ? endings.add({ id, state: 'refused', ts: null, reason: posted.reason })
            : insist(() => outbox.postpone(id, 0, 'plain', posted.reason))
        case 'unreachable':
        case 'refused':
          return endings.add({ id, state: 'refused', ts: null, reason: posted.reason })
        case 'unknown':
          return endings.add({ id, state: 'unknown', ts: null, reason: posted.reason })
      }
    },
  }
}

/** What became of a reply must be noted, else it counts as unknown; a busy database gets some time. */
async function insist(note: () => Promise<void>): Promise<void> {
  for (const waitMs of AGAIN_AFTER_MS) {
    try {
      return await note()
    } catch {
      await sleep(waitMs)
    }
  }
  return note()
}

/** What the database does not take of one reply must not keep it from the others of the batch. */
async function finishEach(endings: readonly Ending[], outbox: Outbox): Promise<void> {
  const noted = await Promise.allSettled(endings.map((ending) => outbox.finish([ending])))
  const failed = noted.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}
