import type { PoolClient } from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { openPool } from '../../src/database/pool.ts'
import { prismaOutbox, type DueReply } from '../../src/history/outbox.ts'
import { freshDatabase } from '../support/database.ts'

const { url, prisma, pool, owner } = await freshDatabase()

const SPREAD = 20_000
const HOT = 5_000

/*
 * Slack was down for a while. Of the replies 1 to 20,000 each workspace has every 50th and each channel
 * every 2,000th, so 1 to 50 are next in their workspaces. Before them all, the first workspace has
 * asked 5,000 times in one channel: hot-1, hot-2 …
 */
beforeAll(async () => {
  await owner.pool.query(`
    INSERT INTO workspace (id) SELECT 'T' || n FROM generate_series(1, 50) AS n;
    INSERT INTO scenario
      (workspace_id, number, id, channel, author, line, shape, scenario, plan, engine, cni)
      SELECT 'T' || n, 1, gen_random_uuid(), 'C1', 'U1', 't3.large', 't3.large', '{}', '{}', 1, '1.23'
      FROM generate_series(1, 50) AS n`)
  await store(SPREAD, "'T' || 1 + (n - 1) % 50", "'C' || n % 2000", 'n::text', '1 hour')
  await store(HOT, "'T1'", "'hot'", "'hot-' || n", '2 hours')
})

/** The text of an expression for each column; the author tells the replies apart. */
function store(replies: number, workspace: string, channel: string, author: string, age: string) {
  return owner.pool.query(
    `INSERT INTO outbox (id, workspace_id, number, installation, channel, author, language, due_at, created_at)
     SELECT gen_random_uuid(), ${workspace}, 1, 'T1', ${channel}, ${author}, 'en', at, at
     FROM generate_series(1, $1::int) AS n,
       LATERAL (SELECT now() - $2::interval + n * interval '10 ms') AS stored (at)`,
    [replies, age],
  )
}

test('a look at many replies that wait takes the right ones, within the limits of the program', async () => {
  const serving = openPool(url, () => {})
  const outbox = prismaOutbox(prisma, serving)
  try {
    expect(authors(await outbox.take(10))).toEqual(['hot-1', ...numbers(2, 10)])
    // The channels of the first ten are busy; other channels of those workspaces are next.
    const next = [...numbers(1, 1), ...numbers(11, 50), ...numbers(52, 60)]
    expect(authors(await outbox.take(50))).toEqual(next)
  } finally {
    await serving.end()
  }
})

test('it reads each reply that waits once, by an index', async () => {
  const read = await rowsRead("SELECT FROM outbox_take(10, '15 s')")
  expect(read.whole).toBe(0)
  expect(read.rows).toBeLessThan(SPREAD + HOT + 500)
})

test.each([
  ['the first', 'ASC', 1],
  ['the last', 'DESC', 0],
])('%s reply of a channel where many wait begins without reading them', async (_, order, begun) => {
  await owner.pool.query("UPDATE outbox SET state = 'refused' WHERE state = 'sending'")
  const { rows } = await owner.pool.query<{ id: string }>(
    `SELECT id FROM outbox WHERE channel = 'hot' AND state = 'pending' ORDER BY created_at ${order} LIMIT 1`,
  )
  const read = await rowsRead("SELECT FROM outbox_begin($1, '15 s')", rows[0]?.id)
  expect(read.found).toBe(begun)
  expect(read.whole).toBe(0)
  expect(read.rows).toBeLessThan(10)
})

/** How many rows of the outbox a statement reads, and how often it reads all of the table. */
async function rowsRead(statement: string, ...values: readonly unknown[]) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    // What the connection has read before may not be counted elsewhere yet.
    const before = await counted(client)
    const { rowCount: found } = await client.query(statement, [...values])
    const after = await counted(client)
    return { found, whole: after.whole - before.whole, rows: after.rows - before.rows }
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

async function counted(client: PoolClient): Promise<{ whole: number; rows: number }> {
  const { rows } = await client.query<{ whole: number; rows: number }>(
    `SELECT seq_scan::int AS whole, idx_tup_fetch::int AS rows
     FROM pg_stat_xact_user_tables WHERE relname = 'outbox'`,
  )
  const [count] = rows
  if (!count) throw new Error('there is no outbox')
  return count
}

function authors(replies: readonly DueReply[]): readonly string[] {
  return replies.map(({ author }) => author).toSorted(byNumber)
}

function numbers(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
}

/** What is no number comes first. */
function byNumber(one: string, other: string): number {
  return (Number(one) || 0) - (Number(other) || 0)
}
