import type { Asker } from './asker.ts'
import { auditInsert } from './audit.ts'
import { findBudget, type Budget } from './budget.ts'
import { channelPlans, type ChannelPlan } from './channel-plans.ts'
import type { Budget as BudgetRow, PrismaClient } from './generated/client.ts'
import { inWorkspace } from './workspace-transaction.ts'

export type { Budget } from './budget.ts'

/** The budgets of channels, each that of the asker's own channel. */
export interface Budgets {
  find(asker: Asker): Promise<Budget | null>
  set(asker: Asker, amount: Budget['amount']): Promise<Budget>
  remove(asker: Asker): Promise<void>
  /** What it counts: the latest run of every name in the channel. */
  plans(asker: Asker): Promise<readonly ChannelPlan[]>
}

export function prismaBudgets(prisma: PrismaClient): Budgets {
  return {
    plans: (asker) => inWorkspace(prisma, asker.workspace, (tx) => channelPlans(tx, asker)),
    find: (asker) => inWorkspace(prisma, asker.workspace, (tx) => findBudget(tx, asker)),
    set: (asker, amount) =>
      inWorkspace(prisma, asker.workspace, async (tx) => {
        const { workspace, channel, author: setBy } = asker
        await tx.workspace.createMany({ data: { id: workspace }, skipDuplicates: true })
        const content = { ...columnsOf(amount), setBy, setAt: new Date() }
        const row = await tx.budget.upsert({
          where: keyOf(asker),
          create: { workspaceId: workspace, channel, ...content },
          update: content,
        })
        const entry = { action: 'set-budget', number: null } as const
        await tx.$executeRaw(auditInsert(asker, entry, new Date()))
        return budgetOf(row)
      }),
    remove: (asker) =>
      inWorkspace(prisma, asker.workspace, async (tx) => {
        const { workspace: workspaceId, channel } = asker
        const { count } = await tx.budget.deleteMany({ where: { workspaceId, channel } })
        const entry = { action: 'drop-budget', number: null } as const
        if (count > 0) await tx.$executeRaw(auditInsert(asker, entry, new Date()))
      }),
  }
}

function keyOf({ workspace: workspaceId, channel }: Asker) {
  return { workspaceId_channel: { workspaceId, channel } }
}

function columnsOf(amount: Budget['amount']) {
  return amount.kind === 'addresses'
    ? { addresses: amount.addresses, subnets: [] }
    : { addresses: null, subnets: [...amount.subnets] }
}

function budgetOf({ addresses, subnets, setBy, setAt }: BudgetRow): Budget {
  const amount =
    addresses === null
      ? ({ kind: 'subnets', subnets } as const)
      : ({ kind: 'addresses', addresses } as const)
  return { amount, setBy, setAt }
}
