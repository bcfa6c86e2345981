import { addAmounts, timesAmount } from './amount.ts'
import type { NodePlan, Totals } from './plan.ts'

/** The figures of no node at all. */
export const NOTHING: Totals = {
  held: 0,
  reserved: 0,
  usable: 0,
  used: 0,
  warm: 0,
  primaries: 0,
  branch: 0,
  enis: 0,
  pending: 0,
}

/** The figures of several parts together. */
export function sumTotals(parts: readonly Totals[]): Totals {
  return parts.reduce(addTotals, NOTHING)
}

/** The figures of all nodes of a kind together. */
export function sumNodes(node: NodePlan): Totals {
  return node.count === 1 ? node : timesTotals(node, node.count)
}

/** The figures of two parts together. */
export function addTotals(a: Totals, b: Totals): Totals {
  return {
    held: addAmounts(a.held, b.held),
    reserved: a.reserved + b.reserved,
    usable: a.usable + b.usable,
    used: a.used + b.used,
    warm: a.warm + b.warm,
    primaries: a.primaries + b.primaries,
    branch: a.branch + b.branch,
    enis: addAmounts(a.enis, b.enis),
    pending: a.pending + b.pending,
  }
}

function timesTotals(totals: Totals, times: number): Totals {
  return {
    held: timesAmount(totals.held, times),
    reserved: totals.reserved * times,
    usable: totals.usable * times,
    used: totals.used * times,
    warm: totals.warm * times,
    primaries: totals.primaries * times,
    branch: totals.branch * times,
    enis: timesAmount(totals.enis, times),
    pending: totals.pending * times,
  }
}
