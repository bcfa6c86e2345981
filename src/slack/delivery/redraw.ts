import { allocate } from '../../allocation/allocate.ts'
import { storedRemarks } from '../../answers/remarks.ts'
import { budgetWith } from '../../answers/budget.ts'
import { diff } from '../../diff/diff.ts'
import type { Budgets } from '../../history/budgets.ts'
import type { Asker, History, Run } from '../../history/history.ts'
import type { DueReply } from '../../history/outbox.ts'
import { NO_PREFERENCE, type Preferences } from '../../history/preferences.ts'
import { planReply } from '../../reply/plan-reply.ts'
import type { Reply } from '../../reply/reply.ts'
import { WORDS } from '../../words/words.ts'

/** What a reply is drawn from. */
export interface Memory {
  readonly history: History
  readonly budgets: Budgets
  readonly preferences: Preferences
}

/**
 * Draws a reply anew from the stored run; `null` when the run is not there any more. So a reply that
 * its process could not send is sent by any other, and nothing but the run is stored for it.
 */
export async function redraw(due: DueReply, memory: Memory, now: Date): Promise<Reply | null> {
  const { history, budgets, preferences } = memory
  const asker = askerOf(due)
  const stored = await findRun(history, asker, due.number)
  if (!stored) return null
  const run = { ...stored, plan: allocate(stored.scenario) }
  const earlier = due.earlier === null ? null : await findRun(history, asker, due.earlier)
  const change = earlier && diff(earlier, run, allocate)
  const words = WORDS[due.delivery.language]
  const preference = await preferences.find(asker).catch(() => NO_PREFERENCE)
  const found = await budgets.find(asker)
  const budget = await budgetWith(run, found, { asker, budgets, preference })
  const remarks = storedRemarks(run, words)
  const figures = { run, earlier, diff: change, audience: 'channel', remarks, budget } as const
  return sharedBy(due, planReply({ ...figures, words, now }))
}

/** The asker of then, in the channel of then: whatever they saw they may see again. */
function askerOf({ workspace, channel, thread, author }: DueReply): Asker {
  const place = { workspace, channel, thread, isPrivate: true }
  return { ...place, author, authorName: null, isAdmin: false }
}

async function findRun(history: History, asker: Asker, number: number): Promise<Run | null> {
  const found = await history.find(asker, { kind: 'number', number })
  return found.kind === 'run' ? found.run : null
}

function sharedBy({ sharedBy: user, delivery }: DueReply, reply: Reply): Reply {
  if (user === null) return reply
  const words = WORDS[delivery.language].slack
  const line = [`${words.sharedBy} `, { user, name: null }]
  return {
    ...reply,
    parts: [{ kind: 'text', line }, ...reply.parts],
  }
}
