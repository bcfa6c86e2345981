import { randomUUID } from 'node:crypto'
import { Client, Pool } from 'pg'
import { pino } from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/database/database.ts'
import { migrate } from '../../src/database/migrate.ts'
import { FUNCTIONS, missingRights, RIGHTS, TENANT_TABLES } from '../../src/database/rights.ts'
import { unsafeRole } from '../../src/database/unsafe-role.ts'
import { emptyDatabase, freshDatabase } from '../support/database.ts'

const fresh = await freshDatabase()
const empty = await emptyDatabase()
const id = randomUUID().slice(0, 8)

/** The same database as somebody else. */
function as(url: string, role: string, password = 'a p@ss/word'): string {
  const other = new URL(url)
  other.username = role
  other.password = encodeURIComponent(password)
  return other.href
}

async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}

async function reasonFor(url: string): Promise<string | null> {
  const pool = new Pool({ connectionString: url, max: 1 })
  return unsafeRole(pool).finally(() => pool.end())
}

describe('the account that serves', () => {
  const role = `eksip_new_${id}`
  const serving = as(empty, role)
  afterAll(() =>
    asOwner(empty, (client) => client.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`)),
  )

  test('is made by the migrations, with the rights that it needs and no others', async () => {
    const together = Array.from({ length: 3 }, () => migrate(empty, { servingUrl: serving }))
    expect((await Promise.all(together)).flat().length).toBeGreaterThan(0)
    expect(await asOwner(empty, (client) => missingRights(client, role))).toEqual([])
    const { rows } = await asOwner(empty, (client) =>
      client.query<{ table: string; right: string }>(
        `SELECT table_name AS "table", privilege_type AS "right"
         FROM information_schema.role_table_grants WHERE grantee = $1`,
        [role],
      ),
    )
    const given = Object.entries(RIGHTS).flatMap(([table, rights]) =>
      rights.map((right) => `${right} on ${table}`),
    )
    expect(rows.map(({ table, right }) => `${right} on ${table}`).toSorted()).toEqual(
      given.toSorted(),
    )
    expect(await reasonFor(serving)).toBeNull()
  })

  test('gets the rights on what a later migration adds', async () => {
    await asOwner(empty, (client) => client.query(`REVOKE ALL ON budget FROM ${role}`))
    await migrate(empty, { servingUrl: serving })
    expect(await asOwner(empty, (client) => missingRights(client, role))).toEqual([])
  })

  test('gets the right to call what others may not', async () => {
    const functions = FUNCTIONS.join(', ')
    await asOwner(empty, (client) =>
      client.query(`REVOKE EXECUTE ON FUNCTION ${functions} FROM PUBLIC, ${role}`),
    )
    expect(await asOwner(empty, (client) => missingRights(client, role))).toEqual(
      expect.arrayContaining(FUNCTIONS.map((name) => `EXECUTE on ${name}`)),
    )
    await migrate(empty, { servingUrl: serving })
    expect(await asOwner(empty, (client) => missingRights(client, role))).toEqual([])
  })

  test('starts by itself where nothing is pending, and cannot migrate', async () => {
    expect(await migrate(serving)).toEqual([])
    await asOwner(empty, (client) =>
      client.query(
        'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE checksum = (SELECT max(checksum) FROM _prisma_migrations)',
      ),
    )
    await expect(migrate(serving)).rejects.toThrow(
      /lacks the migrations .*may not apply them\. Set MIGRATION_DATABASE_URL/,
    )
    await asOwner(empty, (client) =>
      client.query('UPDATE _prisma_migrations SET rolled_back_at = NULL'),
    )
  })

  test('has a right or none on every table of the database', async () => {
    const { rows } = await asOwner(empty, (client) =>
      client.query<{ name: string; walled: boolean }>(
        `SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS walled FROM pg_class
         WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
      ),
    )
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(RIGHTS).toSorted())
    const walled = rows.filter((row) => row.walled).map(({ name }) => name)
    expect(walled.toSorted()).toEqual(TENANT_TABLES.toSorted())
  })
})

describe('an account for which row level security does not hold', () => {
  const bypassing = `eksip_bypass_${id}`
  const owning = `eksip_owner_${id}`
  const { owner } = fresh
  const roles = [bypassing, owning]
  afterAll(async () => {
    await owner.pool.query(`REASSIGN OWNED BY ${roles.join(', ')} TO CURRENT_USER`)
    await owner.pool.query(`DROP OWNED BY ${roles.join(', ')}; DROP ROLE ${roles.join(', ')}`)
  })

  test('is refused with a reason and a remedy', async () => {
    expect(await reasonFor(fresh.url)).toBeNull()
    expect(await reasonFor(owner.url)).toMatch(/ is a superuser\. Set DATABASE_URL to an account/)
    await owner.pool.query(`CREATE ROLE ${bypassing} LOGIN BYPASSRLS PASSWORD 'a p@ss/word'`)
    expect(await reasonFor(as(owner.url, bypassing))).toMatch(
      / may bypass row level security\. Set/,
    )

    await owner.pool.query(`CREATE ROLE ${owning} LOGIN PASSWORD 'a p@ss/word'`)
    await owner.pool.query(`ALTER TABLE scenario OWNER TO ${owning}`)
    expect(await reasonFor(as(owner.url, owning))).toBeNull()
    await owner.pool.query('ALTER TABLE scenario NO FORCE ROW LEVEL SECURITY')
    expect(await reasonFor(as(owner.url, owning))).toMatch(
      /^The account eksip_owner_\w+ of DATABASE_URL is not bound by row level security of scenario\./,
    )
    expect(await reasonFor(fresh.url)).toBeNull()
    await owner.pool.query('ALTER TABLE label DISABLE ROW LEVEL SECURITY')
    expect(await reasonFor(fresh.url)).toMatch(/ of label\. /)
  })
})

test('a strict start refuses a superuser, and leaves no connection', async () => {
  const logger = pino({ enabled: false })
  const options = { url: empty, migrationUrl: null, folder: '', programs: null, logger }
  const strict = openDatabase({ ...options, isStrict: true, patience: 'person' })
  await expect(strict).rejects.toThrow(/is a superuser.*MIGRATION_DATABASE_URL/)
})
