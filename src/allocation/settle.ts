import { fewestSlots, mostSlots, wantedSlots } from './growth.ts'
import { ADDRESSES_PER_PREFIX, enisHolding, toWholeEnis, type Pool } from './pool.ts'
import { flaps, type PoolRange } from './pool-range.ts'
import type { PoolState } from './pool-state.ts'

/** Where a settled pool settles next when pods came: nothing is given back. Rule S1. */
export function afterPodsCame(pool: Pool, range: PoolRange, pods: number): PoolRange {
  const minSlots = grownFrom(pool, range.minSlots, fewestSlots(pool, pods))
  const maxSlots = grownFrom(pool, range.maxSlots, mostAfter(pool, range, pods))
  return {
    minSlots,
    maxSlots,
    minEnis: Math.max(range.minEnis, enisHolding(pool, minSlots)),
    maxEnis: Math.max(range.maxEnis, enisHolding(pool, maxSlots)),
    flapping: flaps(pool, pods, minSlots),
  }
}

/** The most slots that growth can lead to; none where even the fewest are enough. */
function mostAfter(pool: Pool, range: PoolRange, pods: number): number {
  if (range.minSlots >= wantedSlots(pool, pods)) return 0
  return mostSlots(pool, pods, range.maxEnis === enisHolding(pool, range.maxSlots))
}

/** Where a settled pool settles next when all but `pods` pods left, whichever they were. */
export function afterPodsLeft(pool: Pool, state: PoolState, pods: number): PoolRange {
  if (pool.target === 'enis' || pool.wholeEnis) return enisAfterPodsLeft(pool, state, pods)
  return slotsAfterPodsLeft(pool, state, pods)
}

/** Growth from `slots` towards `wanted`; at max-pods there is none. Rule G5. */
function grownFrom(pool: Pool, slots: number, wanted: number): number {
  return slots >= pool.stopSlots ? slots : Math.max(slots, wanted)
}

/**
 * Rule S2: ENIs go one by one while more than the target stays free, and only those without a pod.
 * The fewest stay when the pods that are left sit together, the most when they are scattered.
 * Source: pkg/ipamd/ipamd.go, shouldRemoveExtraENIs:1488, and datastore/data_store.go,
 * getDeletableENI:1042@b52188387f2e.
 */
function enisAfterPodsLeft(
  pool: Pool,
  { range, occupiedEnis }: PoolState,
  pods: number,
): PoolRange {
  const kept = keptSlots(pool, pods) / pool.slotsPerEni
  const least = fewestSlots(pool, pods) / pool.slotsPerEni
  const minEnis = Math.max(Math.min(range.minEnis, kept), least)
  const scattered = enisWithPods(pool, pods, occupiedEnis)
  const maxEnis = Math.max(Math.min(range.maxEnis, kept), least, Math.min(range.maxEnis, scattered))
  const minSlots = minEnis * pool.slotsPerEni
  return {
    minSlots,
    maxSlots: maxEnis * pool.slotsPerEni,
    minEnis,
    maxEnis,
    flapping: flaps(pool, pods, minSlots),
  }
}

/** The most ENIs that stay because of a pod, the primary one included, which stays in any case. */
function enisWithPods(pool: Pool, pods: number, occupiedEnis: number): number {
  const always = pool.primaryServes ? 1 : 0
  return always + Math.min(pods, Math.max(0, occupiedEnis - always))
}

/**
 * Rule S3: single addresses and wholly free prefixes go down to the target exactly; a prefix with a
 * pod in it stays. Source: pkg/ipamd/ipamd.go, tryUnassignCidrsFromAll:892@b52188387f2e.
 */
function slotsAfterPodsLeft(pool: Pool, state: PoolState, pods: number): PoolRange {
  const kept = keptSlots(pool, pods)
  const fewest = fewestSlots(pool, pods)
  const minSlots = releasedTo(pool, state.range.minSlots, kept, fewest, fewest)
  const scattered = Math.max(kept, scatteredSlots(pool, pods, state.occupiedSlots))
  const maxSlots = releasedTo(
    pool,
    state.range.maxSlots,
    scattered,
    fewest,
    mostAfter(pool, state.range, pods),
  )
  return {
    minSlots,
    maxSlots,
    minEnis: fewestEnisAfter(pool, state.range.minEnis, pods, minSlots),
    maxEnis: mostEnisAfter(pool, state.range.maxEnis, pods, maxSlots),
    flapping: flaps(pool, pods, minSlots),
  }
}

function releasedTo(pool: Pool, slots: number, kept: number, least: number, most: number): number {
  return slots >= kept ? Math.max(kept, least) : grownFrom(pool, slots, most)
}

/** Slots that are kept when everything above the target can be given back. */
function keptSlots(pool: Pool, pods: number): number {
  switch (pool.target) {
    case 'enis':
      return (Math.ceil(pods / pool.slotsPerEni) + pool.warmEnis) * pool.slotsPerEni
    case 'addresses': {
      const addresses = Math.max(pods + pool.warmAddresses, pool.minimumAddresses)
      const slots = Math.ceil(addresses / pool.perSlot)
      return pool.wholeEnis ? toWholeEnis(pool, slots) : slots
    }
    case 'prefixes':
      return Math.ceil(pods / ADDRESSES_PER_PREFIX) + pool.warmPrefixes
  }
}

/** Slots that stay at most: in prefix mode one prefix for each pod, and the free ones of the target. */
function scatteredSlots(pool: Pool, pods: number, occupiedSlots: number): number {
  if (pool.perSlot === 1) return 0
  const free = pool.target === 'prefixes' ? pool.warmPrefixes : 0
  return Math.min(pods, occupiedSlots) + free
}

/**
 * Rule S4: with prefixes an ENI goes only while the others hold the address targets rounded up to
 * whole prefixes, and WARM_PREFIX_TARGET free prefixes.
 * Source: datastore/data_store.go, isRequiredForWarmIPTarget:974@b52188387f2e.
 */
function fewestEnisAfter(pool: Pool, enis: number, pods: number, slots: number): number {
  const holding = enisHolding(pool, slots)
  if (pool.perSlot === 1 || pool.target === 'prefixes') return holding
  const warm = Math.ceil(pool.warmAddresses / pool.perSlot)
  const needed = Math.max(
    warm === 0 ? 0 : Math.ceil(pods / pool.perSlot + warm),
    Math.ceil(pool.minimumAddresses / pool.perSlot),
    pool.warmPrefixes === 0 ? 0 : Math.ceil(pods / pool.perSlot) + pool.warmPrefixes,
  )
  return Math.max(holding, Math.min(enis, enisHolding(pool, needed)))
}

/**
 * Rule S5: an ENI without a pod stays as long as it holds an address of the target, in prefix mode
 * with address targets even without one.
 */
function mostEnisAfter(pool: Pool, enis: number, pods: number, slots: number): number {
  const always = pool.primaryServes ? 1 : 0
  const holding = enisHolding(pool, slots)
  if (pool.perSlot > 1 && pool.target === 'addresses' && !removesEmptyEnis(pool, pods, slots)) {
    return Math.max(holding, enis)
  }
  return Math.max(holding, Math.min(enis, always + slots))
}

/** Whether an ENI without prefixes is removed for certain: the others alone hold what S4 asks for. */
function removesEmptyEnis(pool: Pool, pods: number, slots: number): boolean {
  const warm = Math.ceil(pool.warmAddresses / pool.perSlot) * pool.perSlot
  const free = slots * pool.perSlot - pods
  return free >= warm && (pool.warmPrefixes === 0 || (pods === 0 && slots >= pool.warmPrefixes))
}
