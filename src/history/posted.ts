import { z } from 'zod'
import type { Asker } from './asker.ts'
import type { Posted } from './found.ts'
import { Prisma } from './generated/client.ts'
import { visible } from './visible.ts'
import type { Transaction } from './workspace-transaction.ts'

const Rows = z.array(z.object({ channel: z.string(), timestamp: z.string() }))

/** The first message that a run was answered with, if the asker may see the run. */
export async function findPosted(
  tx: Transaction,
  asker: Asker,
  number: number,
): Promise<Posted | null> {
  return Rows.parse(await tx.$queryRaw(postedQuery(asker, number)))[0] ?? null
}

/**
 * Slack's timestamps begin with the seconds since 1970, so the index of the channel's messages is read
 * from the time of the run on, and for a day at most. A minute is for clocks that differ.
 */
function postedQuery(asker: Asker, number: number): Prisma.Sql {
  return Prisma.sql`
    SELECT message.channel, message.timestamp FROM scenario JOIN message
      ON message.workspace_id = scenario.workspace_id AND message.channel = scenario.channel
      AND message.number = scenario.number
    WHERE scenario.workspace_id = ${asker.workspace} AND scenario.number = ${number}::int
      AND ${visible(asker, 'scenario')}
      AND message.timestamp >= extract(epoch FROM scenario.created_at - interval '1 minute')::text
      AND message.timestamp < extract(epoch FROM scenario.created_at + interval '1 day')::text
    ORDER BY message.timestamp LIMIT 1`
}
