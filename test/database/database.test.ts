import { Client } from 'pg'
import { pino } from 'pino'
import { beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from '../../src/database/database.ts'
import type { EmbeddedServer } from '../../src/database/embedded/start.ts'
import { migrate } from '../../src/database/migrate.ts'
import { emptyDatabase } from '../support/database.ts'

const { stop, startEmbedded } = vi.hoisted(() => ({
  stop: vi.fn<EmbeddedServer['stop']>(),
  startEmbedded: vi.fn<() => Promise<EmbeddedServer>>(),
}))
vi.mock('../../src/database/embedded/start.ts', () => ({ startEmbedded }))
vi.mock('../../src/database/migrate.ts', { spy: true })

const url = await emptyDatabase()
const elsewhere = await emptyDatabase()

beforeEach(() => {
  stop.mockReset()
  startEmbedded.mockResolvedValue({ url, stop: () => stop() })
})

function open() {
  const logger = pino({ enabled: false })
  return openDatabase({
    url: null,
    migrationUrl: null,
    isStrict: false,
    folder: '',
    programs: null,
    logger,
    patience: 'person',
  })
}

/** Without the one that counts. */
async function countConnections(): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  )
  await client.end()
  return rows.length
}

function untilNobodyIsConnected(): Promise<void> {
  return vi.waitFor(async () => expect(await countConnections()).toBe(0), 5_000)
}

test('the embedded server stops when a migration fails', async () => {
  vi.mocked(migrate).mockRejectedValueOnce(new Error('no migration'))
  await expect(open()).rejects.toThrow('no migration')
  expect(stop).toHaveBeenCalledOnce()
})

test('the embedded server stops, after all connections, when the first query fails', async () => {
  // So there is the account that serves, and there are no tables.
  const serving = new URL(elsewhere)
  serving.username = 'eksip_bot'
  await migrate(elsewhere, { servingUrl: serving.href })
  vi.mocked(migrate).mockResolvedValueOnce([])
  stop.mockImplementation(untilNobodyIsConnected)
  await expect(open()).rejects.toThrow(/workspace.* does not exist/)
  expect(stop).toHaveBeenCalledOnce()
})

test('the embedded server runs until the database is closed', async () => {
  const database = await open()
  expect(await database.isReady()).toBe(true)
  expect(stop).not.toHaveBeenCalled()
  stop.mockImplementation(untilNobodyIsConnected)
  await database.close()
  expect(stop).toHaveBeenCalledOnce()
})
