import { z } from 'zod'
import type { Asker } from './asker.ts'
import type { Transaction } from './workspace-transaction.ts'

/** The latest run of a name in a channel, with what it takes; of a range, the upper end. */
export interface ChannelPlan {
  readonly number: number
  readonly name: string
  readonly reserved: number
  readonly held: number
}

const Amount = z.union([
  z.number(),
  z.object({ min: z.number(), max: z.number() }).transform(({ max }) => max),
])
const Rows = z.array(
  z.object({ number: z.number(), name: z.string(), reserved: z.number(), held: Amount }),
)

/** More names than these are no plans of one channel. */
const MOST = 500

/** The latest run of every name in the asker's channel. */
export async function channelPlans(
  tx: Transaction,
  { workspace, channel }: Asker,
): Promise<readonly ChannelPlan[]> {
  const rows = await tx.$queryRaw`
    SELECT named.number, named.name, plan->'reserved' AS reserved, plan->'held' AS held
    FROM (
      SELECT DISTINCT ON (name) name, number FROM label
      WHERE workspace_id = ${workspace} AND channel = ${channel} AND name IS NOT NULL
      ORDER BY name, number DESC
    ) AS named JOIN scenario USING (number)
    WHERE scenario.workspace_id = ${workspace}
    ORDER BY named.number DESC LIMIT ${MOST}`
  return Rows.parse(rows)
}
