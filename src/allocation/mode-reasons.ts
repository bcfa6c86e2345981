import type { NodeGroup } from '../scenario/scenario.ts'
import type { Capacity } from './capacity.ts'
import type { Explained } from './explained.ts'
import { recommendedMaxPods } from './max-pods.ts'
import { slotLimit } from './pool.ts'
import type { Reason } from './reason.ts'

/** Adds what settings, features and the CNI version do to the figures. */
export function addModeReasons(reasons: Reason[], explained: Explained): void {
  const { group, capacity, fullest } = explained
  const { settings } = group
  if (!group.pods.stated) reasons.push({ code: 'pods-not-stated' })
  if (settings.AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG) reasons.push({ code: 'custom-networking' })
  else if (!capacity.pool.primaryServes) reasons.push({ code: 'primary-subnet-excluded' })
  if (capacity.trunk === 1) reasons.push({ code: 'trunk-eni' })
  if (fullest.plan.branch > 0) reasons.push({ code: 'branch-enis', branch: fullest.plan.branch })
  if (group.unmanagedEnis > 0) reasons.push({ code: 'unmanaged-enis', enis: group.unmanagedEnis })
  if (capacity.extraCards > 0 && !capacity.ipv6) addCardsReason(reasons, capacity)
  addMaxPodsReasons(reasons, explained)
  addCniReasons(reasons, explained)
}

function addCardsReason(reasons: Reason[], { extraCards, addressesPerExtraCard }: Capacity): void {
  reasons.push({
    code: 'extra-cards',
    cards: extraCards,
    addresses: extraCards * (1 + addressesPerExtraCard),
  })
}

function addMaxPodsReasons(reasons: Reason[], { group, capacity }: Explained): void {
  const { maxPods, pool } = capacity
  if (group.managedNodeGroup && maxPods !== group.maxPods) {
    reasons.push({ code: 'managed-cap', maxPods, vcpus: group.limits.vcpus })
  }
  if (pool.perSlot > 1 && maxPods <= slotLimit(pool) + 2) {
    const addresses = slotLimit(pool) * pool.perSlot
    reasons.push({ code: 'max-pods-below-prefixes', maxPods, addresses })
  }
  if (pool.perSlot > 1) addMaxPodsToSet(reasons, group, maxPods)
}

/** Nodes come up without a thought of prefixes, so the figure of the formula must be given to them. */
function addMaxPodsToSet(reasons: Reason[], group: NodeGroup, maxPods: number): void {
  const { vcpus } = group.limits
  const recommended = recommendedMaxPods(vcpus)
  if (group.maxPods !== null || maxPods <= recommended) return
  reasons.push({ code: 'max-pods-to-set', maxPods, recommended, vcpus })
}

function addCniReasons(reasons: Reason[], { cni, rules, capacity, fullest }: Explained): void {
  if (capacity.pool.target !== 'addresses' || rules.addressTargets === 'single') return
  if (rules.addressTargets === 'whole-enis') reasons.push({ code: 'old-cni-whole-enis', cni })
  else reasons.push({ code: 'old-cni-fills-enis', cni, peak: fullest.plan.reserved })
}
