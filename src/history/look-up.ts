import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Prisma } from './generated/client.ts'
import type { NewRun } from './kept.ts'
import { latestOfNameHere, latestOfShape, latestOfThread, seenNumber } from './latest.ts'
import { RUN_COLUMNS, RunRow } from './run-row.ts'
import { shapeOf } from './shape.ts'
import type { Statements } from './workspace-transaction.ts'

/** What the history knows about a new run before it is stored. */
export interface LookUp {
  /** The run that this request, or the same line a moment ago, was stored as. */
  readonly repeated: { readonly status: 'again' | 'already'; readonly row: RunRow } | null
  /** What the run is compared with; for a repeated one, what it was compared with then. */
  readonly earlier: RunRow | null
}

const Rows = z.array(RunRow.extend({ role: z.enum(['again', 'already', 'earlier']) }))

export async function lookUp(tx: Statements, run: NewRun): Promise<LookUp> {
  const rows = Rows.parse(await tx.$queryRaw(lookUpQuery(run)))
  const repeated = rows.find(({ role }) => role !== 'earlier')
  return {
    repeated: repeated
      ? { status: repeated.role === 'again' ? 'again' : 'already', row: repeated }
      : null,
    earlier: rows.find(({ role }) => role === 'earlier') ?? null,
  }
}

/** Everything in one statement; the names and pins of the runs, too. */
export function lookUpQuery(run: NewRun): Prisma.Sql {
  const { workspace } = run.asker
  return Prisma.sql`
    WITH asked AS MATERIALIZED (
      SELECT ${numberOfRequest(run)} AS again, ${numberOfSameLine(run)} AS already
    ), repeated AS MATERIALIZED (
      SELECT again, already, coalesce(again, already) AS number FROM asked
    ), named AS MATERIALIZED (
      SELECT 'again' AS role, again AS number FROM repeated
      UNION ALL SELECT 'already', already FROM repeated WHERE again IS NULL
      UNION ALL SELECT 'earlier', CASE
        WHEN repeated.number IS NULL THEN ${earlierNumber(run)}
        ELSE (SELECT compared_with FROM scenario
              WHERE workspace_id = ${workspace} AND scenario.number = repeated.number)
        END FROM repeated
    )
    SELECT role, ${RUN_COLUMNS} FROM named CROSS JOIN LATERAL (
      SELECT * FROM scenario
      WHERE workspace_id = ${workspace} AND number = named.number
    ) AS scenario LEFT JOIN label
      ON label.workspace_id = ${workspace} AND label.number = scenario.number`
}

/** Who sent which line where: the same once more within 30 seconds is not a new question. */
export function sameLineKey({ asker: { channel, author }, line }: NewRun): string {
  const digest = createHash('sha256').update(JSON.stringify([channel, author, line]))
  return `line:${digest.digest('base64url')}`
}

function numberOfRequest({ asker, request }: NewRun): Prisma.Sql {
  return request.key === null ? NO_NUMBER : numberOfKey(asker.workspace, request.key)
}

function numberOfSameLine(run: NewRun): Prisma.Sql {
  if (run.request.key === null) return NO_NUMBER
  const now = run.askedAt.toISOString()
  const isFresh = Prisma.sql`AND asked_at > ${now}::timestamptz - interval '30 seconds'`
  return numberOfKey(run.asker.workspace, sameLineKey(run), isFresh)
}

/** NULL also where the run was deleted since. */
function numberOfKey(workspace: string, key: string, condition = Prisma.empty): Prisma.Sql {
  return Prisma.sql`(
    SELECT number FROM request_key
    WHERE workspace_id = ${workspace} AND key = ${key} ${condition}
      AND EXISTS (SELECT FROM scenario WHERE scenario.workspace_id = ${workspace}
                  AND scenario.number = request_key.number))`
}

function earlierNumber({ asker, name, scenario, parent, against }: NewRun): Prisma.Sql {
  return Prisma.sql`coalesce(${Prisma.join([
    ...[against, parent].flatMap((number) => (number === null ? [] : [seenNumber(asker, number)])),
    ...(asker.thread === null ? [] : [latestOfThread(asker, asker.thread)]),
    ...(name === null ? [] : [latestOfNameHere(asker, name)]),
    latestOfShape(asker, shapeOf(scenario)),
  ])})`
}

const NO_NUMBER = Prisma.sql`NULL::int`
