import type { RunReference } from '../command/run-reference.ts'
import { lineageReply } from '../reply/lineage-reply.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { refuse } from './refuse.ts'
import { findRun } from './runs.ts'

/** The runs that a run comes from, and those that came of it, as a tree. */
export async function lineage(reference: RunReference, context: Context): Promise<Answered> {
  const found = await findRun(reference, context)
  if (!found.ok) return refuse(found.problems, context)
  const { history, asker, words } = context
  const runs = await history.lineage(asker, found.value.number)
  return {
    reply: lineageReply({ run: found.value, runs, words }),
    outcome: { kind: 'lineage', runs },
  }
}
