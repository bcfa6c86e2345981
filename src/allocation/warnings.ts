import type { Explained } from './explained.ts'
import type { Pool } from './pool.ts'
import type { Reason } from './reason.ts'

/** Adds what the user should know before relying on the plan. */
export function addWarnings(reasons: Reason[], explained: Explained): void {
  const { group, capacity, rules, flapping, stall } = explained
  const { settings, attachedEnis } = group
  if (stall !== null) reasons.push({ code: 'subnet-short', ...stall })
  if (flapping) reasons.push({ code: 'flapping', setting: flappingSetting(capacity.pool) })
  if (settings.ENABLE_PREFIX_DELEGATION && capacity.pool.perSlot === 1 && !capacity.ipv6) {
    const why = rules.prefixDelegation ? 'instance-type' : 'cni'
    reasons.push({ code: 'prefixes-not-supported', why })
  }
  if (settings.ENABLE_POD_ENI && group.limits.branchEnis > 0 && capacity.trunk === 0) {
    reasons.push({ code: 'trunk-has-no-room' })
  }
  if (attachedEnis !== null && attachedEnis > capacity.eniLimit) {
    reasons.push({
      code: 'attached-above-limit',
      attached: attachedEnis,
      limit: capacity.eniLimit,
    })
  }
}

function flappingSetting(
  pool: Pool,
): 'WARM_ENI_TARGET' | 'WARM_PREFIX_TARGET' | 'ENABLE_MULTI_NIC' {
  if (pool.target === 'enis' && pool.warmEnis === 0) return 'WARM_ENI_TARGET'
  return pool.target === 'prefixes' && pool.warmPrefixes === 0
    ? 'WARM_PREFIX_TARGET'
    : 'ENABLE_MULTI_NIC'
}
