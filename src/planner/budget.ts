import { roomOf } from '../subnet/room.ts'

/** What a channel has for its plans: so many addresses, or subnets such as `10.0.0.0/22`. */
export type BudgetAmount =
  | { readonly kind: 'addresses'; readonly addresses: number }
  | { readonly kind: 'subnets'; readonly subnets: readonly string[] }

/** A plan that a budget counts. */
export interface CountedPlan {
  readonly number: number | null
  readonly name: string | null
  readonly reserved: number
  /** Of a range, the upper end. */
  readonly held: number
}

/** A run that is asked, and the number of the one that it changes. */
export interface PlanAtHand extends CountedPlan {
  readonly parent: number | null
}

/** How much of a budget is used. */
export interface BudgetUse {
  /** The figure that is counted. */
  readonly figure: 'reserved' | 'held'
  /** True where some plan holds more than it reserves, as with prefixes, and counts with that. */
  readonly countsHeld: boolean
  /** Addresses that the budget offers, AWS's five of each subnet taken off. */
  readonly available: number
  /** What all counted plans take together. */
  readonly used: number
  /** Below zero: so many addresses too many. */
  readonly left: number
  /** The named plans that were counted, beside the run at hand. */
  readonly plans: number
}

/**
 * What counts is the latest run of each name in the channel, for a name makes a run a plan of the
 * team; and the run at hand, in place of an earlier one of its name. Without a name it stands in place
 * of the plan that it changes.
 */
export function budgetUse(
  amount: BudgetAmount,
  named: readonly CountedPlan[],
  run: PlanAtHand | null,
  figure: BudgetUse['figure'],
): BudgetUse {
  const replaced = run?.name === null ? run.parent : null
  const others = named.filter(
    ({ number, name }) =>
      run === null || (number !== run.number && name !== run.name && number !== replaced),
  )
  const counted = run === null ? others : [...others, run]
  const used = counted.reduce((sum, plan) => sum + countOf(plan, figure), 0)
  const countsHeld = figure === 'held' || counted.some(({ reserved, held }) => held > reserved)
  const available = availableOf(amount)
  return { figure, countsHeld, available, used, left: available - used, plans: others.length }
}

/** With prefixes a plan holds more than its ENIs' own addresses: a budget never counts less than that. */
function countOf({ reserved, held }: CountedPlan, figure: BudgetUse['figure']): number {
  return figure === 'held' ? held : Math.max(reserved, held)
}

function availableOf(amount: BudgetAmount): number {
  if (amount.kind === 'addresses') return amount.addresses
  return roomOf({ subnets: amount.subnets, free: null, freePrefixes: null }).addresses
}
