import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool } from 'pg'
import { PrismaClient } from '../history/generated/client.ts'

/** How long a transaction waits for a connection, and how long it may take. */
export interface TransactionLimits {
  readonly maxWait: number
  readonly timeout: number
}

/** Each stays inside the time in which Slack wants its answer; late answers are not stored. */
const TRANSACTION_LIMITS: TransactionLimits = { maxWait: 1_500, timeout: 1_500 }

/** Prepared statements of a connection; each takes memory in the server as long as it lives. */
const MAX_STATEMENTS = 200

/**
 * Prisma over our own pool, which stays open when Prisma disconnects. `onPoolError` gets what
 * happens to connections that nobody uses at the moment.
 */
export function openPrisma(
  pool: Pool,
  onPoolError: (error: Error) => void,
  limits: TransactionLimits = TRANSACTION_LIMITS,
): PrismaClient {
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementNames(), onPoolError })
  return new PrismaClient({ adapter, transactionOptions: limits })
}

/**
 * A named statement is parsed and planned once for each connection: a third more reads per second.
 * Texts beyond the limit get no name, and are parsed each time.
 */
function statementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined || names.size >= MAX_STATEMENTS) return known ?? ''
    const name = `eksip_${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`
    names.set(sql, name)
    return name
  }
}
