import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const PROGRAM = `
  import('pg').then(async ({ Client }) => {
    const client = new Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    const { rows } = await client.query('SELECT count(*)::int AS runs FROM scenario')
    console.log(JSON.stringify(rows), ...process.argv.slice(1))
    await client.end()
    process.exit(7)
  })
`

test('a command runs with a migrated database, which is gone afterwards', () => {
  const words = [
    '--import',
    'tsx',
    'tools/with-database.ts',
    process.execPath,
    '-e',
    PROGRAM,
    'a b',
  ]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect({ status, stdout, stderr }).toEqual({
    status: 7,
    stdout: '[{"runs":0}] a b\n',
    stderr: '',
  })
})
