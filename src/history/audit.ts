import type { Asker } from './asker.ts'
import { Prisma } from './generated/client.ts'
import { uuid7 } from './uuid7.ts'

/** What is written down of everything that somebody did, or was refused. It holds no content. */
export interface AuditEntry {
  readonly action:
    | 'keep'
    | 'rename'
    | 'pin'
    | 'unpin'
    | 'delete'
    | 'export'
    | 'set-budget'
    | 'drop-budget'
  readonly number: number | null
  readonly isRefused?: boolean
}

/** The statement that adds an entry; whoever changes something runs it in the same transaction. */
export function auditInsert({ workspace, author }: Asker, entry: AuditEntry, at: Date) {
  const { action, number, isRefused = false } = entry
  return Prisma.sql`
    INSERT INTO audit (workspace_id, id, actor, action, number, is_refused, at)
    VALUES (${workspace}, ${uuid7(at)}::uuid, ${author}, ${action}, ${number}::int, ${isRefused},
            ${at.toISOString()}::timestamptz)`
}
