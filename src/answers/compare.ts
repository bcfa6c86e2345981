import { allocate } from '../allocation/allocate.ts'
import type { RunReference } from '../command/run-reference.ts'
import { commonAncestor } from '../diff/common-ancestor.ts'
import { compareMany } from '../diff/compare.ts'
import type { Run } from '../history/history.ts'
import { compareReply } from '../reply/compare-reply.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { audienceFor } from './privacy.ts'
import { refuse } from './refuse.ts'
import { findRuns, type StoredRun } from './runs.ts'

/** Two runs or more side by side, with what sets them apart and where they come from. */
export async function compare(
  references: readonly RunReference[],
  context: Context,
): Promise<Answered> {
  const found = await findRuns(references, context)
  if (!found.ok) return refuse(found.problems, context)
  const runs = found.value
  const comparison = compareMany(runs, allocate)
  const ancestor = await ancestorOf(runs, context)
  const { asker, words, now } = context
  const reply = compareReply({ runs, comparison, ancestor, words, now })
  return {
    reply: { ...reply, audience: audienceFor(ancestor ? [...runs, ancestor] : runs, asker) },
    outcome: { kind: 'compared', runs, comparison },
  }
}

/** The nearest run that all of these come from. Runs of one tree are all in the lineage of each. */
async function ancestorOf(
  runs: readonly StoredRun[],
  { history, asker }: Context,
): Promise<Run | null> {
  const [first] = runs
  if (!first) return null
  const tree = new Map<number | null, Run>(
    (await history.lineage(asker, first.number)).map((run) => [run.number, run]),
  )
  const number = commonAncestor(runs.map((run) => lineOfDescent(run, tree)))
  return number === null ? null : (tree.get(number) ?? null)
}

function lineOfDescent(run: Run, tree: ReadonlyMap<number | null, Run>): readonly number[] {
  const line: number[] = []
  for (let next: Run | undefined = run; next?.number; next = tree.get(next.parent)) {
    line.push(next.number)
  }
  return line
}
