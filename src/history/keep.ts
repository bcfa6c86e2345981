import { DatabaseError, type Pool } from 'pg'
import { z } from 'zod'
import { allocate } from '../allocation/allocate.ts'
import { ENGINE_VERSION } from '../allocation/version.ts'
import { BudgetJson } from './budget.ts'
import { decodeIfReadable, decodeRun } from './codec.ts'
import { keepQuery } from './keep-query.ts'
import type { Kept, NewRun } from './kept.ts'
import { NotKeptError } from './not-kept.ts'
import { once } from '../once.ts'
import { RunRow } from './run-row.ts'
import { isStorable } from './storable.ts'
import { statementsOn } from './workspace-transaction.ts'

/** Codes of errors: of `keep_run`, and of Postgres. */
const TOO_LATE = 'EK001'
const LOCK_TIMEOUT = '55P03'

type OnUnreadable = (error: Error) => void

/**
 * Stores a run: whole, with its answer and all that belongs to it, or not at all.
 * @throws NotKeptError where it is not stored, for certain.
 */
export async function keep(pool: Pool, run: NewRun, onUnreadable: OnUnreadable): Promise<Kept> {
  const { asker, request, name, line, scenario } = run
  // A plan is made of figures.
  if (!isStorable([asker, request, name, line, scenario])) {
    throw new NotKeptError('it holds a character that cannot be stored')
  }
  try {
    return await keepOnce(pool, run, onUnreadable)
  } catch (error) {
    if (error instanceof NotKeptError || request.key === null) throw error
    // It may be stored, or not. Its key finds it, or else it is stored now.
    const kept = await keepOnce(pool, run, onUnreadable).catch(() => {
      throw error
    })
    return kept.status === 'again' ? { ...kept, status: 'new' } : kept
  }
}

/** A run as the database gives it in JSON. */
const RunJson = RunRow.extend({ created_at: z.coerce.date() })

const Rows = z.tuple([
  z.object({
    status: z.enum(['new', 'again', 'already']),
    number: z.int(),
    parent: z.int().nullable(),
    budget: BudgetJson.nullable(),
    repeated: RunJson.nullable(),
    earlier: RunJson.nullable(),
  }),
])

async function keepOnce(pool: Pool, run: NewRun, onUnreadable: OnUnreadable): Promise<Kept> {
  const [row] = Rows.parse(await send(pool, run))
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

async function send(pool: Pool, run: NewRun): Promise<unknown> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw new NotKeptError('there is no connection to the database', { cause })
  })
  try {
    const rows = await statementsOn(client).$queryRaw(keepQuery(run, Date.now()))
    client.release()
    return rows
  } catch (error) {
    // What else went wrong may go wrong on this connection again: it hangs, or its plan is out of date.
    client.release(!isOrdinary(error))
    throw isRefusal(error) ? new NotKeptError('the run was refused', { cause: error }) : error
  }
}

/** The answer would come too late, or the workspace was busy for too long. */
function isOrdinary(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === TOO_LATE || error.code === LOCK_TIMEOUT)
}

/**
 * An ERROR undoes its statement. After a FATAL or a PANIC, such as a disk that is full while the
 * commit is written, nobody knows; nor where the server says either in another language.
 */
function isRefusal(error: unknown): boolean {
  return isOrdinary(error) || (error instanceof DatabaseError && error.severity === 'ERROR')
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
