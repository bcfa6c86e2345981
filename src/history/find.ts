import { z } from 'zod'
import type { Asker } from './asker.ts'
import { decodeIfReadable } from './codec.ts'
import type { Deleted, Found, Reference } from './found.ts'
import { Prisma } from './generated/client.ts'
import {
  latestOfChannel,
  latestOfName,
  latestOfNameHere,
  latestOfThread,
  ofMessage,
} from './latest.ts'
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
  const number = numberOf(asker, reference)
  const row =
    (await findRow(tx, asker, number)) ??
    (reference.kind === 'name'
      ? await findRow(tx, asker, latestOfName(asker, reference.name))
      : null)
  if (!row) return (await findTombstone(tx, asker, number)) ?? { kind: 'none' }
  const run = decodeIfReadable(row, onUnreadable)
  return run ? { kind: 'run', run } : { kind: 'unreadable', number: row.number }
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

/** The number that a reference stands for, as a query; of a name, in this channel. */
export function numberOf(asker: Asker, reference: Reference): Prisma.Sql {
  switch (reference.kind) {
    case 'number':
      return Prisma.sql`${reference.number}::int`
    case 'name':
      return latestOfNameHere(asker, reference.name)
    case 'last':
      return asker.thread === null ? latestOfChannel(asker) : latestOfThread(asker, asker.thread)
    case 'message':
      return ofMessage(asker, reference.timestamp)
  }
}
