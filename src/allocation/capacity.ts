import { supportsPrefixes, type InstanceLimits } from '../instance/limits.ts'
import type { NodeGroup } from '../scenario/scenario.ts'
import type { Settings } from '../scenario/settings.ts'
import type { CniRules } from './cni.ts'
import { maxPodsOf } from './max-pods.ts'
import { ADDRESSES_PER_PREFIX, type Pool } from './pool.ts'

/** What one node of a group can hold, and which of its ENIs serve pods. */
export interface Capacity {
  readonly pool: Pool
  readonly ipv6: boolean
  /** max-pods in force. */
  readonly maxPods: number
  /** Pods that may run beside the host-network pods. */
  readonly podLimit: number
  /** Attached ENIs that serve no ordinary pod: a primary ENI left out, and the trunk. */
  readonly otherEnis: number
  /** 1 when a trunk ENI is attached for security groups for pods. */
  readonly trunk: 0 | 1
  /** Branch ENIs that the node can carry; 0 without a trunk. */
  readonly branchLimit: number
  /** Network cards beside the default one that L-IPAMD manages, each with a pool of its own. */
  readonly extraCards: number
  /** Addresses that each of those cards keeps warm. */
  readonly addressesPerExtraCard: number
  /** True where those cards never settle: a prefix with one pod's worth of target comes and goes. Rule F3. */
  readonly flappingCards: boolean
  /** ENIs that L-IPAMD may attach, MAX_ENI and unmanaged ENIs considered. */
  readonly eniLimit: number
  /** Why L-IPAMD does not start, so that the node never becomes ready; `null` where it does. */
  readonly neverReady: NeverReady | null
}

export type NeverReady = 'no-pod-eni' | 'ipv6-custom-networking' | 'ipv6-without-prefixes'

/** True where L-IPAMD attaches nothing to the default card, whatever the pods. */
export function isInert({ ipv6, neverReady: never }: Capacity): boolean {
  return ipv6 || never !== null
}

/** The capacity of each node of a group under a version's rules. */
export function capacityOf(group: NodeGroup, rules: CniRules): Capacity {
  const { limits, settings } = group
  const ipv6 = settings.ENABLE_IPv6
  const custom = settings.AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG
  const inPrefixes = usesPrefixes(group, rules)
  const primaryServes = !custom && !(group.primarySubnetExcluded && rules.excludesPrimarySubnet)
  const maxPods = maxPodsOf(group, inPrefixes, !custom)
  const eniLimit = Math.max(1, maxEnis(limits, settings) - group.unmanagedEnis)
  const trunk = trunkEnis(limits, settings, eniLimit)
  const extraCards = managedCards(limits, settings, rules)
  const podEnis = podEniLimit(eniLimit, keptForTrunk(limits, settings, rules), primaryServes)
  const never = neverReady(group, custom, podEnis)
  return {
    pool: poolOf(settings, limits.ipv4PerEni - 1, {
      inPrefixes,
      podEnis,
      primaryServes,
      maxPods,
      rules,
    }),
    ipv6,
    maxPods,
    podLimit: Math.max(0, maxPods - group.hostNetworkPods),
    otherEnis: (primaryServes ? 0 : 1) + trunk,
    trunk,
    branchLimit: trunk === 0 ? 0 : limits.branchEnis,
    extraCards,
    addressesPerExtraCard: inPrefixes ? ADDRESSES_PER_PREFIX : 1,
    flappingCards: extraCards > 0 && inPrefixes && !ipv6 && never === null,
    eniLimit,
    neverReady: never,
  }
}

/**
 * Rule C1: prefix delegation needs a nitro or bare-metal type (and CNI 1.9); elsewhere L-IPAMD falls
 * back to secondary addresses without an error.
 * Source: pkg/awsutils/awsutils.go, IsPrefixDelegationSupported:2025 and pkg/ipamd/ipamd.go,
 * isConfigValid:2772@b52188387f2e.
 */
