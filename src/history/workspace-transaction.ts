import { createHash } from 'node:crypto'
import { escapeLiteral, type Pool, type PoolClient } from 'pg'
import type { Prisma, PrismaClient } from './generated/client.ts'
import { NotKeptError } from './not-kept.ts'

/** A query inside a transaction. */
export type Transaction = Prisma.TransactionClient

/** As much of a connection as it takes to store a run and to deliver its reply. */
export interface Statements {
  $queryRaw(statement: Prisma.Sql): Promise<unknown>
}

/** Runs its work in a transaction that sees one workspace. */
export type Transact = <T>(workspace: string, work: (tx: Statements) => Promise<T>) => Promise<T>

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

/**
 * The same on a connection of Prisma's own pool, without Prisma in between: it takes half of the
 * processor's time, and every command stores a run.
 */
export function poolTransactions(pool: Pool): Transact {
  return async (workspace, work) => {
    const client = await pool.connect()
    try {
      // The first statements follow at once; without a transaction, none of them sees a row.
      const begun = client.query(beginIn(workspace))
      const [outcome] = await Promise.all([work(statementsOn(client)), begun])
      await client.query('COMMIT')
      client.release()
      return outcome
    } catch (error) {
      await end(client, error)
      throw error
    }
  }
}

/** Both in one message: nothing but the workspace is in it. */
function beginIn(workspace: string): string {
  return `BEGIN; SELECT set_config('eksip.workspace', ${escapeLiteral(workspace)}, true)`
}

/** A connection on which anything went wrong but our own decision may hang; it is closed. */
async function end(client: PoolClient, error: unknown): Promise<void> {
  const isSound =
    error instanceof NotKeptError &&
    (await client.query('ROLLBACK').then(
      () => true,
      () => false,
    ))
  client.release(!isSound)
}

/** Statements on a connection, or each on one that is free: then in a transaction of its own. */
export function statementsOn(connection: PoolClient | Pool): Statements {
  return {
    async $queryRaw({ text, values }) {
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
