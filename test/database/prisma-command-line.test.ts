import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { readMigrations } from '../../src/database/migrations.ts'
import { emptyDatabase, freshDatabase } from '../support/database.ts'

const migrated = await freshDatabase()
const empty = await emptyDatabase()

const PRISMA = createRequire(import.meta.url).resolve('prisma/build/index.js')

type Outcome = { exitCode: number | null; output: string }

/** Runs Prisma's own command line, over the schema engine in `tools`. */
async function prisma(url: string, ...words: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [PRISMA, ...words], {
    env: { ...process.env, DATABASE_URL: url, NO_COLOR: '1', CHECKPOINT_DISABLE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [output, complaint] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { exitCode: child.exitCode, output: output + complaint }
}

test.concurrent('it finds our migrations applied', async () => {
  expect(await prisma(migrated.owner.url, 'migrate', 'status')).toEqual({
    exitCode: 0,
    output: expect.stringContaining('Database schema is up to date!'),
  })
})

test.concurrent('the migrations make exactly what the schema says', async () => {
  const words = ['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma']
  expect(await prisma(migrated.owner.url, 'migrate', 'diff', ...words, '--exit-code')).toEqual({
    exitCode: 0,
    output: expect.stringContaining('No difference detected.'),
  })
})

test.concurrent('what it applies, at the same time as we do, is applied once', async () => {
  const [{ exitCode, output }, applied] = await Promise.all([
    prisma(empty, 'migrate', 'deploy'),
    migrate(empty),
  ])
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 })
  const names = readMigrations().map(({ name }) => name)
  const byPrisma = names.filter((name) => output.includes(`Applying migration \`${name}\``))
  expect([...applied, ...byPrisma].toSorted()).toEqual(names)
  expect(await migrate(empty)).toEqual([])
})
