import type { NodeGroup } from '../scenario/scenario.ts'
import { isInert, type Capacity } from './capacity.ts'
import { nodeLoad, planNode, type NodeLoad } from './node.ts'
import type { NodePlan } from './plan.ts'
import { EMPTY_RANGE, freshRange, type PoolRange } from './pool-range.ts'
import { attachedState, nextState } from './pool-state.ts'
import { isShort } from './rules.ts'

/** A node with its pods, what its pool settled at, and its figures. */
export interface SettledNode {
  readonly load: NodeLoad
  readonly range: PoolRange
  readonly plan: NodePlan
  /** Whether fewer addresses are free, or there, than the target asks for. */
  readonly short: boolean
}

/** What `count` nodes with `pods` settle at, from a fresh start or from ENIs attached already. */
export function settleNode(
  capacity: Capacity,
  group: NodeGroup,
  pods: number,
  count: number,
): SettledNode {
  const load = nodeLoad(capacity, pods, group.branchPods)
  const range = settledRange(capacity, load.ordinary, group.attachedEnis)
  const plan = planNode(capacity, range, load, count)
  return { load, range, plan, short: isShort(capacity.pool, range.maxSlots, plan.used) }
}

function settledRange(capacity: Capacity, pods: number, attachedEnis: number | null): PoolRange {
  const { pool } = capacity
  if (isInert(capacity)) return EMPTY_RANGE
  if (attachedEnis === null) return freshRange(pool, pods)
  return nextState(pool, attachedState(pool, attachedEnis - capacity.otherEnis), pods).range
}
