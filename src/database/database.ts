import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { PrismaClient } from '../history/generated/client.ts'
import { startEmbedded } from './embedded/start.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'
import { openPrisma } from './prisma.ts'
import { unsafeRole } from './unsafe-role.ts'

/** A database that is ready to be used, with all migrations applied. */
export interface Database {
  readonly prisma: PrismaClient
  /** The connections that Prisma uses. */
  readonly pool: Pool
  /** Whether it answers at this moment. */
  isReady(): Promise<boolean>
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** `null` starts the embedded server in `folder`, or joins the one that runs there. */
  readonly url: string | null
  /** The account that owns the tables; `null`: `url` is its address too. */
  readonly migrationUrl: string | null
  /** True refuses an account for which row level security does not hold. */
  readonly isStrict: boolean
  readonly folder: string
  readonly programs: string | null
  readonly logger: Logger
  /** `slack`: every wait ends before Slack gives up. `person`: a wait of some seconds is no failure. */
  readonly patience: 'slack' | 'person'
}

/** The account of the database would see the rows of all workspaces. */
export class UnsafeRoleError extends Error {
  override readonly name = 'UnsafeRoleError'
}

/** A busy machine or a server that is just starting is no reason to fail in a terminal. */
const PERSONS_PATIENCE = {
  pool: {
    connectionTimeoutMillis: 10_000,
    statement_timeout: 10_000,
    query_timeout: 12_000,
    lock_timeout: 10_000,
  },
  transaction: { maxWait: 10_000, timeout: 15_000 },
} as const

/**
 * Leaves nothing open or running where it throws.
 * @throws where the server cannot be reached or started, a migration fails, or the account is unsafe.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { folder, programs } = options
  const embedded =
    options.url === null
      ? await startEmbedded({ folder, ...(programs === null ? {} : { programs }) })
      : null
  try {
    const database = await openAt(addresses(options, embedded?.url ?? ''), options)
    return {
      ...database,
      close: () => database.close().finally(() => embedded?.stop()),
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

interface Addresses {
  /** Of the account that owns the tables. */
  readonly migration: string
  /** Of the account that the program works with; often the same. */
  readonly serving: string
}

function addresses({ url, migrationUrl }: DatabaseOptions, embedded: string): Addresses {
  if (url !== null) return { serving: url, migration: migrationUrl ?? url }
  return { serving: servingAddress(embedded), migration: embedded }
}

/** The account of the embedded server that owns nothing, with the password of the one that does. */
function servingAddress(url: string): string {
  const serving = new URL(url)
  serving.username = 'eksip_bot'
  return serving.href
}

async function openAt(
  { migration, serving }: Addresses,
  { logger, patience, isStrict }: DatabaseOptions,
): Promise<Database> {
  const warn = (error: Error) => logger.warn({ err: error }, 'a database connection was lost')
  const applied = await migrate(migration, { servingUrl: serving })
  if (applied.length > 0) logger.info({ applied }, 'migrations were applied')
  const limits = patience === 'person' ? PERSONS_PATIENCE : undefined
  const pool = openPool(serving, warn, limits?.pool)
  const prisma = openPrisma(pool, warn, limits?.transaction)
  const close = () => prisma.$disconnect().finally(() => pool.end())
  const isReady = () =>
    pool.query('SELECT 1').then(
      () => true,
      () => false,
    )
  try {
    const problem = isStrict ? await unsafeRole(pool) : null
    if (problem !== null) throw new UnsafeRoleError(problem)
    // Prisma compiles its query engine at the first query: longer than Slack waits for an answer.
    await prisma.workspace.findUnique({ where: { id: '' } })
  } catch (error) {
    await close()
    throw error
  }
  return { prisma, pool, isReady, close }
}
