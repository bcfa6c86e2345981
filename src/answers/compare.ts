import { allocate } from '../allocation/allocate.ts'
import type { Command } from '../command/command.ts'
import { commonAncestor } from '../diff/common-ancestor.ts'
import { lineOfDescent } from '../diff/line-of-descent.ts'
import { compareMany } from '../diff/compare.ts'
import type { Run } from '../history/history.ts'
import { compareReply } from '../reply/compare-reply.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { audienceOf } from './audience.ts'
import { refuse } from './refuse.ts'
import { findRuns, isStored, type StoredRun } from './runs.ts'

/** Two runs or more side by side, with what sets them apart and where they come from. */
export async function compare(
  { runs: references, audience }: Extract<Command, { kind: 'compare' }>,
  context: Context,
): Promise<Answered> {
  const found = await findRuns(references, context)
  if (!found.ok) return refuse(found.problems, context)
  const runs = eachOnce(found.value)
  const comparison = compareMany(runs, allocate)
  const ancestor = await ancestorOf(runs, context)
  const { words, now } = context
  const reply = compareReply({ runs, comparison, ancestor, words, now })
  return {
    reply: { ...reply, audience: audienceOf(audience, [...runs, ancestor], context) },
    outcome: { kind: 'compared', runs, comparison },
  }
}

/** `#1 prod`, where `prod` is #1, compares nothing else than #1 and itself. */
function eachOnce(runs: readonly StoredRun[]): readonly StoredRun[] {
  const byNumber = new Map(runs.map((run) => [run.number, run] as const))
  return byNumber.size > 1 ? [...byNumber.values()] : runs
}

/** The nearest run that all of these come from. Runs of one tree are all in the lineage of each. */
async function ancestorOf(
  runs: readonly StoredRun[],
  { history, asker }: Context,
): Promise<Run | null> {
  const [first] = runs
  if (!first) return null
  const tree = (await history.lineage(asker, first.number)).filter(isStored)
  const ancestor = commonAncestor(runs.map(({ number }) => lineOfDescent(number, tree)))
  return tree.find(({ number }) => number === ancestor) ?? null
}
