/** A /28 prefix, the only size that the CNI assigns. Source: datastore/data_store.go, GetPrefixDelegationDefaults@b52188387f2e. */
export const ADDRESSES_PER_PREFIX = 16

/**
 * The ENIs of a node's default network card as L-IPAMD sees them: what they can hold and the target
 * that it keeps. A slot of an ENI takes one address, or one prefix of 16.
 */
export interface Pool {
  /** Which target rules: WARM_ENI_TARGET, the two address targets, or WARM_PREFIX_TARGET. */
  readonly target: 'enis' | 'addresses' | 'prefixes'
  /** Addresses in a slot: 1, or 16 with prefix delegation. */
  readonly perSlot: number
  readonly slotsPerEni: number
  /** The most ENIs that can serve pods at the same time. */
  readonly podEnis: number
  /** False when the primary ENI serves no pod: custom networking, or its subnet is excluded. */
  readonly primaryServes: boolean
  /** WARM_ENI_TARGET, WARM_IP_TARGET, MINIMUM_IP_TARGET and WARM_PREFIX_TARGET, all of them addresses, ENIs or prefixes. */
  readonly warmEnis: number
  readonly warmAddresses: number
  readonly minimumAddresses: number
  readonly warmPrefixes: number
  /** Slots at which growth stops, because they serve max-pods pods; Infinity where nothing stops it. */
  readonly stopSlots: number
  /** True where a step fills an ENI whatever the address targets ask for (CNI 1.8 and older). Rule V3. */
  readonly fillsEnis: boolean
  /** True where address targets come and go as whole ENIs (CNI 1.4 and older). */
  readonly wholeEnis: boolean
}

/** Slots of all ENIs that can serve pods. */
export function slotLimit(pool: Pool): number {
  return pool.podEnis * pool.slotsPerEni
}

/** ENIs that serve pods once `slots` are assigned: ENIs are filled one after the other. Rule G1. */
export function enisHolding(pool: Pool, slots: number): number {
  return Math.ceil(slots / pool.slotsPerEni)
}

/** Slots up to the end of the ENI that holds slot number `slots`. */
export function toWholeEnis(pool: Pool, slots: number): number {
  return Math.ceil(slots / pool.slotsPerEni) * pool.slotsPerEni
}
