/**
 * The history at 10 thousand, 100 thousand and 1 million runs (10 million with --full): how many pages
 * of the database each look-up touches, and whether its plan reads or sorts more than that; then how
 * many runs a second are stored, beside `pg` alone doing the same transaction.
 *
 *   npm run bench:history [-- --full | --small | --writes-only]
 *
 * Pages do not depend on how busy the machine is, which is why they are what counts. Exit code 1 where
 * a promise of docs/history.md is broken.
 */
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '../src/database/pool.ts'
import { startEmbedded } from '../src/database/embedded/start.ts'
import { migrate } from '../src/database/migrate.ts'
import { measureLookUps } from './history/look-ups.ts'
import { measureWrites } from './history/writes.ts'

const words = process.argv.slice(2)
const ALL_SIZES = [10_000, 100_000, 1_000_000, 10_000_000]
const SIZES = ALL_SIZES.slice(0, words.includes('--full') ? 4 : words.includes('--small') ? 2 : 3)

const problems: string[] = []
if (!words.includes('--writes-only')) problems.push(...(await withServer(true, lookUps)))
problems.push(...(await withServer(false, writes)))
for (const problem of problems) console.log(`BROKEN: ${problem}`)
process.exitCode = problems.length > 0 ? 1 : 0

/** Its data is gone afterwards. `throwaway`: it does not wait for the disk either. */
async function withServer(
  throwaway: boolean,
  work: (owner: string, serving: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const folder = path.join(tmpdir(), `eksip-bench-${process.pid}`)
  const programs = process.env['EKSIP_POSTGRES_BIN']
  const server = await startEmbedded({ folder, throwaway, programs })
  try {
    const serving = new URL(server.url)
    serving.username = 'eksip_bot'
    await migrate(server.url, { servingUrl: serving.href })
    return await work(server.url, serving.href)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function lookUps(ownerUrl: string): Promise<readonly string[]> {
  const limits = { max: 2, statement_timeout: 0, query_timeout: 0, lock_timeout: 0 } as const
  const owner = openPool(ownerUrl, console.error, { ...limits, idleTimeoutMillis: 0 })
  const observer = await owner.connect()
  try {
    return await measureLookUps(owner, observer, SIZES)
  } finally {
    observer.release(true)
    await owner.end()
  }
}

function writes(_ownerUrl: string, servingUrl: string): Promise<readonly string[]> {
  return measureWrites(servingUrl)
}
