import type { Pool } from './pool.ts'

/** What one turn of L-IPAMD's loop adds. */
export interface GrowthStep {
  readonly slots: number
  /** True when they come with an ENI of their own, in one call to EC2. */
  readonly newEni: boolean
}

/** Why a turn of the loop adds nothing. */
export type GrowthEnd = 'enough' | 'max-pods' | 'eni-limit'

/**
 * The next growth step of a pool with `slots` on `enis` ENIs and `pods` packed on them, or why
 * there is none. Rules G1 and G5. Source: pkg/ipamd/ipamd.go, increaseDatastorePool:968@b52188387f2e.
 */
export function growthStep(
  pool: Pool,
  slots: number,
  enis: number,
  pods: number,
): GrowthStep | GrowthEnd {
  if (slots >= pool.stopSlots) return 'max-pods'
  const needed = neededSlots(pool, slots, Math.min(pods, slots * pool.perSlot))
  if (needed === 0) return 'enough'
  const room = enis * pool.slotsPerEni - slots
  if (room > 0) return { slots: Math.min(needed, room), newEni: false }
  if (enis >= pool.podEnis) return 'eni-limit'
  return { slots: Math.min(needed, pool.slotsPerEni), newEni: true }
}

/** Slots that are short of the target, 0 where it is kept. */
function neededSlots(pool: Pool, slots: number, used: number): number {
  const free = slots * pool.perSlot - used
  switch (pool.target) {
    case 'enis':
      return isLow(free, pool.warmEnis * pool.slotsPerEni) ? pool.slotsPerEni : 0
    case 'addresses': {
      const short = Math.max(
        0,
        pool.warmAddresses - free,
        pool.minimumAddresses - slots * pool.perSlot,
      )
      if (short === 0) return 0
      return pool.fillsEnis ? pool.slotsPerEni : Math.ceil(short / pool.perSlot)
    }
    case 'prefixes': {
      if (!isLow(free, pool.warmPrefixes * pool.perSlot)) return 0
      const freePrefixes = slots - Math.ceil(used / pool.perSlot)
      return Math.max(1, pool.warmPrefixes - freePrefixes)
    }
  }
}

function isLow(free: number, wanted: number): boolean {
  return free < wanted || (wanted === 0 && free === 0)
}