function usesPrefixes({ limits, settings }: NodeGroup, rules: CniRules): boolean {
  return settings.ENABLE_PREFIX_DELEGATION && rules.prefixDelegation && supportsPrefixes(limits)
}

/** Rule C2: MAX_ENI counts when it is between 1 and the type's own limit. Source: getMaxENI:1406. */
function maxEnis(limits: InstanceLimits, { MAX_ENI }: Settings): number {
  return MAX_ENI >= 1 && MAX_ENI < limits.enis ? MAX_ENI : limits.enis
}

/** Rule C3: a trunk is attached where the type can carry one and an ENI is left for it. Source: tryEnableSecurityGroupsForPods:1467. */
function trunkEnis(limits: InstanceLimits, settings: Settings, eniLimit: number): 0 | 1 {
  return settings.ENABLE_POD_ENI && limits.branchEnis > 0 && eniLimit > 1 ? 1 : 0
}

/** Rule C4: an ENI is kept free for the trunk, before CNI 1.20.4 on types without one too. Source: hasRoomForEni:2592. */
function keptForTrunk(limits: InstanceLimits, settings: Settings, rules: CniRules): 0 | 1 {
  if (!settings.ENABLE_POD_ENI) return 0
  return limits.branchEnis > 0 || rules.reservesTrunkAlways ? 1 : 0
}

/** Rule C5: ENIs left for pods; the primary is there in any case and serves pods unless left out. */
function podEniLimit(eniLimit: number, trunk: 0 | 1, primaryServes: boolean): number {
  return primaryServes ? Math.max(1, eniLimit - trunk) : Math.max(0, eniLimit - trunk - 1)
}

/**
 * Rule C8: with ENABLE_MULTI_NIC every further network card is a pool of its own, which keeps one
 * warm address on one ENI. Source: pkg/ipamd/ipamd.go, datastoreTargetState:2177@b52188387f2e.
 */
function managedCards(limits: InstanceLimits, settings: Settings, rules: CniRules): number {
  if (!settings.ENABLE_MULTI_NIC || !rules.multiNic) return 0
  return limits.cards.slice(1).filter((enis) => enis > 0).length
}

/** Rule C6: with custom networking and no ENI for pods L-IPAMD exits. Source: handlePreScaling:686. */
function neverReady(group: NodeGroup, custom: boolean, podEnis: number): NeverReady | null {
  if (group.settings.ENABLE_IPv6) {
    if (custom) return 'ipv6-custom-networking'
    return supportsPrefixes(group.limits) ? null : 'ipv6-without-prefixes'
  }
  return custom && podEnis === 0 ? 'no-pod-eni' : null
}

interface Mode {
  readonly inPrefixes: boolean
  readonly podEnis: number
  readonly primaryServes: boolean
  readonly maxPods: number
  readonly rules: CniRules
}

/** Rule C7: address targets, when one of them is set, silence WARM_ENI_TARGET and WARM_PREFIX_TARGET. Source: warmIPTargetsDefined:1941. */
function poolOf(settings: Settings, slotsPerEni: number, mode: Mode): Pool {
  const targetsSet = settings.WARM_IP_TARGET > 0 || settings.MINIMUM_IP_TARGET > 0
  const perSlot = mode.inPrefixes ? ADDRESSES_PER_PREFIX : 1
  return {
    target: targetsSet ? 'addresses' : mode.inPrefixes ? 'prefixes' : 'enis',
    perSlot,
    slotsPerEni,
    podEnis: mode.podEnis,
    primaryServes: mode.primaryServes,
    warmEnis: settings.WARM_ENI_TARGET,
    warmAddresses: settings.WARM_IP_TARGET,
    minimumAddresses: settings.MINIMUM_IP_TARGET,
    warmPrefixes: settings.WARM_PREFIX_TARGET,
    stopSlots: mode.rules.stopsAtMaxPods ? Math.ceil(mode.maxPods / perSlot) : Infinity,
    fillsEnis: targetsSet && mode.rules.addressTargets !== 'single',
    wholeEnis: targetsSet && mode.rules.addressTargets === 'whole-enis',
  }
}
