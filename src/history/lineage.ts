import { z } from 'zod'
import type { Asker } from './asker.ts'
import { decodeIfReadable, type StoredRun } from './codec.ts'
import { literal } from './literal.ts'
import { RUN_COLUMNS, RUN_TABLES, RunRow } from './run-row.ts'
import { visible } from './visible.ts'
import type { Transaction } from './workspace-transaction.ts'

/** More runs than this are no tree that anybody reads. */
const MOST = 200

/**
 * Up from a run to the first one that it comes from, and down to all that come from that. A run
 * that the asker may not see ends the way, as a deleted one does.
 */
export async function findLineage(
  tx: Transaction,
  asker: Asker,
  number: number,
  onUnreadable: (error: Error) => void,
): Promise<readonly StoredRun[]> {
  const { workspace } = asker
  const seen = visible(asker, 'scenario')
  const rows = await tx.$queryRaw`
    WITH RECURSIVE ancestor AS (
      SELECT number, parent, 1 AS depth FROM scenario
      WHERE workspace_id = ${workspace} AND number = ${number}::int AND ${seen}
      UNION ALL
      SELECT scenario.number, scenario.parent, depth + 1 FROM ancestor
      JOIN scenario ON scenario.workspace_id = ${workspace} AND scenario.number = ancestor.parent
      WHERE ${seen} AND depth < ${MOST}
    ), family AS (
      SELECT min(number) AS number FROM ancestor
      UNION ALL
      SELECT scenario.number FROM family
      JOIN scenario ON scenario.workspace_id = ${workspace} AND scenario.parent = family.number
      WHERE ${seen}
    ), member AS MATERIALIZED (
      SELECT number FROM (SELECT number FROM family LIMIT ${literal(MOST)}) AS nearest
      UNION SELECT number FROM ancestor
      LIMIT ${literal(MOST)}
    )
    SELECT ${RUN_COLUMNS} FROM ${RUN_TABLES}
    WHERE scenario.workspace_id = ${workspace}
      AND scenario.number = ANY(ARRAY(SELECT number FROM member))`
  return z
    .array(RunRow)
    .parse(rows)
    .flatMap((row) => decodeIfReadable(row, onUnreadable) ?? [])
    .toSorted((a, b) => a.number - b.number)
}
