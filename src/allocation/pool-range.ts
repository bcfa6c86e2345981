import { fewestSlots, isDetermined, mostSlots } from './growth.ts'
import { enisHolding, type Pool } from './pool.ts'

/**
 * Slots and pod-serving ENIs of a settled node, from the least to the most that can happen. Both
 * ends are states of their own: the fewest slots go with the fewest ENIs.
 */
export interface PoolRange {
  readonly minSlots: number
  readonly maxSlots: number
  readonly minEnis: number
  readonly maxEnis: number
  /** True when an ENI or a prefix comes and goes for ever; the figures are those when it is there. */
  readonly flapping: boolean
}

/** A node on which L-IPAMD never attached anything. */
export const EMPTY_RANGE: PoolRange = {
  minSlots: 0,
  maxSlots: 0,
  minEnis: 0,
  maxEnis: 0,
  flapping: false,
}

/** What a fresh node settles at once `pods` run on it. Rule G1. */
export function freshRange(pool: Pool, pods: number): PoolRange {
  const minSlots = fewestSlots(pool, pods)
  const maxSlots = isDetermined(pool, pods, minSlots) ? minSlots : mostSlots(pool, pods)
  const minEnis = enisHolding(pool, minSlots)
  const maxEnis = maxSlots === minSlots ? minEnis : enisHolding(pool, maxSlots)
  return { minSlots, maxSlots, minEnis, maxEnis, flapping: flaps(pool, pods, minSlots) }
}

/** Whether what was attached for a target of 0 is wholly free, and is given back at once. Rules F1 and F2. */
export function flaps(pool: Pool, pods: number, slots: number): boolean {
  switch (pool.target) {
    case 'enis':
      return pool.warmEnis === 0 && hasFreeEni(pool, pods, slots)
    case 'addresses':
      return false
    case 'prefixes':
      return pool.warmPrefixes === 0 && slots * pool.perSlot - pods >= pool.perSlot
  }
}

/**
 * Rule F1: WARM_ENI_TARGET=0 attaches an ENI when no address is free, and removes it again because
 * a whole ENI is free. The primary ENI always stays.
 * Source: pkg/ipamd/ipamd.go, shouldRemoveExtraENIs:1488@b52188387f2e.
 */
function hasFreeEni(pool: Pool, pods: number, slots: number): boolean {
  const removable = slots - (pool.primaryServes ? pool.slotsPerEni : 0)
  return removable > 0 && slots - pods >= pool.slotsPerEni
}
