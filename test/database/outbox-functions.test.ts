import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { ADA, newRun, NO_KEY, scenarioOf } from '../history/runs.ts'
import { freshDatabase } from '../support/database.ts'

const { pool, prisma, owner } = await freshDatabase()
const history = prismaHistory(prisma, pool, () => {})
const scenario = scenarioOf('m5.large')

/** A reply of the workspace that the transaction does not name. */
let foreign = ''
let client: PoolClient

beforeEach(async () => {
  await owner.prisma.workspace.deleteMany()
  await keepFor('T-mine')
  foreign = await keepFor('T-other')
  client = await pool.connect()
  await client.query("BEGIN; SELECT set_config('eksip.workspace', 'T-mine', true)")
})
afterEach(async () => {
  await client.query('ROLLBACK')
  client.release()
})

async function keepFor(workspace: string): Promise<string> {
  const id = randomUUID()
  const delivery = { id, installation: workspace, language: 'en', responseUrl: null } as const
  const asker = { ...ADA, workspace }
  await history.keep(newRun(scenario, { asker, request: { ...NO_KEY, delivery } }))
  return id
}

const SENDING = "state = 'sending', leased_until = now() - interval '1 second'"

/** Each function, what the foreign reply is before it, and its state after it. */
test.each([
  ['begin', 'due_at = created_at', "outbox_begin($1, '1 s')", 'sending'],
  ['take', 'due_at = created_at', "outbox_take(9, '1 s') WHERE id = $1", 'sending'],
  ['finish', SENDING, "outbox_finish($1, 'sent', '17.1', NULL)", 'sent'],
  ['postpone', SENDING, "outbox_postpone($1, '0 s', 'plain', 'x')", 'pending'],
  ['abandon', SENDING, 'outbox_abandon() WHERE $1::uuid IS NOT NULL', 'unknown'],
  ['forget', "state = 'sent'", "outbox_forget('-1 day') WHERE $1::uuid IS NOT NULL", undefined],
])('outbox_%s works for all workspaces, and leaves its caller in one', async (...sample) => {
  const [, before, call, state] = sample
  await owner.pool.query(`UPDATE outbox SET ${before} WHERE id = $1`, [foreign])
  expect(await seen()).toEqual(['T-mine'])
  await client.query(`SELECT FROM ${call}`, [foreign])
  expect(await seen()).toEqual(['T-mine'])
  expect(await setting('eksip.worker')).toBe('')
  expect(await setting('eksip.workspace')).toBe('T-mine')

  await client.query('COMMIT')
  const reply = await owner.prisma.outbox.findUnique({ where: { id: foreign } })
  expect(reply?.state).toBe(state)
})

test('a function that fails leaves its caller in its workspace, too', async () => {
  await owner.pool.query(`UPDATE outbox SET ${SENDING} WHERE id = $1`, [foreign])
  await client.query('SAVEPOINT before')
  await expect(
    client.query("SELECT outbox_postpone($1, '0 s', 'no form', 'x')", [foreign]),
  ).rejects.toThrow(/outbox_form_check/)
  await client.query('ROLLBACK TO SAVEPOINT before')
  expect(await seen()).toEqual(['T-mine'])
  expect(await setting('eksip.worker')).not.toBe('on')
})

/** The workspaces whose replies the transaction sees. */
async function seen(): Promise<readonly string[]> {
  const { rows } = await client.query<{ workspace: string }>(
    'SELECT DISTINCT workspace_id AS workspace FROM outbox',
  )
  return rows.map(({ workspace }) => workspace)
}

async function setting(name: string): Promise<string | null | undefined> {
  const { rows } = await client.query<{ value: string | null }>(
    'SELECT current_setting($1, true) AS value',
    [name],
  )
  return rows[0]?.value
}
