import { z } from 'zod'
import type { Asker } from './asker.ts'
import { Prisma } from './generated/client.ts'
import { literal } from './literal.ts'
import { inSight, newestOf, type Sight } from './sight.ts'
import type { Transaction } from './workspace-transaction.ts'

const MOST = 200
/** Runs with a name or a pin that are looked through, newest first: an older name is not offered. */
const LOOKED_THROUGH = 1_000

const Rows = z.array(z.object({ name: z.string().nullable() }))

/** The names in use, latest first, each once. */
export async function findNames(tx: Transaction, asker: Asker): Promise<readonly string[]> {
  const rows = Rows.parse(await tx.$queryRaw(namesQuery(asker)))
  return [...new Set(rows.flatMap(({ name }) => name ?? []))].slice(0, MOST)
}

function namesQuery(asker: Asker): Prisma.Sql {
  const most = literal(LOOKED_THROUGH)
  const labels = (condition: Prisma.Sql) => Prisma.sql`
    SELECT number, name FROM label
    WHERE workspace_id = ${asker.workspace} AND ${condition}
    ORDER BY number DESC LIMIT ${most}`
  const isPrivate = (sight: Sight) => Prisma.sql`is_private AND ${inSight(asker, sight, LABEL)}`
  const conditions = [inSight(asker, 'public', LABEL), isPrivate('own'), isPrivate('here')]
  return newestOf(conditions.map(labels), most)
}

const LABEL = Prisma.raw('label')
