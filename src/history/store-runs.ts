import { DatabaseError, type Pool, type PoolClient } from 'pg'
import { z } from 'zod'
import { BudgetJson } from './budget.ts'
import { keepQuery } from './keep-query.ts'
import type { NewRun } from './kept.ts'
import { NotKeptError } from './not-kept.ts'
import { RunRow } from './run-row.ts'
import { statementsOn } from './workspace-transaction.ts'

/** Codes of errors: of `keep_run`, and of Postgres. */
const TOO_LATE = 'EK001'
const LOCK_TIMEOUT = '55P03'

/** A run as the database gives it in JSON. */
const RunJson = RunRow.extend({ created_at: z.coerce.date() })

const StoredRow = z.object({
  place: z.int(),
  status: z.enum(['new', 'again', 'already']),
  number: z.int(),
  parent: z.int().nullable(),
  budget: BudgetJson.nullable(),
  repeated: RunJson.nullable(),
  earlier: RunJson.nullable(),
})
const AnyRows = z.array(z.looseObject({ place: z.int() }))
type Rows = ReadonlyMap<number | undefined, unknown>

/** What the database says of a run that it keeps. */
export type StoredRow = z.infer<typeof StoredRow>

/** The database has refused a run, or another one of the same statement. */
class RefusedError extends NotKeptError {}

/** A run that has less time left would undo its whole group by being late. */
const LEAST_MS_LEFT = 150

/**
 * Stores runs in one statement, each in its workspace. A run that is refused keeps none of the others
 * from being stored: then each has a statement of its own.
 * @returns for each run its row. Rejected with a NotKeptError where it is not stored, for certain.
 */
export function storeRuns(pool: Pool, runs: readonly NewRun[]): readonly Promise<StoredRow>[] {
  const rows = storeTogether(pool, runs)
  return runs.map(async (run, place) => {
    try {
      return rowAt(place, await rows)
    } catch (error) {
      if (runs.length === 1 || !(error instanceof RefusedError)) throw error
      return storeRun(pool, run)
    }
  })
}

/** Stores a run in a statement of its own; else the same. */
export async function storeRun(pool: Pool, run: NewRun): Promise<StoredRow> {
  return rowAt(0, await storeTogether(pool, [run]))
}

/** The rows by the places of their runs; of a group, those that are late have none. */
async function storeTogether(pool: Pool, runs: readonly NewRun[]): Promise<Rows> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw new NotKeptError('there is no connection to the database', { cause })
  })
  // Not before there is a connection, for that may take a while.
  const now = Date.now()
  const group = [...runs.entries()].filter(
    ([, run]) => runs.length === 1 || msLeft(run, now) >= LEAST_MS_LEFT,
  )
  const inTime = group.map(([, run]) => run)
  if (inTime.length === 0) {
    client.release()
    return new Map()
  }
  const rows = AnyRows.parse(await send(client, inTime, now))
  return new Map(rows.map((row) => [group[row.place]?.[0], row]))
}

async function send(client: PoolClient, runs: readonly NewRun[], now: number): Promise<unknown> {
  try {
    const rows = await statementsOn(client).$queryRaw(keepQuery(runs, now))
    client.release()
    return rows
  } catch (error) {
    // What else went wrong may go wrong on this connection again: it hangs, or its plan is out of date.
    client.release(!isOrdinary(error))
    throw isRefusal(error) ? new RefusedError('the run was refused', { cause: error }) : error
  }
}

function msLeft({ request: { answerBy } }: NewRun, now: number): number {
  return answerBy === null ? Number.POSITIVE_INFINITY : answerBy.getTime() - now
}

/** A row that cannot be read must not keep the others from being read. */
function rowAt(place: number, rows: Rows): StoredRow {
  const row = rows.get(place)
  if (row === undefined) throw new NotKeptError('the answer would come too late')
  return StoredRow.parse(row)
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
