import type { Prisma, PrismaClient } from './generated/client.ts'

/** A query inside a transaction. */
export type Transaction = Prisma.TransactionClient

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
