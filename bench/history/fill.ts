import type { Pool } from 'pg'
import { encodePlan } from '../../src/history/stored-plan.ts'
import { encodeScenario } from '../../src/history/stored-scenario.ts'
import { newRun, scenarioOf } from '../../test/history/runs.ts'

/** As many workspaces as share the history; the largest has about 5 in 100 of all runs. */
const WORKSPACES = 5_000

/** Runs that follow each other in a channel before another one has its turn. */
const CONVERSATION = 8

/** A workspace of a tenth of all runs, nearly all in private channels that one is not in. */
export const HIDING = 'THIDING'

/** What may be seen of it: of each 1,000 runs a public one, one of a private channel, one of Ada's. */
export const HIDING_CHANNELS = { public: 'C0', private: 'C30' } as const

const TYPES = ['m5.large', 't3.2xlarge', 'c5.xlarge']

const TABLES = ['scenario', 'scenario_type', 'label', 'workspace'] as const

/**
 * Makes a history of `size` runs. They come in conversations, each in a channel of some workspace;
 * every tenth channel is private, every 50th run has a name, every 500th is pinned.
 */
export async function fill(owner: Pool, size: number): Promise<void> {
  const indexes = await dropIndexes(owner)
  await owner.query('TRUNCATE workspace CASCADE')
  // Neither triggers nor foreign keys: what they would write is written below.
  await owner.query(`SET session_replication_role = replica;
    SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'`)
  await makeAnswers(owner)
  await owner.query(`
    CREATE TEMP TABLE asked AS
    SELECT n, workspace, number, type, author,
      'C' || channel AS channel, channel % 10 = 0 AND NOT is_shown AS is_private
    FROM (
      SELECT *, workspace = '${HIDING}' AND number % 1000 = 0 AS is_shown,
        CASE WHEN workspace <> '${HIDING}' THEN talked_in
          WHEN number % 1000 = 0 THEN 0 WHEN number % 1000 = 333 THEN 30
          WHEN number % 1000 = 666 THEN 40 ELSE 100 + talked_in * 10 END AS channel,
        CASE WHEN workspace = '${HIDING}' AND number % 1000 = 666 THEN 'U3'
          WHEN workspace = '${HIDING}' THEN 'U9' ELSE 'U' || (hashint4(n) & 7) END AS author
      FROM (
        SELECT *, row_number() OVER (PARTITION BY workspace ORDER BY n)::int AS number
        FROM (
          SELECT n, hashint4(n / ${CONVERSATION} + 7) & 15 AS talked_in,
            1 + (hashint4(n) & 1023) % ${TYPES.length} AS type,
            CASE WHEN n / ${CONVERSATION} % 10 = 9 THEN '${HIDING}' ELSE
              'T' || floor(${WORKSPACES} * pow(((hashint4(n / ${CONVERSATION})::bigint + 2147483648)
                / 4294967296.0), 3))::int END AS workspace
          FROM generate_series(0, ${size - 1}) AS n
        ) AS talked
      ) AS numbered
    ) AS placed ORDER BY n`)
  // Only a join by hash leaves the runs in the order in which they were asked.
  await owner.query(`ANALYZE asked, answer; SET enable_nestloop = off; SET enable_mergejoin = off`)
  await owner.query(`
    INSERT INTO scenario (workspace_id, number, id, channel, is_private, author, line, shape, scenario,
      plan, engine, cni, created_at)
    SELECT workspace, number, gen_random_uuid(), channel, is_private, author,
      shape || ' 3 nodes ' || n || ' pods', shape, scenario, plan, 1, '1.23',
      timestamptz '2024-01-01' + n * interval '63 seconds' / (${size} / 1000000.0)
    FROM asked JOIN answer USING (type)`)
  await owner.query(`
    INSERT INTO scenario_type (workspace_id, type, number, channel, author, is_private)
      SELECT workspace, shape, number, channel, author, is_private FROM asked JOIN answer USING (type);
    INSERT INTO label (workspace_id, number, name, is_pinned, channel, author, is_private)
      SELECT workspace, number, 'name ' || n / 50 % 20, n % 500 = 0, channel, author, is_private
      FROM asked WHERE n % 50 = 0 OR workspace = '${HIDING}' AND number % 37 = 0;
    INSERT INTO workspace (id, last_number)
      SELECT workspace, max(number) FROM asked GROUP BY workspace;
    DROP TABLE asked, answer;
    RESET enable_nestloop; RESET enable_mergejoin;
    SET session_replication_role = DEFAULT`)
  for (const index of indexes) await owner.query(index)
  await owner.query(`VACUUM ANALYZE ${TABLES.join(', ')}`)
}

/** One for each type, compressed as runs are: so it is copied, and not compressed a million times. */
async function makeAnswers(owner: Pool): Promise<void> {
  await owner.query(`
    CREATE TEMP TABLE answer (type int, shape text, scenario json STORAGE MAIN, plan json STORAGE MAIN)
      WITH (toast_tuple_target = 256)`)
  for (const [index, type] of TYPES.entries()) {
    const { scenario, plan } = newRun(scenarioOf(type, { nodes: 3 }))
    await owner.query('INSERT INTO answer VALUES ($1, $2, $3, $4)', [
      index + 1,
      type,
      JSON.stringify(encodeScenario(scenario)),
      JSON.stringify(encodePlan(plan)),
    ])
  }
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
