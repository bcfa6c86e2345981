import { ADDRESSES_PER_PREFIX, slotLimit, toWholeEnis, type Pool } from './pool.ts'

/**
 * Slots that the target asks for with `pods` on the node, whatever the limits of the node.
 * Rules G2 (WARM_ENI_TARGET), G3 (address targets), G4 (WARM_PREFIX_TARGET).
 */
export function wantedSlots(pool: Pool, pods: number): number {
  switch (pool.target) {
    case 'enis':
      return wantedEnis(pool, pods) * pool.slotsPerEni
    case 'addresses':
      return wantedByAddressTargets(pool, pods)
    case 'prefixes':
      return wantedPrefixes(pool, pods)
  }
}

/**
 * Rule G2: WARM_ENI_TARGET ENIs' worth of free addresses beside the pods; with 0, one free address.
 * Source: pkg/ipamd/ipamd.go, isDatastorePoolTooLow:2623@b52188387f2e.
 */
function wantedEnis({ warmEnis, slotsPerEni }: Pool, pods: number): number {
  if (warmEnis === 0) return Math.floor(pods / slotsPerEni) + 1
  return Math.ceil(pods / slotsPerEni) + warmEnis
}

/**
 * Rule G3: WARM_IP_TARGET free addresses beside the pods, and MINIMUM_IP_TARGET in all. Without
 * WARM_IP_TARGET the pods have no say. CNI 1.4 and older round up to whole ENIs (rule V2).
 * Source: pkg/ipamd/ipamd.go, datastoreTargetState:2177@b52188387f2e.
 */
function wantedByAddressTargets(pool: Pool, pods: number): number {
  const { warmAddresses, minimumAddresses, perSlot } = pool
  const addresses =
    warmAddresses === 0 ? minimumAddresses : Math.max(pods + warmAddresses, minimumAddresses)
  const slots = Math.ceil(addresses / perSlot)
  return pool.wholeEnis ? toWholeEnis(pool, slots) : slots
}

/**
 * Rule G4: WARM_PREFIX_TARGET prefixes' worth of free addresses beside the pods; with 0, one free
 * address. Source: pkg/ipamd/ipamd.go, isDatastorePoolTooLow:2623@b52188387f2e.
 */
function wantedPrefixes({ warmPrefixes }: Pool, pods: number): number {
  if (warmPrefixes === 0) return Math.floor(pods / ADDRESSES_PER_PREFIX) + 1
  return Math.ceil(pods / ADDRESSES_PER_PREFIX) + warmPrefixes
}

/**
 * Slots of a fresh node once `pods` have come one by one. Rule G5: growth ends at the node's ENI
 * limit, and at max-pods; only the idle node, which has no pods yet, fills the ENI that passes it.
 */
export function fewestSlots(pool: Pool, pods: number): number {
  const slots = Math.min(slotLimit(pool), wantedSlots(pool, pods))
  return slots <= pool.stopSlots ? slots : stoppedSlots(pool, slots)
}

/** Where max-pods stops a node on its way to `slots`. */
function stoppedSlots(pool: Pool, slots: number): number {
  const wholeEnis = Math.min(slots, toWholeEnis(pool, pool.stopSlots))
  if (pool.target === 'enis') return wholeEnis
  return Math.max(pool.stopSlots, Math.min(wholeEnis, wantedSlots(pool, 0)))
}

/**
 * The most slots of a fresh node with `pods`, whatever the order in which they came. It is above
 * `fewestSlots` in two cases: many pods came at once just below max-pods (rule G6), or they were
 * scattered over the prefixes with WARM_PREFIX_TARGET of 2 and more (rule G7). `aligned` is false
 * where earlier pods left room on several ENIs, so that a step is not held up by the end of one.
 */
export function mostSlots(pool: Pool, pods: number, aligned = true): number {
  const fewest = fewestSlots(pool, pods)
  if (isDetermined(pool, pods, fewest)) return fewest
  const most =
    pool.target === 'addresses'
      ? slotsAfterBurst(pool, pods, aligned)
      : slotsAfterScatter(pool, pods, aligned)
  return Math.max(fewest, most)
}

/** Whether a fresh node comes to its `fewest` slots in whatever order its pods come. */
export function isDetermined(pool: Pool, pods: number, fewest: number): boolean {
  switch (pool.target) {
    case 'enis':
      return true
    case 'addresses':
      return pool.warmAddresses === 0 || fewest < pool.stopSlots
    case 'prefixes':
      return pool.warmPrefixes < 2 || pods === 0
  }
}

/**
 * Rule G6: the stop at max-pods is tested before a step, and one step may bring all that is short,
 * up to the end of an ENI. Source: pkg/ipamd/ipamd.go, isDatastorePoolTooLow:2637@b52188387f2e.
 */
function slotsAfterBurst(pool: Pool, pods: number, aligned: boolean): number {
  const last = lastSlotsBelowStop(pool, aligned)
  const served = Math.min(pods, last * pool.perSlot)
  return Math.min(slotLimit(pool), wantedSlots(pool, served), stepEnd(pool, last, aligned))
}

/**
 * Rule G7: a step adds WARM_PREFIX_TARGET less the wholly free prefixes, and pods scattered over
 * the prefixes leave few of them free. Source: pkg/ipamd/ipamd.go, getPrefixesNeeded:2714@b52188387f2e.
 */
function slotsAfterScatter(pool: Pool, pods: number, aligned: boolean): number {
  const last = Math.min(wantedPrefixes(pool, pods) - 1, lastSlotsBelowStop(pool, aligned))
  const free = Math.max(0, last - pods)
  const added = Math.max(1, pool.warmPrefixes - free)
  return Math.min(slotLimit(pool), last + added, stepEnd(pool, last, aligned))
}

/** The most slots that a node can have and still be below the stop at max-pods. */
function lastSlotsBelowStop(pool: Pool, aligned: boolean): number {
  if (!aligned || wantedSlots(pool, 0) < pool.stopSlots) return pool.stopSlots - 1
  return Math.floor((pool.stopSlots - 1) / pool.slotsPerEni) * pool.slotsPerEni
}

/** The most slots that one step can lead to: it fills one ENI. */
function stepEnd(pool: Pool, slots: number, aligned: boolean): number {
  return aligned ? toWholeEnis(pool, slots + 1) : slots + pool.slotsPerEni
}
