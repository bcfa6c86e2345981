import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Prisma, PrismaClient } from './generated/client.ts'

/** A query inside a transaction. */
export type Transaction = Prisma.TransactionClient

/** A statement with `$1`, `$2` … in the place of its values. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** As much of a connection as it takes to send statements. */
export interface Statements {
  $queryRaw(statement: Prisma.Sql): Promise<unknown>
}

/**
 * Runs `work` in a transaction that sees the rows of this workspace and of no other: the policies of
 * the tables read `eksip.workspace`, which is gone when the transaction ends.
 */
export function inWorkspace<T>(
  prisma: PrismaClient,
  workspace: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('eksip.workspace', ${workspace}, true)`
    return work(tx)
  })
}

/** Statements on a connection, or each on one that is free: then in a transaction of its own. */
export function statementsOn(connection: PoolClient | Pool) {
  return {
    async $queryRaw({ text, values }: Statement): Promise<unknown> {
      const statement = { name: nameOf(text), text, values: [...values] }
      return (await connection.query(statement)).rows
    },
  }
}

const names = new Map<string, string>()

/** A statement with a name is parsed and planned once for each connection. There are few texts. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
  names.set(text, name)
  return name
}
