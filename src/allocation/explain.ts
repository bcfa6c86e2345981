import type { NodeGroup } from '../scenario/scenario.ts'
import { maxOf, minOf } from './amount.ts'
import type { Capacity } from './capacity.ts'
import type { CniRules } from './cni.ts'
import { wantedSlots } from './growth.ts'
import { slotLimit, type Pool } from './pool.ts'
import type { Kinds } from './kinds.ts'
import type { GrowthLimit, Reason } from './reason.ts'
import { freeAddresses, isShort, wantedFree } from './rules.ts'
import type { SettledNode } from './settled-node.ts'
import type { Stall } from './stall.ts'

/** A group that has been planned, as far as its figures need explaining. */
export interface Explained {
  readonly group: NodeGroup
  readonly cni: string
  readonly rules: CniRules
  readonly capacity: Capacity
  /** The kinds of node, the fullest first. */
  readonly nodes: Kinds<SettledNode>
  readonly flapping: boolean
  readonly stall: Stall | null
}

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

function addWarnings(reasons: Reason[], explained: Explained): void {
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

/** Why pods of the fullest node wait. Rules P1, P2 and P4. */
function addPendingReasons(reasons: Reason[], capacity: Capacity, node: SettledNode): void {
  const { load, plan, range } = node
  const { pool } = capacity
  const aboveMaxPods = load.pods - load.ordinary - load.branchWanted
  if (aboveMaxPods > 0) {
    reasons.push({ code: 'pods-above-max-pods', pods: aboveMaxPods, maxPods: capacity.maxPods })
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

/** The rule that set the addresses of the fullest node. Rules G2 to G5. */
function ruleReason(capacity: Capacity, node: SettledNode): Reason {
  const { pool } = capacity
  if (capacity.ipv6) return { code: 'ipv6', addresses: maxOf(node.plan.held) }
  if (isShort(pool, node)) return cappedReason(capacity, node)
  switch (pool.target) {
    case 'enis':
      return spareEniReason(pool, node)
    case 'addresses':
      return addressReason(pool, node)
    case 'prefixes':
      return {
        code: 'warm-prefixes',
        pods: node.load.ordinary,
        warm: pool.warmPrefixes,
        prefixes: node.range.maxSlots,
        free: freeAddresses(pool, node),
      }
  }
}

function spareEniReason(pool: Pool, node: SettledNode): Reason {
  const pods = node.load.ordinary
  const enis = node.range.maxEnis
  const free = freeAddresses(pool, node)
  const { warmEnis } = pool
  if (warmEnis === 0) return { code: 'no-spare-eni', pods, enis, free }
  return { code: 'spare-eni', pods, enis, free, wanted: wantedFree(pool), warmEnis }
}

function addressReason(pool: Pool, node: SettledNode): Reason {
  const pods = node.load.ordinary
  const enis = node.range.maxEnis
  const addresses = node.range.maxSlots * pool.perSlot
  const { warmAddresses: warm, minimumAddresses: minimum } = pool
  const minimumDecides = warm === 0 || pods + warm < minimum
  return minimumDecides
    ? { code: 'minimum-addresses', pods, minimum, addresses, enis }
    : { code: 'warm-addresses', pods, warm, addresses, enis }
}

function cappedReason(capacity: Capacity, node: SettledNode): Reason {
  const { pool } = capacity
  const { range, load } = node
  const limit = growthLimit(capacity, range.maxSlots)
  const wanted = wantedSlots(pool, load.ordinary)
  switch (pool.target) {
    case 'enis':
      return {
        code: 'spare-eni-capped',
        free: freeAddresses(pool, node),
        wanted: wantedFree(pool),
        warmEnis: pool.warmEnis,
        enis: range.maxEnis,
        limit,
      }
    case 'addresses':
      return {
        code: 'addresses-capped',
        addresses: range.maxSlots * pool.perSlot,
        wanted: wanted * pool.perSlot,
        limit,
      }
    case 'prefixes':
      return { code: 'prefixes-capped', prefixes: range.maxSlots, wanted, limit }
  }
}

function growthLimit(capacity: Capacity, slots: number): GrowthLimit {
  const { pool, maxPods } = capacity
  return slots >= slotLimit(pool) ? { by: 'enis', enis: pool.podEnis } : { by: 'max-pods', maxPods }
}

/** Rule S6: what is not determined is told with both ends. */
function addRangeReason(reasons: Reason[], { group }: Explained, { plan }: SettledNode): void {
  const min = minOf(plan.held)
  const max = maxOf(plan.held)
  if (min === max) return
  const code = group.attachedEnis === null ? 'depends-on-arrival' : 'depends-on-which-pods-left'
  reasons.push({ code, min, max })
}

function addModeReasons(reasons: Reason[], explained: Explained): void {
  const { group, capacity } = explained
  const { settings } = group
  if (!group.pods.stated) reasons.push({ code: 'pods-not-stated' })
  if (settings.AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG) reasons.push({ code: 'custom-networking' })
  else if (!capacity.pool.primaryServes) reasons.push({ code: 'primary-subnet-excluded' })
  if (capacity.trunk === 1) reasons.push({ code: 'trunk-eni' })
  addBranchReason(reasons, explained)
  if (group.unmanagedEnis > 0) reasons.push({ code: 'unmanaged-enis', enis: group.unmanagedEnis })
  if (capacity.extraCards > 0 && !capacity.ipv6) addCardsReason(reasons, capacity)
  addMaxPodsReasons(reasons, explained)
  addCniReasons(reasons, explained)
}

function addBranchReason(reasons: Reason[], { nodes }: Explained): void {
  const { branch } = nodes[0].plan
  if (branch > 0) reasons.push({ code: 'branch-enis', branch })
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
  const addresses = slotLimit(pool) * pool.perSlot
  if (pool.perSlot > 1 && maxPods <= slotLimit(pool) + 2) {
    reasons.push({ code: 'max-pods-below-prefixes', maxPods, addresses })
  }
}

function addCniReasons(reasons: Reason[], { cni, rules, capacity, nodes }: Explained): void {
  if (capacity.pool.target !== 'addresses' || rules.addressTargets === 'single') return
  if (rules.addressTargets === 'whole-enis') reasons.push({ code: 'old-cni-whole-enis', cni })
  else reasons.push({ code: 'old-cni-fills-enis', cni, peak: nodes[0].plan.reserved })
}
