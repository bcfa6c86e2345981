import type { Pool } from 'pg'
import { allocate } from '../allocation/allocate.ts'
import { ENGINE_VERSION } from '../allocation/version.ts'
import { once } from '../once.ts'
import { decodeIfReadable, decodeRun } from './codec.ts'
import { inGroups } from './in-groups.ts'
import type { Kept, NewRun } from './kept.ts'
import { NotKeptError } from './not-kept.ts'
import type { RunRow } from './run-row.ts'
import { isStorable } from './storable.ts'
import { storeRun, storeRuns, type StoredRow } from './store-runs.ts'

/**
 * Runs that come while others are being stored are stored together, in one statement: a statement
 * and its commit take as much as the run itself. Two at a time, so that the database need not wait
 * for us. Behind a workspace that is busy, or a connection that hangs, nobody waits for long.
 */
const GROUPS = { most: 16, abreast: 2, patienceMs: 50 }

type OnUnreadable = (error: Error) => void

/**
 * What stores a run: whole, with its answer and all that belongs to it, or not at all. It rejects
 * with a NotKeptError where the run is not stored, for certain.
 */
export function keeping(pool: Pool, onUnreadable: OnUnreadable): (run: NewRun) => Promise<Kept> {
  const store = inGroups((runs: readonly NewRun[]) => storeRuns(pool, runs), GROUPS)

  return async (run) => {
    const { asker, request, name, line, scenario } = run
    // A plan is made of figures.
    if (!isStorable([asker, request, name, line, scenario])) {
      throw new NotKeptError('it holds a character that cannot be stored')
    }
    const row = await store(run).catch((error: unknown) => storeAgain(pool, run, error))
    return keptAs(run, row, onUnreadable)
  }
}

/**
 * After an error the run may be stored, or not. Its key finds it, or else it is stored now: by itself,
 * for another run of its group may be what broke the connection.
 */
async function storeAgain(pool: Pool, run: NewRun, error: unknown): Promise<StoredRow> {
  if (error instanceof NotKeptError || run.request.key === null) throw error
  const row = await storeRun(pool, run).catch(() => {
    throw error
  })
  return row.status === 'again' ? { ...row, status: 'new' } : row
}

function keptAs(run: NewRun, row: StoredRow, onUnreadable: OnUnreadable): Kept {
  const { status, number, parent, budget, repeated } = row
  const earlier = once(() => row.earlier && decodeIfReadable(row.earlier, onUnreadable))
  return {
    run: repeated ? withReasons(repeated) : storedRun(run, number, parent),
    get earlier() {
      return earlier()
    },
    budget,
    status,
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
