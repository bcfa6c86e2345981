import { z } from 'zod'
import type { Asker } from './asker.ts'
import { Prisma } from './generated/client.ts'
import type { Statements } from './workspace-transaction.ts'

/** How many addresses the plans of a channel may take. */
export interface Budget {
  /** Addresses that were named, or the subnets that offer them, such as `10.0.0.0/22`. */
  readonly amount:
    | { readonly kind: 'addresses'; readonly addresses: number }
    | { readonly kind: 'subnets'; readonly subnets: readonly string[] }
  readonly setBy: string
  readonly setAt: Date
}

/** A row as the database gives it in JSON, read as a budget. */
export const BudgetJson = z
  .object({
    addresses: z.int().nullable(),
    subnets: z.array(z.string()),
    set_by: z.string(),
    set_at: z.coerce.date(),
  })
  .transform(({ addresses, subnets, set_by: setBy, set_at: setAt }): Budget => {
    const amount: Budget['amount'] =
      addresses === null ? { kind: 'subnets', subnets } : { kind: 'addresses', addresses }
    return { amount, setBy, setAt }
  })

const Rows = z.array(z.object({ budget: BudgetJson }))

/** The budget of the asker's channel. */
export async function findBudget(
  tx: Statements,
  { workspace, channel }: Asker,
): Promise<Budget | null> {
  const rows = await tx.$queryRaw(Prisma.sql`
    SELECT to_json(budget) AS budget FROM budget
    WHERE workspace_id = ${workspace} AND channel = ${channel}`)
  return Rows.parse(rows)[0]?.budget ?? null
}
