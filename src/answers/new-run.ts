import type { Plan } from '../allocation/plan.ts'
import { format } from '../command/format.ts'
import type { NewRun } from '../history/history.ts'
import type { Context } from './context.ts'
import type { SettledAsk } from './settle-ask.ts'

/** A question with its answer, as the history keeps it. */
export function newRun(question: SettledAsk, plan: Plan, context: Context): NewRun {
  const { name, scenario, base, against, audience } = question
  const { asker, request, now } = context
  return {
    asker,
    // What only the asker sees is said at once, and nothing of it waits for delivery.
    request: audience === 'asker' ? { ...request, delivery: null } : request,
    name,
    line: format(scenario, name),
    scenario,
    plan,
    askedAt: now,
    parent: base?.number ?? null,
    against: against?.number ?? null,
  }
}
