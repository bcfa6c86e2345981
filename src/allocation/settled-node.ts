import type { NodeGroup } from '../scenario/scenario.ts'
import type { Capacity } from './capacity.ts'
import type { Kinds } from './kinds.ts'
import { nodeLoad, planNode, type NodeLoad } from './node.ts'
import type { NodePlan } from './plan.ts'
import { EMPTY_RANGE, freshRange, type PoolRange } from './pool-range.ts'
import { attachedState, nextState } from './pool-state.ts'
import { isShort } from './rules.ts'
import { spreadPods, type NodeShare } from './spread.ts'

/** A node with its pods, what its pool settled at, and its figures. */
export interface SettledNode {
  readonly load: NodeLoad
  readonly range: PoolRange
  readonly plan: NodePlan
  /** Whether fewer addresses are free, or there, than the target asks for. */
  readonly short: boolean
}

/** What the nodes of a group settle at, from a fresh start or from ENIs attached already. */
export function settleNodes(capacity: Capacity, group: NodeGroup): Kinds<SettledNode> {
  const shares = spreadPods(group, group.pods.count)
  const fuller = settleNode(capacity, group, shares[0])
  return shares.length === 1 ? [fuller] : [fuller, settleNode(capacity, group, shares[1])]
}

function settleNode(capacity: Capacity, group: NodeGroup, share: NodeShare): SettledNode {
  const load = nodeLoad(capacity, share.pods, group.branchPods)
  const range = settledRange(capacity, load.ordinary, group.attachedEnis)
  const plan = planNode(capacity, range, load, share.count)
  return { load, range, plan, short: isShort(capacity.pool, range.maxSlots, plan.used) }
}

function settledRange(capacity: Capacity, pods: number, attachedEnis: number | null): PoolRange {
  const { pool } = capacity
  if (capacity.ipv6 || capacity.neverReady !== null) return EMPTY_RANGE
  if (attachedEnis === null) return freshRange(pool, pods)
  return nextState(pool, attachedState(pool, attachedEnis - capacity.otherEnis), pods).range
}
