import type { PrismaClient } from './generated/client.ts'
import { inWorkspace } from './workspace-transaction.ts'

/** Scenarios that one transaction deletes: few enough for it to end in time. */
const BATCH = 500

/**
 * Deletes everything that belongs to a workspace, its installation too, for it has uninstalled the
 * bot. Interrupted, it goes on where it was when it is called again.
 */
export async function purge(prisma: PrismaClient, workspace: string): Promise<void> {
  let deleted = BATCH
  while (deleted === BATCH) {
    deleted = await inWorkspace(
      prisma,
      workspace,
      (tx) => tx.$executeRaw`
        DELETE FROM scenario WHERE workspace_id = ${workspace} AND number IN (
          SELECT number FROM scenario WHERE workspace_id = ${workspace} LIMIT ${BATCH})`,
    )
  }
  await inWorkspace(prisma, workspace, async (tx) => {
    // All other tables lose their rows with that of the workspace.
    await tx.$executeRaw`DELETE FROM workspace WHERE id = ${workspace}`
    await tx.$executeRaw`DELETE FROM installation WHERE owner = ${workspace}`
  })
}
