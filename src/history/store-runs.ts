import { DatabaseError, type Pool } from 'pg'
import { z } from 'zod'
import { BudgetJson } from './budget.ts'
import { keepQuery } from './keep-query.ts'
import type { NewRun } from './kept.ts'
import { NotKeptError } from './not-kept.ts'
import { RunRow } from './run-row.ts'
import { statementsOn, type Statement } from './workspace-transaction.ts'

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
const Rows = z.array(z.looseObject({ place: z.int() }))
type Rows = z.infer<typeof Rows>

/** What the database says of a run that it keeps. */
export type StoredRow = z.infer<typeof StoredRow>

/** The database has refused a run, or another one of the same statement. */
class RefusedError extends NotKeptError {}

/**
 * Stores runs in one statement, each in its workspace. A run that is refused keeps none of the others
 * from being stored: then each has a statement of its own.
 * @returns for each run its row. Rejected with a NotKeptError where it is not stored, for certain.
 */
export function storeRuns(pool: Pool, runs: readonly NewRun[]): readonly Promise<StoredRow>[] {
  const now = Date.now()
  // With a run that is late already the others would be refused too.
  const group = runs.filter((run) => !isLate(run, now))
  const rows = storeAll(pool, group)
  let before = 0
  return runs.map(async (run) => {
    if (isLate(run, now)) throw new NotKeptError('the answer would come too late')
    const place = before++
    try {
      return rowAt(place, await rows)
    } catch (error) {
      if (group.length === 1 || !(error instanceof RefusedError)) throw error
      return storeRun(pool, run)
    }
  })
}

/** Stores a run in a statement of its own; else the same. */
export async function storeRun(pool: Pool, run: NewRun): Promise<StoredRow> {
  return rowAt(0, await storeAll(pool, [run]))
}

function isLate({ request: { answerBy } }: NewRun, now: number): boolean {
  return answerBy !== null && answerBy.getTime() <= now
}

/** A row that cannot be read must not keep the others from being read. */
function rowAt(place: number, rows: Rows): StoredRow {
  return StoredRow.parse(rows.find((row) => row.place === place))
}

async function storeAll(pool: Pool, runs: readonly NewRun[]): Promise<Rows> {
  return runs.length === 0 ? [] : Rows.parse(await send(pool, keepQuery(runs, Date.now())))
}

async function send(pool: Pool, statement: Statement): Promise<unknown> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw new NotKeptError('there is no connection to the database', { cause })
  })
  try {
    const rows = await statementsOn(client).$queryRaw(statement)
    client.release()
    return rows
  } catch (error) {
    // What else went wrong may go wrong on this connection again: it hangs, or its plan is out of date.
    client.release(!isOrdinary(error))
    throw isRefusal(error) ? new RefusedError('the run was refused', { cause: error }) : error
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
