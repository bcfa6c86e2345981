import type { Capacity } from './capacity.ts'
import { nodeLoad, planNode, type NodeLoad } from './node.ts'
import type { NodePlan } from './plan.ts'
import { EMPTY_RANGE, freshRange, type PoolRange } from './pool-range.ts'
import { attachedState, nextState } from './pool-state.ts'
import type { NodeShare } from './spread.ts'

/** A node with its pods, what its pool settled at, and its figures. */
export interface SettledNode {
  readonly load: NodeLoad
  readonly range: PoolRange
  readonly plan: NodePlan
}

/** What the nodes of a share settle at, from a fresh start or from ENIs attached already. */
export function settleNode(
  capacity: Capacity,
  share: NodeShare,
  branchPods: number,
  attachedEnis: number | null,
): SettledNode {
  const load = nodeLoad(capacity, share.pods, branchPods)
  const range = settledRange(capacity, load.ordinary, attachedEnis)
  return { load, range, plan: planNode(capacity, range, load, share.count) }
}

function settledRange(capacity: Capacity, pods: number, attachedEnis: number | null): PoolRange {
  const { pool } = capacity
  if (capacity.ipv6 || capacity.neverReady !== null) return EMPTY_RANGE
  if (attachedEnis === null) return freshRange(pool, pods)
  return nextState(pool, attachedState(pool, attachedEnis - capacity.otherEnis), pods).range
}
