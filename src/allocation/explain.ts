import { maxOf, minOf } from './amount.ts'
import type { Explained } from './explained.ts'
import { addModeReasons } from './mode-reasons.ts'
import { addPendingReasons } from './pending-reasons.ts'
import type { Reason } from './reason.ts'
import { ruleReason } from './rule-reason.ts'
import type { SettledNode } from './settled-node.ts'
import { addWarnings } from './warnings.ts'

/** Why the figures of a group are what they are: warnings first, then the rule, then the modes. */
export function explain(explained: Explained): readonly Reason[] {
  const reasons: Reason[] = []
  const { capacity, nodes } = explained
  const [fullest] = nodes
  if (capacity.neverReady !== null) reasons.push({ code: 'never-ready', why: capacity.neverReady })
  addWarnings(reasons, explained)
  if (capacity.neverReady === null) {
    addPendingReasons(reasons, capacity, fullest)
    reasons.push(ruleReason(capacity, fullest))
    addRangeReason(reasons, explained, fullest)
  }
  addModeReasons(reasons, explained)
  return reasons
}

/** Rule S6: what is not determined is told with both ends. */
function addRangeReason(reasons: Reason[], { group }: Explained, { plan }: SettledNode): void {
  const min = minOf(plan.held)
  const max = maxOf(plan.held)
  if (min === max) return
  const code = group.attachedEnis === null ? 'depends-on-arrival' : 'depends-on-which-pods-left'
  reasons.push({ code, min, max })
}
