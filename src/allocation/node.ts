import { amount } from './amount.ts'
import type { Capacity } from './capacity.ts'
import type { NodePlan } from './plan.ts'
import type { PoolRange } from './pool-range.ts'

/** The pods of a node, by where their address comes from. */
export interface NodeLoad {
  /** All pods that want an address on the node. */
  readonly pods: number
  /** Pods that run and take an address of the pool, if there is one. */
  readonly ordinary: number
  /** Pods that need a branch ENI, and those that have one. */
  readonly branchWanted: number
  readonly branch: number
  /** Pods above max-pods, or without a branch ENI that they need: they wait whatever the addresses. */
  readonly waiting: number
}

/** Splits the pods of a node. Rule P1 (max-pods) and rule P2 (branch ENIs). */
export function nodeLoad(capacity: Capacity, pods: number, branchPods: number): NodeLoad {
  if (capacity.neverReady !== null) return refused(pods)
  const running = Math.min(pods, capacity.podLimit)
  const branchWanted = Math.min(branchPods, running)
  const branch = Math.min(branchWanted, capacity.branchLimit)
  const ordinary = running - branchWanted
  return { pods, ordinary, branchWanted, branch, waiting: pods - ordinary - branch }
}

function refused(pods: number): NodeLoad {
  return { pods, ordinary: 0, branchWanted: 0, branch: 0, waiting: pods }
}

/** The figures of one node, given what its pool holds; `count` nodes are like it. Rule A1. */
export function planNode(
  capacity: Capacity,
  range: PoolRange,
  load: NodeLoad,
  count: number,
): NodePlan {
  if (capacity.ipv6) return planIpv6Node(capacity, load, count)
  const { pool } = capacity
  const cards = capacity.neverReady === null ? capacity.extraCards : 0
  const cardAddresses = cards * capacity.addressesPerExtraCard
  const aside = capacity.otherEnis + cards + cardAddresses + load.branch
  const addresses = range.maxSlots * pool.perSlot
  const used = Math.min(load.ordinary, addresses)
  const primaries = range.maxEnis + capacity.otherEnis + cards
  const eniCount = range.maxEnis + cards
  const inPrefixes = pool.perSlot > 1
  return {
    count,
    pods: load.pods,
    held: amount(
      range.minSlots * pool.perSlot + range.minEnis + aside,
      addresses + range.maxEnis + aside,
    ),
    reserved: eniCount * (pool.slotsPerEni + 1) + capacity.otherEnis + load.branch,
    usable: eniCount * pool.slotsPerEni,
    used,
    warm: addresses - used + cardAddresses,
    primaries,
    branch: load.branch,
    enis: amount(range.minEnis + capacity.otherEnis + cards, primaries),
    pending: load.waiting + load.ordinary - used,
    secondary: inPrefixes ? 0 : range.maxSlots + cards,
    prefixes: inPrefixes ? range.maxSlots + cards : 0,
    perEni: slotsByEni(capacity, range, cards),
  }
}

/**
 * Rule A2: an IPv6 node takes one IPv4 address per ENI; its pods draw on one /80 prefix.
 * Source: pkg/ipamd/ipamd.go, StartNodeIPPoolManager:769@b52188387f2e.
 */
function planIpv6Node(capacity: Capacity, load: NodeLoad, count: number): NodePlan {
  const enis = capacity.neverReady === null ? 1 + capacity.trunk + capacity.extraCards : 1
  return {
    count,
    pods: load.pods,
    held: enis + load.branch,
    reserved: enis + load.branch,
    usable: 0,
    used: 0,
    warm: 0,
    primaries: enis,
    branch: load.branch,
    enis,
    pending: load.waiting,
    secondary: 0,
    prefixes: 0,
    perEni: Array.from({ length: enis }, () => 0),
  }
}

/**
 * Slots on each ENI: one that serves no pod has none, the others are filled one after the other,
 * except that one that stayed from before keeps a slot at least. The trunk and the ENIs of further
 * cards come last.
 */
function slotsByEni(capacity: Capacity, range: PoolRange, cards: number): readonly number[] {
  const { pool } = capacity
  // oxlint-disable-next-line no-new-array -- a length, known beforehand: to push would make room for 16 more
  const perEni = new Array<number>(capacity.otherEnis + range.maxEnis + cards)
  let eni = 0
  if (!pool.primaryServes) perEni[eni++] = 0
  let left = range.maxSlots
  for (let after = range.maxEnis - 1; after >= 0; after--) {
    const here = Math.min(pool.slotsPerEni, Math.max(0, left - after))
    perEni[eni++] = here
    left -= here
  }
  if (capacity.trunk === 1) perEni[eni++] = 0
  while (eni < perEni.length) perEni[eni++] = 1
  return perEni
}
