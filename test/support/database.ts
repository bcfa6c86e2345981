import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { afterAll, inject } from 'vitest'
import { openPool } from '../../src/database/pool.ts'
import { openPrisma } from '../../src/database/prisma.ts'
import type { PrismaClient } from '../../src/history/generated/client.ts'
import { DatabaseAddress, withDatabase } from './database-address.ts'
import { runSql } from './run-sql.ts'

/** Connections of one account. */
export type Access = {
  readonly url: string
  readonly pool: Pool
  readonly prisma: PrismaClient
}

/** As the program works with it: under row level security, and with few rights. */
export type FreshDatabase = Access & {
  /** The account that owns the tables and sees every row: to arrange, and to look. */
  readonly owner: Access
}

/** A test machine may be busy; the limits of production are tested on their own. */
const PATIENCE = {
  connectionTimeoutMillis: 20_000,
  statement_timeout: 20_000,
  query_timeout: 25_000,
  lock_timeout: 20_000,
} as const

/**
 * A database of the calling test file's own, with all migrations applied and no rows; closed and
 * dropped after the file. To be called at the top of the file: `const { prisma } = await freshDatabase()`.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { template, serving } = await databaseAddress()
  const url = await newDatabase(template)
  const name = new URL(url).pathname.slice(1)
  return { ...access(withDatabase(serving, name)), owner: access(url) }
}

function access(url: string): Access {
  const pool = openPool(url, ignore, PATIENCE)
  const prisma = openPrisma(pool, ignore, { maxWait: 20_000, timeout: 20_000 })
  afterAll(async () => {
    await prisma.$disconnect()
    await pool.end()
  })
  return { url, pool, prisma }
}

/** A database without tables, dropped after the calling test file. Returns its address. */
export async function emptyDatabase(): Promise<string> {
  return newDatabase('template0')
}

async function newDatabase(template: string): Promise<string> {
  const { url } = await databaseAddress()
  const name = `eksip_test_${randomUUID().replaceAll('-', '')}`
  // Hooks run last registered first: what uses the database is closed before it is dropped.
  afterAll(() => runSql(url, `DROP DATABASE ${name} WITH (FORCE)`))
  await runSql(url, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return withDatabase(url, name)
}

async function databaseAddress(): Promise<DatabaseAddress> {
  const response = await fetch(inject('databaseDesk'))
  if (!response.ok) throw new Error(`No database for the tests: ${await response.text()}`)
  return DatabaseAddress.parse(await response.json())
}

function ignore(): void {}
