import type { Capacity } from './capacity.ts'
import { slotLimit } from './pool.ts'
import type { Reason } from './reason.ts'
import type { SettledNode } from './settled-node.ts'

/** Adds why pods of a node wait. Rules P1, P2 and P4. */
export function addPendingReasons(reasons: Reason[], capacity: Capacity, node: SettledNode): void {
  const { load, plan, range } = node
  const { pool } = capacity
  const aboveMaxPods = load.pods - load.ordinary - load.branchWanted
  if (aboveMaxPods > 0) {
    const hostNetworkPods = capacity.maxPods - capacity.podLimit
    reasons.push({
      code: 'pods-above-max-pods',
      pods: aboveMaxPods,
      maxPods: capacity.maxPods,
      hostNetworkPods,
    })
  }
  const withoutBranch = load.branchWanted - load.branch
  if (withoutBranch > 0) {
    reasons.push({ code: 'no-branch-eni', pods: withoutBranch, limit: capacity.branchLimit })
  }
  const withoutAddress = load.ordinary - plan.used
  if (withoutAddress === 0 || capacity.ipv6) return
  const addresses = range.maxSlots * pool.perSlot
  const stuck = range.maxSlots < slotLimit(pool)
  reasons.push({
    code: stuck ? 'minimum-target-stuck' : 'pods-above-eni-limit',
    pods: withoutAddress,
    addresses,
  })
}
