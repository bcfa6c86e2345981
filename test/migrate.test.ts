import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { checkDatabase } from '../src/database/check.ts'
import { emptyDatabase } from './support/database.ts'
import { run } from './terminal/program.ts'

const owner = await emptyDatabase()
const role = `eksip_migrated_${randomUUID().slice(0, 8)}`
const serving = new URL(owner)
serving.username = role
serving.password = 'p%40ss'

afterAll(async () => {
  const client = new Client({ connectionString: owner })
  await client.connect()
  await client.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`).finally(() => client.end())
})

describe('the program that migrates', () => {
  const addresses = { DATABASE_URL: serving.href, MIGRATION_DATABASE_URL: owner }

  test('leaves a database that the other account can serve from, and can run again', async () => {
    expect(await run('migrate.ts', [], addresses)).toMatchObject({ exitCode: 0, stderr: '' })
    expect(await checkDatabase(serving.href)).toEqual([])
    const again = await run('migrate.ts', [], { ...addresses, LOG_LEVEL: 'info' })
    expect(again).toMatchObject({ exitCode: 0, stderr: '' })
    expect(JSON.parse(again.stdout)).toMatchObject({ applied: [] })
  })

  test.each([
    ['no address', {}],
    ['one address', { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' }],
  ])('with %s says which it needs', async (_, settings) => {
    const { exitCode, stderr } = await run('migrate.ts', [], settings)
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: 'eksip: DATABASE_URL and MIGRATION_DATABASE_URL must name the database to migrate.\n',
    })
  })

  test('fails in a sentence where the database is not there', async () => {
    const nowhere = 'postgresql://nobody@127.0.0.1:1/nothing'
    const settings = { DATABASE_URL: nowhere, MIGRATION_DATABASE_URL: nowhere }
    const { exitCode, stderr } = await run('migrate.ts', [], settings)
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^eksip: .*ECONNREFUSED.*\n$/)
  })
})
