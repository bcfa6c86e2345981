import { Pool, type PoolConfig } from 'pg'

/**
 * Every wait for the database ends. Slack wants an answer within 3 seconds, and one is ready to be
 * sent after 2.4; so a query that hangs must fail early enough to say so.
 */
export const POOL_LIMITS = {
  /** Connections of one process. Times the replicas, it stays below Postgres's own 100. */
  max: 5,
  /** For a free or a new connection. `pg` would wait for ever. */
  connectionTimeoutMillis: 1_500,
  /** The server cancels a statement after it. */
  statement_timeout: 1_000,
  /** We give up on a query after it: the server did not even cancel it, or the network is gone. */
  query_timeout: 1_200,
  /** For a row or a table that another transaction has locked. */
  lock_timeout: 300,
  /** The server ends a transaction that its program forgot. */
  idle_in_transaction_session_timeout: 3_000,
  /** An unused connection is closed after it. */
  idleTimeoutMillis: 30_000,
  /** Statements that do not wait for each other's outcome are sent at once. */
  pipeline: true,
  /** Finds out when a firewall on the way has dropped an idle connection. */
  keepAlive: true,
  /** What an administrator sees in pg_stat_activity. */
  application_name: 'eksip',
} as const

/**
 * Every statement of the program looks for few rows and has an index for them, in their order. So a
 * plan that reads a table from its beginning or sorts is taken only where there is no other, however
 * small the table is, or however wrong the planner's guess. Up to Postgres 17 such a plan counts as so
 * dear that it would be compiled each time, which takes much longer than the statement: thus no jit.
 */
const PLANS = [
  'enable_seqscan',
  'enable_bitmapscan',
  'enable_sort',
  'enable_incremental_sort',
  'jit',
]
  .map((setting) => `-c ${setting}=off`)
  .join(' ')

/** POOL_LIMITS or others in their place, where nobody counts the seconds as Slack does. */
export type PoolLimits = { readonly [name in keyof typeof POOL_LIMITS]?: PoolConfig[name] }

/**
 * Opens a pool of connections within POOL_LIMITS. `onError` gets what happens to connections that
 * nobody uses at the moment, such as a restart of the server; the pool then goes on with new ones.
 */
export function openPool(
  url: string,
  onError: (error: Error) => void,
  limits: PoolLimits = {},
): Pool {
  const pool = new Pool({ connectionString: url, options: PLANS, ...POOL_LIMITS, ...limits })
  pool.on('error', onError)
  // A connection in use that breaks fails its statement, and whoever sent that hears of it. It is told
  // as an event too, and an `error` that nobody listens to would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
