// A program that keeps runs as fast as it can, and says so: a line with the key and the number of each,
// written when it is acknowledged. It runs until it is killed.
import { openPool } from '../../src/database/pool.ts'
import { openPrisma } from '../../src/database/prisma.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { ADA, newRun, NO_KEY, scenarioOf } from './runs.ts'

const [url = '', id = ''] = process.argv.slice(2)
const pool = openPool(url, () => {}, {
  max: 2,
  connectionTimeoutMillis: 60_000,
  lock_timeout: 60_000,
  statement_timeout: 60_000,
  query_timeout: 60_000,
  idle_in_transaction_session_timeout: 0,
})
const prisma = openPrisma(pool, () => {}, { maxWait: 60_000, timeout: 60_000 })
const history = prismaHistory(prisma, pool, () => {})
const scenario = scenarioOf('m5.large')

let count = 0
async function work(): Promise<never> {
  for (;;) {
    const key = `${id}.${++count}`
    const delivery = {
      id: crypto.randomUUID(),
      installation: 'T',
      language: 'en',
      responseUrl: null,
    } as const
    const request = { ...NO_KEY, key, delivery }
    const asker = { ...ADA, workspace: `T${count % 2}` }
    const { run } = await history.keep(newRun(scenario, { asker, request, line: key, name: key }))
    process.stdout.write(`${key} ${run.number}\n`)
  }
}

// So many that some are always stored together with others, of both workspaces.
await Promise.all(Array.from({ length: 8 }, work))
