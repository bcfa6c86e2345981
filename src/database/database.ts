import type { Logger } from 'pino'
import type { PrismaClient } from '../history/generated/client.ts'
import { startEmbedded } from './embedded/start.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'
import { openPrisma } from './prisma.ts'

/** A database that is ready to be used, with all migrations applied. */
export interface Database {
  readonly prisma: PrismaClient
  /** Whether it answers at this moment. */
  isReady(): Promise<boolean>
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** `null` starts the embedded server in `folder`, or joins the one that runs there. */
  readonly url: string | null
  readonly folder: string
  readonly programs: string | null
  readonly logger: Logger
  /** `slack`: every wait ends before Slack gives up. `person`: a wait of some seconds is no failure. */
  readonly patience: 'slack' | 'person'
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
 * @throws where the server cannot be reached or started, or a migration fails.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { folder, programs } = options
  const embedded =
    options.url === null
      ? await startEmbedded({ folder, ...(programs === null ? {} : { programs }) })
      : null
  try {
    const database = await openAt(options.url ?? embedded?.url ?? '', options)
    return {
      ...database,
      close: () => database.close().finally(() => embedded?.stop()),
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

async function openAt(url: string, { logger, patience }: DatabaseOptions): Promise<Database> {
  const warn = (error: Error) => logger.warn({ err: error }, 'a database connection was lost')
  const applied = await migrate(url)
  if (applied.length > 0) logger.info({ applied }, 'migrations were applied')
  const limits = patience === 'person' ? PERSONS_PATIENCE : undefined
  const pool = openPool(url, warn, limits?.pool)
  const prisma = openPrisma(pool, warn, limits?.transaction)
  const close = () => prisma.$disconnect().finally(() => pool.end())
  const isReady = () =>
    pool.query('SELECT 1').then(
      () => true,
      () => false,
    )
  try {
    // Prisma compiles its query engine at the first query: longer than Slack waits for an answer.
    await prisma.workspace.findUnique({ where: { id: '' } })
  } catch (error) {
    await close()
    throw error
  }
  return { prisma, isReady, close }
}
