import type { Pool } from 'pg'
import type { Asker } from './asker.ts'
import { auditInsert } from './audit.ts'
import { changeRun, deleting, pinning, renaming } from './change.ts'
import { findRun } from './find.ts'
import type { Changed, Page, Query } from './found.ts'
import type { PrismaClient } from './generated/client.ts'
import type { History } from './history.ts'
import { keeping } from './keep.ts'
import { findLineage } from './lineage.ts'
import { findNames } from './names.ts'
import { findPage } from './page.ts'
import { findPosted } from './posted.ts'
import { isStorable } from './storable.ts'
import { visible } from './visible.ts'
import { inWorkspace, type Transaction } from './workspace-transaction.ts'

/** Runs that an export reads at once. */
const EXPORT_PAGE = 200

/**
 * The memory in Postgres. `onUnreadable` hears of stored runs that this version of eksip cannot read;
 * they are left out of what is shown. Runs are stored by `pool`, the one that Prisma uses, without
 * Prisma in between: every command stores one, and it takes half of the processor's time.
 */
export function prismaHistory(
  prisma: PrismaClient,
  pool: Pool,
  onUnreadable: (error: Error) => void,
): History {
  const within = <T>(asker: Asker, work: (tx: Transaction) => Promise<T>) =>
    inWorkspace(prisma, asker.workspace, work)
  const change = (asker: Asker, number: number, what: Parameters<typeof changeRun>[3]) =>
    within<Changed>(asker, (tx) => changeRun(tx, asker, number, what, onUnreadable))
  const page = (asker: Asker, query: Query, size: number) =>
    within<Page>(asker, (tx) => findPage(tx, asker, query, size, onUnreadable))

  return {
    keep: keeping(pool, onUnreadable),
    find: (asker, reference) => within(asker, (tx) => findRun(tx, asker, reference, onUnreadable)),
    page,
    async *every(asker, query) {
      await within(asker, (tx) => writeDownExport(tx, asker))
      let before = query.before
      do {
        const { runs, older } = await page(asker, { ...query, before }, EXPORT_PAGE)
        yield* runs
        before = older
      } while (before !== null)
    },
    lineage: (asker, number) => within(asker, (tx) => findLineage(tx, asker, number, onUnreadable)),
    names: (asker) => within(asker, (tx) => findNames(tx, asker)),
    async rename(asker, number, name) {
      if (!isStorable(name)) throw new Error('the name holds a character that cannot be stored')
      return change(asker, number, renaming(name))
    },
    pin: (asker, number, isPinned) => change(asker, number, pinning(isPinned)),
    remove: (asker, number) => change(asker, number, deleting(asker)),
    posted: (asker, number) => within(asker, (tx) => findPosted(tx, asker, number)),
    async message(asker, number, timestamp) {
      const { workspace, channel } = asker
      await within(
        asker,
        (tx) => tx.$executeRaw`
          INSERT INTO message (workspace_id, channel, timestamp, number)
          SELECT workspace_id, ${channel}, ${timestamp}, number FROM scenario
          WHERE workspace_id = ${workspace} AND number = ${number}
            AND ${visible(asker, 'scenario')}
          ON CONFLICT (workspace_id, channel, timestamp) DO NOTHING`,
      )
    },
  }
}

/** Before the first run is given: an export that is broken off was one. */
async function writeDownExport(tx: Transaction, asker: Asker): Promise<void> {
  await tx.workspace.createMany({ data: { id: asker.workspace }, skipDuplicates: true })
  await tx.$executeRaw(auditInsert(asker, { action: 'export', number: null }, new Date()))
}
