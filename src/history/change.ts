import type { Asker } from './asker.ts'
import { auditInsert, type AuditEntry } from './audit.ts'
import { findRow, findRun, findTombstone } from './find.ts'
import type { Changed } from './found.ts'
import { Prisma } from './generated/client.ts'
import type { RunRow } from './run-row.ts'
import type { Transaction } from './workspace-transaction.ts'

/** Something that somebody wants to do with a run. */
interface Change {
  readonly action: AuditEntry['action']
  readonly isForAuthorOnly: boolean
  readonly apply: (tx: Transaction, row: RunRow) => Promise<unknown>
}

/** Does it if the asker may, and writes down that it was done, or refused. */
export async function changeRun(
  tx: Transaction,
  asker: Asker,
  number: number,
  change: Change,
  onUnreadable: (error: Error) => void,
): Promise<Changed> {
  const one = Prisma.sql`${number}::int`
  const row = await findRow(tx, asker, one)
  if (!row) return (await findTombstone(tx, asker, one)) ?? { kind: 'none' }
  const isRefused = change.isForAuthorOnly && !asker.isAdmin && row.author !== asker.author
  if (!isRefused) await change.apply(tx, row)
  await tx.$executeRaw(auditInsert(asker, { action: change.action, number, isRefused }, new Date()))
  if (isRefused) return { kind: 'not-yours', number, author: row.author }
  return findRun(tx, asker, { kind: 'number', number }, onUnreadable)
}

/** Gives a run a name, or takes its name away. */
export function renaming(name: string | null): Change {
  return {
    action: 'rename',
    isForAuthorOnly: true,
    apply: (tx, row) => writeLabel(tx, row, { name, isPinned: row.is_pinned }),
  }
}

export function pinning(isPinned: boolean): Change {
  return {
    action: isPinned ? 'pin' : 'unpin',
    isForAuthorOnly: false,
    apply: (tx, row) => writeLabel(tx, row, { name: row.name, isPinned }),
  }
}

/** Takes the content out of the database; what is written about it holds none of it. */
export function deleting({ author }: Asker): Change {
  return {
    action: 'delete',
    isForAuthorOnly: true,
    async apply(tx, { workspace_id: workspace, number }) {
      await tx.$executeRaw`
        INSERT INTO tombstone (workspace_id, number, channel, author, is_private, deleted_by)
        SELECT workspace_id, number, channel, author, is_private, ${author} FROM scenario
        WHERE workspace_id = ${workspace} AND number = ${number}`
      await tx.$executeRaw`
        DELETE FROM scenario WHERE workspace_id = ${workspace} AND number = ${number}`
    },
  }
}

/** A label that says nothing is none. */
async function writeLabel(
  tx: Transaction,
  row: RunRow,
  { name, isPinned }: { readonly name: string | null; readonly isPinned: boolean },
): Promise<void> {
  const { workspace_id: workspace, number, channel, author, is_private: isPrivate } = row
  if (name === null && !isPinned) {
    await tx.$executeRaw`
      DELETE FROM label WHERE workspace_id = ${workspace} AND number = ${number}`
    return
  }
  await tx.$executeRaw`
    INSERT INTO label (workspace_id, number, name, is_pinned, channel, author, is_private)
    VALUES (${workspace}, ${number}, ${name}, ${isPinned}, ${channel}, ${author}, ${isPrivate})
    ON CONFLICT (workspace_id, number)
    DO UPDATE SET name = excluded.name, is_pinned = excluded.is_pinned`
}
