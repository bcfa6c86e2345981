import type { QueryConfig } from 'pg'
import { openPool } from '../../src/database/pool.ts'
import { openPrisma } from '../../src/database/prisma.ts'
import type { NewRun } from '../../src/history/history.ts'
import { keepQuery } from '../../src/history/keep-query.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { ADA, newRun, NO_KEY, scenarioOf } from '../../test/history/runs.ts'

const LEAST_RATIO = 0.6
/** Short and many: how busy the machine is changes from one to the next. */
const ROUNDS = 15
const RUNS = 160
/** Requests that are being answered at the same time, and connections for them. */
const AT_ONCE = 8
const CONNECTIONS = 5
const WORKSPACES = 40

const LIMITS = {
  max: CONNECTIONS,
  connectionTimeoutMillis: 60_000,
  statement_timeout: 60_000,
  query_timeout: 60_000,
  lock_timeout: 60_000,
} as const

/**
 * Stored runs a second, by the history and by `pg` alone, in turn; prints the medians. The ratio is
 * the median of those of the rounds.
 */
export async function measureWrites(servingUrl: string): Promise<readonly string[]> {
  const pool = openPool(servingUrl, console.error, LIMITS)
  const prismaPool = openPool(servingUrl, console.error, LIMITS)
  const prisma = openPrisma(prismaPool, console.error, { maxWait: 60_000, timeout: 60_000 })
  const history = prismaHistory(prisma, prismaPool, console.error)
  const rates = { history: [] as number[], pg: [] as number[] }
  try {
    for (let round = -1; round < ROUNDS; round++) {
      const measureOurs = () => rate(someRuns(), (run) => history.keep(run))
      const measureBare = () => rate(someRuns().map(prepared), (words) => pool.query(words))
      // Each goes first as often as the other one.
      const isOursFirst = round % 2 === 0
      const first = isOursFirst ? await measureOurs() : await measureBare()
      const second = isOursFirst ? await measureBare() : await measureOurs()
      const [ours, bare] = isOursFirst ? [first, second] : [second, first]
      // The first round warms up.
      if (round >= 0) rates.history.push(ours)
      if (round >= 0) rates.pg.push(bare)
    }
  } finally {
    await prisma.$disconnect()
    await prismaPool.end()
    await pool.end()
  }
  const ratios = rates.history.map((ours, round) => ours / (rates.pg[round] ?? Number.NaN))
  const ratio = median(ratios)
  console.log(`stored runs a second, median of ${ROUNDS} rounds of ${RUNS}, ${AT_ONCE} at once:`)
  console.log(`  history          ${median(rates.history).toFixed(0)} (${spread(rates.history)})`)
  console.log(`  pg alone         ${median(rates.pg).toFixed(0)} (${spread(rates.pg)})`)
  console.log(`  ratio            ${ratio.toFixed(2)} (${spread(ratios, 2)})`)
  return ratio < LEAST_RATIO ? [`stores ${ratio.toFixed(2)} of what pg stores`] : []
}

async function rate<T>(
  inputs: readonly T[],
  work: (input: T) => Promise<unknown>,
): Promise<number> {
  const queue = inputs.values()
  const started = performance.now()
  const worker = async () => {
    for (const input of queue) await work(input)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return (inputs.length * 1_000) / (performance.now() - started)
}

let keys = 0

function someRuns(): readonly NewRun[] {
  const scenario = scenarioOf('m5.large', { nodes: 3 })
  return Array.from({ length: RUNS }, (_, index) => {
    const request = { ...NO_KEY, key: `key ${++keys}` }
    const asker = { ...ADA, workspace: `T${index % WORKSPACES}` }
    return newRun(scenario, { asker, request, line: `m5.large ${keys} pods`, askedAt: new Date() })
  })
}

/** The one statement that the history sends, made beforehand: `pg` is not timed for that. */
function prepared(run: NewRun): QueryConfig {
  const { text, values } = keepQuery([run], Date.now())
  return { name: 'keep', text, values: [...values] }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function spread(values: readonly number[], digits = 0): string {
  return `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`
}
