import { maxOf } from '../allocation/amount.ts'
import type { BudgetChange, Command } from '../command/command.ts'
import type { Budget, Budgets } from '../history/budgets.ts'
import type { Run } from '../history/history.ts'
import { budgetUse, type BudgetUse, type PlanAtHand } from '../planner/budget.ts'
import { budgetReply } from '../reply/budget-reply.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { onlyInSlack } from './only-in-slack.ts'

/**
 * The budget of the channel, after setting it if that is asked. Everybody in a channel may set its
 * budget, as they may a topic: who did is shown, and written down.
 */
export async function budget(
  { change }: Extract<Command, { kind: 'budget' }>,
  context: Context,
): Promise<Answered> {
  const { asker, budgets, words, now } = context
  if (!budgets) return onlyInSlack(words)
  const found = await settled(change, budgets, context)
  const use = found && (await useOf(found, budgets, null, context))
  const became = change === null ? null : change.kind === 'off' ? 'off' : 'set'
  return {
    reply: budgetReply({ budget: found, use, change: became, words, now }),
    outcome: { kind: 'budget', channel: asker.channel, use },
  }
}

/** How much of its channel's budget is used with this run; `null` where there is no budget. */
export async function budgetWith(
  run: Run,
  found: Budget | null,
  context: Pick<Context, 'asker' | 'budgets' | 'preference'>,
): Promise<BudgetUse | null> {
  const { budgets } = context
  return found && budgets && useOf(found, budgets, counted(run), context)
}

async function settled(
  change: BudgetChange | null,
  budgets: Budgets,
  { asker }: Context,
): Promise<Budget | null> {
  if (change === null) return budgets.find(asker)
  if (change.kind !== 'off') return budgets.set(asker, change)
  await budgets.remove(asker)
  return null
}

/** How much of a channel's budget is used, with a run that is counted in or without one. */
export async function useOf(
  { amount }: Budget,
  budgets: Budgets,
  run: PlanAtHand | null,
  { asker, preference }: Pick<Context, 'asker' | 'preference'>,
): Promise<BudgetUse> {
  return budgetUse(amount, await budgets.plans(asker), run, preference.figure ?? 'reserved')
}

function counted({ number, name, parent, plan: { reserved, held } }: Run): PlanAtHand {
  return { number, name, parent, reserved, held: maxOf(held) }
}
