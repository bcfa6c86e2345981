import { z } from 'zod'
import type { Asker } from './asker.ts'
import { decodeIfReadable } from './codec.ts'
import type { Deleted, Found, Reference } from './found.ts'
import { Prisma } from './generated/client.ts'
import { latestOfChannel, latestOfThread, ofMessage } from './latest.ts'
import { literal } from './literal.ts'
import { ranged } from './ranged.ts'
import { RUN_COLUMNS, RUN_TABLES, RunRow } from './run-row.ts'
import { inSight, newestOf, type Sight } from './sight.ts'
import { visible } from './visible.ts'
import type { Statements } from './workspace-transaction.ts'

/** The run that somebody points at, or what is left of it. */
export async function findRun(
  tx: Statements,
  asker: Asker,
  reference: Reference,
  onUnreadable: (error: Error) => void,
): Promise<Found> {
  if (reference.kind === 'name') return findNamed(tx, asker, reference.name, onUnreadable)
  const number = numberOf(asker, reference)
  const row = await findRow(tx, asker, number)
  if (!row) return (await findTombstone(tx, asker, number)) ?? { kind: 'none' }
  return foundIn(row, onUnreadable)
}

function foundIn(row: RunRow, onUnreadable: (error: Error) => void): Found {
  const run = decodeIfReadable(row, onUnreadable)
  return run ? { kind: 'run', run } : { kind: 'unreadable', number: row.number }
}

/**
 * The newest run of a name: of this channel, or else of any that the asker may see. The newest one of
 * the name is looked at first, as it mostly may be seen.
 */
async function findNamed(
  tx: Statements,
  asker: Asker,
  name: string,
  onUnreadable: (error: Error) => void,
): Promise<Found> {
  for (const place of ['here', 'newest', 'anywhere'] as const) {
    const [row] = z.array(RunRow).parse(await tx.$queryRaw(nameQuery(asker, name, place)))
    if (row) return foundIn(row, onUnreadable)
  }
  return { kind: 'none' }
}

/** One look into the index of names, two where runs may be anywhere, and one at the run. */
export function nameQuery(
  asker: Asker,
  name: string,
  place: 'here' | 'newest' | 'anywhere',
): Prisma.Sql {
  return Prisma.sql`
    SELECT ${RUN_COLUMNS} FROM (${labelOfName(asker, name, place)}) AS label JOIN scenario
      ON scenario.workspace_id = ${asker.workspace} AND scenario.number = label.number`
}

function labelOfName(asker: Asker, name: string, place: Parameters<typeof nameQuery>[2]) {
  const columns = Prisma.sql`number, name, is_pinned, channel, author, is_private`
  const labels = (condition: Prisma.Sql) => Prisma.sql`
    SELECT ${columns} FROM label
    WHERE workspace_id = ${asker.workspace} AND name = ${name} AND ${condition}
    ORDER BY number DESC LIMIT 1`
  const one = (sight: Sight) => labels(inSight(asker, sight, Prisma.raw('label')))
  switch (place) {
    case 'here':
      return Prisma.sql`
        SELECT ${columns} FROM label
        WHERE workspace_id = ${asker.workspace} AND ${ranged(Prisma.sql`channel`, asker.channel)}
          AND ${ranged(Prisma.sql`name`, name)}
        ORDER BY channel, name, number DESC LIMIT 1`
    case 'newest':
      return Prisma.sql`
        SELECT * FROM (${labels(Prisma.sql`TRUE`)}) AS newest
        WHERE ${visible(asker, 'newest')}`
    case 'anywhere':
      return newestOf([one('public'), one('own')], literal(1))
  }
}

/**
 * `number` is a number, or a query of one: an expression around such queries would keep Postgres from
 * using an index, as row level security lets it look at rows before it calls what may give them away.
 */
export async function findRow(
  tx: Statements,
  asker: Asker,
  number: Prisma.Sql,
): Promise<RunRow | null> {
  return z.array(RunRow).parse(await tx.$queryRaw(rowQuery(asker, number)))[0] ?? null
}

export function rowQuery(asker: Asker, number: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT ${RUN_COLUMNS} FROM ${RUN_TABLES}
    WHERE scenario.workspace_id = ${asker.workspace} AND scenario.number = ${number}
      AND ${visible(asker, 'scenario')}`
}

const Tombstones = z.array(
  z.object({ number: z.int(), deleted_by: z.string(), deleted_at: z.date() }),
)

export async function findTombstone(
  tx: Statements,
  asker: Asker,
  number: Prisma.Sql,
): Promise<Deleted | null> {
  const [tombstone] = Tombstones.parse(
    await tx.$queryRaw(Prisma.sql`
      SELECT number, deleted_by, deleted_at FROM tombstone
      WHERE workspace_id = ${asker.workspace} AND number = ${number}
        AND ${visible(asker, 'tombstone')}`),
  )
  if (!tombstone) return null
  const { deleted_by: deletedBy, deleted_at: deletedAt } = tombstone
  return { kind: 'deleted', number: tombstone.number, deletedBy, deletedAt }
}

/** The number that a reference stands for, as a query. */
export function numberOf(
  asker: Asker,
  reference: Exclude<Reference, { kind: 'name' }>,
): Prisma.Sql {
  switch (reference.kind) {
    case 'number':
      return Prisma.sql`${reference.number}::int`
    case 'last':
      return asker.thread === null ? latestOfChannel(asker) : latestOfThread(asker, asker.thread)
    case 'message':
      return ofMessage(asker, reference.timestamp)
  }
}
