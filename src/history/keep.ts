import { allocate } from '../allocation/allocate.ts'
import { ENGINE_VERSION } from '../allocation/version.ts'
import { findBudget } from './budget.ts'
import { decodeIfReadable, decodeRun } from './codec.ts'
import type { Kept, NewRun } from './kept.ts'
import { lookUp } from './look-up.ts'
import { NotKeptError } from './not-kept.ts'
import type { RunRow } from './run-row.ts'
import { isStorable } from './storable.ts'
import { giveNumberBack, insertRun, takeNumber } from './store.ts'
import type { Statements, Transact } from './workspace-transaction.ts'

type OnUnreadable = (error: Error) => void

/**
 * Stores a run: whole, with its answer and all that belongs to it, or not at all.
 * @throws NotKeptError where it is not stored, for certain.
 */
export async function keep(
  transact: Transact,
  run: NewRun,
  onUnreadable: OnUnreadable,
): Promise<Kept> {
  const { asker, request, name, line, scenario } = run
  // A plan is made of figures.
  if (!isStorable([asker, request, name, line, scenario])) {
    throw new NotKeptError('it holds a character that cannot be stored')
  }
  let mayBeStored = false
  try {
    return await transact(run.asker.workspace, async (tx) => {
      const kept = await keepIn(tx, run, onUnreadable)
      if (isLate(run)) throw new NotKeptError('the answer would come too late')
      mayBeStored = true
      return kept
    })
  } catch (error) {
    const found = await findKept(transact, run, onUnreadable)
    if (found) return { ...found, status: mayBeStored ? 'new' : 'again' }
    if (mayBeStored || error instanceof NotKeptError) throw error
    throw new NotKeptError('the run could not be stored', { cause: error })
  }
}

function isLate({ request: { answerBy } }: NewRun): boolean {
  return answerBy !== null && Date.now() > answerBy.getTime()
}

/**
 * Two statements at once, after the one that names the workspace, and then a third. The number comes
 * before the look-up: of two that send the same at a time, the second one waits for it, and
 * finds the first one's run.
 */
async function keepIn(tx: Statements, run: NewRun, onUnreadable: OnUnreadable): Promise<Kept> {
  const { workspace } = run.asker
  const [{ number, budget }, { repeated, earlier: earlierRow }] = await Promise.all([
    takeNumber(tx, run.asker),
    lookUp(tx, run),
  ])
  const earlier = earlierRow && decodeIfReadable(earlierRow, onUnreadable)
  if (repeated) {
    await giveNumberBack(tx, workspace)
    return { run: withReasons(repeated.row), earlier, budget, status: repeated.status }
  }
  const parent = await insertRun(tx, run, number, earlier?.number ?? null)
  return { run: storedRun(run, number, parent), earlier, budget, status: 'new' }
}

/**
 * The run of this very request, if it is there: the same request came twice, or the answer to our
 * COMMIT got lost on its way.
 */
async function findKept(
  transact: Transact,
  run: NewRun,
  onUnreadable: OnUnreadable,
): Promise<Omit<Kept, 'status'> | null> {
  if (run.request.key === null) return null
  const look = (tx: Statements) => Promise.all([lookUp(tx, run), findBudget(tx, run.asker)])
  const found = await transact(run.asker.workspace, look).catch(() => null)
  if (!found) return null
  const [{ repeated, earlier }, budget] = found
  if (repeated?.status !== 'again') return null
  return {
    run: withReasons(repeated.row),
    earlier: earlier && decodeIfReadable(earlier, onUnreadable),
    budget,
  }
}

/** A stored run with its plan as it was given then: the same rules give the same reasons. */
function withReasons(row: RunRow): Kept['run'] {
  const run = decodeRun(row)
  return { ...run, plan: allocate(run.scenario) }
}

function storedRun(run: NewRun, number: number, parent: number | null): Kept['run'] {
  const { asker, name, line, scenario, plan, askedAt } = run
  const { channel, thread, isPrivate, author, authorName } = asker
  const here = { channel, thread, isPrivate, isPinned: false, author, authorName }
  return { number, name, line, scenario, plan, engine: ENGINE_VERSION, parent, ...here, askedAt }
}
