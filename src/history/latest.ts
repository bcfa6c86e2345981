import type { Asker } from './asker.ts'
import { Prisma } from './generated/client.ts'
import { ranged } from './ranged.ts'

/*
 * Each of these is the number of one run, as a query to be used inside of others; NULL where there is
 * none. All of them are one look into one index.
 */

export function latestOfChannel({ workspace, channel }: Asker): Prisma.Sql {
  return Prisma.sql`(
    SELECT number FROM scenario
    WHERE workspace_id = ${workspace} AND ${ranged(Prisma.sql`channel`, channel)}
    ORDER BY channel, number DESC LIMIT 1)`
}

/** The latest run of a thread, or else the one whose reply the thread is about. */
export function latestOfThread(asker: Asker, thread: string): Prisma.Sql {
  const { workspace, channel } = asker
  return Prisma.sql`(SELECT coalesce((
    SELECT number FROM scenario
    WHERE workspace_id = ${workspace} AND channel = ${channel}
      AND ${ranged(Prisma.sql`thread`, thread)}
    ORDER BY thread, number DESC LIMIT 1), ${ofMessage(asker, thread)}))`
}

/** The run whose reply is this message of the channel. */
export function ofMessage({ workspace, channel }: Asker, timestamp: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT number FROM message
    WHERE workspace_id = ${workspace} AND channel = ${channel} AND timestamp = ${timestamp})`
}
