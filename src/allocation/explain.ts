import type { NeverReady } from './capacity.ts'
import type { Explained } from './explained.ts'
import { addModeReasons } from './mode-reasons.ts'
import { addPendingReasons } from './pending-reasons.ts'
import type { Reason } from './reason.ts'
import { ruleReason } from './rule-reason.ts'
import { addWarnings } from './warnings.ts'

/** Why the figures of a group are what they are: warnings first, then the rule, then the modes. */
export function explain(explained: Explained): readonly Reason[] {
  const { capacity, fullest } = explained
  if (capacity.neverReady !== null) return explainNeverReady(explained, capacity.neverReady)
  const rule = ruleReason(capacity, fullest)
  const others: Reason[] = []
  addWarnings(others, explained)
  if (fullest.plan.pending > 0) addPendingReasons(others, capacity, fullest)
  const warnings = others.length
  addRangeReason(others, explained)
  addModeReasons(others, explained)
  // Most plans have nothing but the rule to tell.
  return others.length === 0 ? [rule] : others.toSpliced(warnings, 0, rule)
}

function explainNeverReady(explained: Explained, why: NeverReady): readonly Reason[] {
  const reasons: Reason[] = [{ code: 'never-ready', why }]
  addWarnings(reasons, explained)
  addModeReasons(reasons, explained)
  return reasons
}

/** Rule S6: what is not determined is told with both ends. */
function addRangeReason(reasons: Reason[], { group, fullest }: Explained): void {
  const { held } = fullest.plan
  if (typeof held === 'number') return
  const code = group.attachedEnis === null ? 'depends-on-arrival' : 'depends-on-which-pods-left'
  reasons.push({ code, min: held.min, max: held.max })
}
