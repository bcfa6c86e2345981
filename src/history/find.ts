import { z } from 'zod'
import type { Asker } from './asker.ts'
import { decodeIfReadable } from './codec.ts'
import type { Deleted, Found, Reference } from './found.ts'
import { Prisma } from './generated/client.ts'
import { latestOfChannel, latestOfThread, ofMessage } from './latest.ts'
import { RUN_COLUMNS, RUN_TABLES, RunRow } from './run-row.ts'
import { visible } from './visible.ts'
import type { Transaction } from './workspace-transaction.ts'

/** The run that somebody points at, or what is left of it. */
export async function findRun(
  tx: Transaction,
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

/** The newest run of a name: of this channel, or else of any that the asker may see. */
async function findNamed(
  tx: Transaction,
  asker: Asker,
  name: string,
  onUnreadable: (error: Error) => void,
): Promise<Found> {
  for (const place of ['here', 'anywhere'] as const) {
    const [row] = z.array(RunRow).parse(await tx.$queryRaw(nameQuery(asker, name, place)))
    if (row) return foundIn(row, onUnreadable)
  }
  return { kind: 'none' }
}

/** One look into the index of names, and one at the run. */
export function nameQuery(asker: Asker, name: string, place: 'here' | 'anywhere'): Prisma.Sql {
  const { workspace, channel } = asker
  const where = place === 'here' ? Prisma.sql`channel = ${channel}` : visible(asker, 'label')
  return Prisma.sql`
    SELECT ${RUN_COLUMNS} FROM (
      SELECT number, name, is_pinned FROM label
      WHERE workspace_id = ${workspace} AND name = ${name} AND ${where}
      ORDER BY number DESC LIMIT 1
    ) AS label JOIN scenario
      ON scenario.workspace_id = ${workspace} AND scenario.number = label.number`
}

/**
 * `number` is a number, or a query of one: an expression around such queries would keep Postgres from
 * using an index, as row level security lets it look at rows before it calls what may give them away.
 */
export async function findRow(
  tx: Transaction,
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
  tx: Transaction,
  asker: Asker,
  number: Prisma.Sql,
): Promise<Deleted | null> {
  const [tombstone] = Tombstones.parse(
    await tx.$queryRaw`
      SELECT number, deleted_by, deleted_at FROM tombstone
      WHERE workspace_id = ${asker.workspace} AND number = ${number}
        AND ${visible(asker, 'tombstone')}`,
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
