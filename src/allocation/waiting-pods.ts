import type { Fit, Totals } from './plan.ts'
import type { Stall } from './stall.ts'

/**
 * The totals of a plan or of a node group, with what is known of the address space: `fit` of a whole
 * plan, `stall` of a group. Pods that wait for the space are not in the totals, only there.
 */
export interface Figures extends Totals {
  readonly fit?: Pick<Fit, 'verdict' | 'pending'> | null
  readonly stall?: Pick<Stall, 'pending'> | null
}

/** Pods without an address, for whatever reason: for want of space too. */
export function waitingPods({ pending, fit, stall }: Figures): number {
  return pending + (fit?.pending ?? stall?.pending ?? 0)
}
