import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { readMigrations } from '../../src/database/migrations.ts'
import { openPool } from '../../src/database/pool.ts'
import { openPrisma } from '../../src/database/prisma.ts'
import { unsafeRole } from '../../src/database/unsafe-role.ts'
import { prismaOutbox } from '../../src/history/outbox.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { ADA, newRun, NO_KEY, scenarioOf } from '../history/runs.ts'
import { emptyDatabase } from '../support/database.ts'
import { runSql } from '../support/run-sql.ts'

/** A test machine may be busy. */
const PATIENCE = {
  connectionTimeoutMillis: 20_000,
  statement_timeout: 20_000,
  query_timeout: 25_000,
  lock_timeout: 20_000,
} as const

const PLAIN = "LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD 'plain'"

// As a managed Postgres gives it: the account owns its database, and is no superuser.
test.each([
  ['makes the account that serves', 'CREATEROLE'],
  ['finds the account that serves', 'NOCREATEROLE'],
] as const)('an owner that is no superuser migrates an empty database and %s', async (_, right) => {
  const { owner, serving } = await plainDatabase(right)
  const applied = await migrate(owner, { servingUrl: serving })
  expect(applied).toEqual(readMigrations().map(({ name }) => name))

  const pool = openPool(serving, () => {}, PATIENCE)
  const prisma = openPrisma(pool, () => {}, { maxWait: 20_000, timeout: 20_000 })
  try {
    expect(await unsafeRole(pool)).toBeNull()
    const history = prismaHistory(prisma, pool, () => {})
    const outbox = prismaOutbox(prisma, pool)
    const [first, second] = [randomUUID(), randomUUID()]
    for (const id of [first, second]) {
      const delivery = { id, installation: 'T1', language: 'en', responseUrl: null } as const
      const request = { ...NO_KEY, delivery }
      await history.keep(newRun(scenarioOf('m5.large'), { request }))
    }

    expect(await outbox.begin([first, second])).toMatchObject([{ number: 1 }])
    await outbox.postpone(first, 0, 'plain', 'invalid_blocks')
    expect(await outbox.take(2)).toMatchObject([{ number: 1, form: 'plain' }])
    await outbox.finish([{ id: first, state: 'sent', ts: '17.000001', reason: null }])
    expect(await outbox.abandon()).toBe(0)
    expect(await outbox.forget(0)).toBe(1)
    const found = await history.find(ADA, { kind: 'message', timestamp: '17.000001' })
    expect(found).toMatchObject({ kind: 'run', run: { number: 1 } })
  } finally {
    await prisma.$disconnect()
    await pool.end()
  }
})

/** An empty database, as two accounts see it that are gone after the test. */
async function plainDatabase(right: 'CREATEROLE' | 'NOCREATEROLE') {
  const url = await emptyDatabase()
  const [owner, serving] = [`eksip_owner_${shortId()}`, `eksip_bot_${shortId()}`]
  await runSql(url, `CREATE ROLE ${owner} ${PLAIN} ${right}`)
  await runSql(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} OWNER TO ${owner}`)
  if (right === 'NOCREATEROLE') await runSql(url, `CREATE ROLE ${serving} ${PLAIN}`)
  afterAll(async () => {
    await runSql(url, `REASSIGN OWNED BY ${owner} TO CURRENT_USER`)
    await runSql(url, `DROP OWNED BY ${serving}, ${owner}; DROP ROLE ${serving}, ${owner}`)
  })
  return { owner: as(url, owner), serving: as(url, serving) }
}

function as(url: string, role: string): string {
  const address = new URL(url)
  address.username = role
  address.password = 'plain'
  return address.href
}

function shortId(): string {
  return randomUUID().slice(0, 8)
}
