import type { Pool } from 'pg'
import { encodePlan } from '../../src/history/stored-plan.ts'
import { newRun, scenarioOf } from '../../test/history/runs.ts'

/** As many workspaces as share the history; the largest has about 6 in 100 of all runs. */
const WORKSPACES = 5_000

/** Runs that follow each other in a channel before another one has its turn. */
const CONVERSATION = 8

const TYPES = ['m5.large', 't3.2xlarge', 'c5.xlarge']

const TABLES = ['scenario', 'scenario_type', 'label', 'workspace'] as const

/**
 * Adds runs until there are `size`. They come in conversations, each in a channel of some workspace;
 * every tenth channel is private, every 50th run has a name, every 500th is pinned.
 */
export async function fill(owner: Pool, size: number): Promise<void> {
  const indexes = await dropIndexes(owner)
  await owner.query('TRUNCATE workspace CASCADE')
  // Neither triggers nor foreign keys: what they would write is written below.
  await owner.query("SET session_replication_role = replica; SET work_mem = '256MB'")
  await owner.query(`
    CREATE TEMP TABLE asked AS
    SELECT n, workspace, channel, channel % 10 = 0 AS is_private, type,
      row_number() OVER (PARTITION BY workspace ORDER BY n)::int AS number
    FROM (
      SELECT n, workspace, hashint4(n / ${CONVERSATION} + 7) & 15 AS channel,
        1 + (hashint4(n) & 1023) % ${TYPES.length} AS type
      FROM (
        SELECT n, floor(${WORKSPACES} * pow(((hashint4(n / ${CONVERSATION})::bigint + 2147483648)
          / 4294967296.0), 3))::int AS workspace
        FROM generate_series(0, ${size - 1}) AS n
      ) AS placed
    ) AS talked`)
  const answers = TYPES.map((type) => newRun(scenarioOf(type, { nodes: 3 })))
  await owner.query(
    `INSERT INTO scenario (workspace_id, number, id, channel, is_private, author, line, shape, scenario,
       plan, engine, cni, created_at)
     SELECT 'T' || workspace, number, gen_random_uuid(), 'C' || channel, is_private,
       'U' || (hashint4(n) & 7), ($1::text[])[type] || ' 3 nodes ' || n || ' pods', ($1::text[])[type],
       ($2::jsonb[])[type], ($3::jsonb[])[type], 1, '1.23',
       timestamptz '2024-01-01' + n * interval '63 seconds' / (${size} / 1000000.0)
     FROM asked ORDER BY n`,
    [
      TYPES,
      answers.map(({ scenario }) => JSON.stringify(scenario)),
      answers.map(({ plan }) => JSON.stringify(encodePlan(plan))),
    ],
  )
  await owner.query(`
    INSERT INTO scenario_type (workspace_id, type, number, channel)
      SELECT 'T' || workspace, (ARRAY['${TYPES.join("','")}'])[type], number, 'C' || channel FROM asked;
    INSERT INTO label (workspace_id, number, name, is_pinned, channel, author, is_private)
      SELECT 'T' || workspace, number, 'name ' || n / 50 % 20, n % 500 = 0, 'C' || channel,
        'U' || (hashint4(n) & 7), is_private FROM asked WHERE n % 50 = 0;
    INSERT INTO workspace (id, last_number)
      SELECT 'T' || workspace, max(number) FROM asked GROUP BY workspace;
    DROP TABLE asked;
    SET session_replication_role = DEFAULT`)
  for (const index of indexes) await owner.query(index)
  await owner.query(`VACUUM ANALYZE ${TABLES.join(', ')}`)
}

/** All but those of primary keys; returns the statements that make them again. */
async function dropIndexes(owner: Pool): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = ANY($1) AND schemaname = current_schema() AND indexname NOT LIKE '%_pkey'`,
    [TABLES],
  )
  for (const { name } of rows) await owner.query(`DROP INDEX "${name}"`)
  return rows.map(({ definition }) => definition)
}
