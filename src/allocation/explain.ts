import { maxOf, minOf } from './amount.ts'
import type { NeverReady } from './capacity.ts'
import type { Explained } from './explained.ts'
import { addModeReasons } from './mode-reasons.ts'
import { addPendingReasons } from './pending-reasons.ts'
import type { Reason } from './reason.ts'
import { ruleReason } from './rule-reason.ts'
import type { SettledNode } from './settled-node.ts'
import { addWarnings } from './warnings.ts'

/** Why the figures of a group are what they are: warnings first, then the rule, then the modes. */
export function explain(explained: Explained): readonly Reason[] {
  const { capacity } = explained
  const fullest = explained.nodes[0]
  if (capacity.neverReady !== null) return explainNeverReady(explained, capacity.neverReady)
  const before: Reason[] = []
  addWarnings(before, explained)
  addPendingReasons(before, capacity, fullest)
  const rule = ruleReason(capacity, fullest)
  const after: Reason[] = []
  addRangeReason(after, explained, fullest)
  addModeReasons(after, explained)
  // Most plans have the rule alone to tell: an array of one is cheaper than joining three.
  return before.length + after.length === 0 ? [rule] : [...before, rule, ...after]
}

function explainNeverReady(explained: Explained, why: NeverReady): readonly Reason[] {
  const reasons: Reason[] = [{ code: 'never-ready', why }]
  addWarnings(reasons, explained)
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
