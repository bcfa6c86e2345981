import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { emptyDatabase } from '../support/database.ts'

const MIGRATION = '20261122170000_bounded_pages'

const url = new URL(await emptyDatabase())
const role = `eksip_plain_owner_${randomUUID().slice(0, 8)}`
const folder = mkdtempSync(path.join(tmpdir(), 'eksip-migrations-'))
const database = url.pathname.slice(1)

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await as(url.href, `DROP OWNED BY ${role}; DROP ROLE ${role}`)
})

async function as(address: string, sql: string) {
  const client = new Client({ connectionString: address })
  await client.connect()
  return client.query(sql).finally(() => client.end())
}

test('the types of earlier runs get their author, by an owner that row level security binds', async () => {
  await as(
    url.href,
    `CREATE ROLE ${role} LOGIN PASSWORD 'plain'; GRANT ALL ON DATABASE ${database} TO ${role};
     GRANT ALL ON SCHEMA public TO ${role}`,
  )
  const plain = new URL(url)
  plain.username = role
  plain.password = 'plain'
  for (const name of readdirSync('prisma/migrations').filter((one) => one < MIGRATION)) {
    cpSync(path.join('prisma/migrations', name), path.join(folder, name), { recursive: true })
  }
  await migrate(plain.href, { folder: pathToFileURL(`${folder}/`) })
  await as(
    plain.href,
    `SELECT set_config('eksip.workspace', 'T1', false);
     INSERT INTO workspace (id, last_number) VALUES ('T1', 2);
     INSERT INTO scenario (workspace_id, number, id, channel, author, is_private, line, shape,
       scenario, plan, engine, cni)
     VALUES ('T1', 1, gen_random_uuid(), 'C1', 'U1', false, '', 'a + b', '{}', '{}', 1, '1.23'),
       ('T1', 2, gen_random_uuid(), 'G1', 'U2', true, '', 'b', '{}', '{}', 1, '1.23')`,
  )

  expect(await migrate(plain.href)).toContain(MIGRATION)
  const types = await as(url.href, 'SELECT * FROM scenario_type ORDER BY number, type')
  expect(types.rows).toEqual([
    { workspace_id: 'T1', type: 'a', number: 1, channel: 'C1', author: 'U1', is_private: false },
    { workspace_id: 'T1', type: 'b', number: 1, channel: 'C1', author: 'U1', is_private: false },
    { workspace_id: 'T1', type: 'b', number: 2, channel: 'G1', author: 'U2', is_private: true },
  ])
  const walls = await as(
    url.href,
    `SELECT relname FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid
     WHERE NOT relrowsecurity OR NOT relforcerowsecurity`,
  )
  expect(walls.rows).toEqual([])
})
