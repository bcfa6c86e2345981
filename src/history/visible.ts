import type { Asker } from './asker.ts'
import { Prisma } from './generated/client.ts'

/**
 * The condition under which somebody may see a run, where they are now. `table` is the alias of a
 * table that has the run's channel, author and privacy; `newest` of some rows of one.
 */
export function visible({ channel, author }: Asker, table: keyof typeof TABLES): Prisma.Sql {
  const of = TABLES[table]
  return Prisma.sql`(NOT ${of}.is_private OR ${of}.channel = ${channel} OR ${of}.author = ${author})`
}

const TABLES = {
  scenario: Prisma.raw('scenario'),
  label: Prisma.raw('label'),
  tombstone: Prisma.raw('tombstone'),
  newest: Prisma.raw('newest'),
} as const
