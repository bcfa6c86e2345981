import { z } from 'zod'
import type { Asker } from './asker.ts'
import { literal } from './literal.ts'
import { visible } from './visible.ts'
import type { Transaction } from './workspace-transaction.ts'

const MOST = 200
/** Runs with a name that are looked through, newest first: a name that is older is not offered. */
const LOOKED_THROUGH = 1_000

const Rows = z.array(z.object({ name: z.string() }))

/** The names in use, latest first, each once. */
export async function findNames(tx: Transaction, asker: Asker): Promise<readonly string[]> {
  const rows = await tx.$queryRaw`
    SELECT name FROM label
    WHERE workspace_id = ${asker.workspace} AND name IS NOT NULL AND ${visible(asker, 'label')}
    ORDER BY number DESC LIMIT ${literal(LOOKED_THROUGH)}`
  return [...new Set(Rows.parse(rows).map(({ name }) => name))].slice(0, MOST)
}
