import { growthStep } from './growth-step.ts'
import type { Pool } from './pool.ts'
import type { PoolRange } from './pool-range.ts'

/** L-IPAMD's loop. Source: pkg/ipamd/ipamd.go, ipPoolMonitorInterval:60@b52188387f2e. */
export const TICK_SECONDS = 5

/** Addresses are given back at most every 30 s, so at the first turn after that. Source: decreaseIPPoolInterval:64. */
const RELEASE_SECONDS = 35

/**
 * An ENI is kept for 60 s, longer than the 30 s for which an address that was freed holds its ENI.
 * Source: datastore/data_store.go, minENILifeTime:38 and hasIPInCooling:1101.
 */
const YOUNG_ENI_SECONDS = 60

/** WARM_ENI_TARGET=0: the spare ENI is attached, gets old enough, goes, and comes back a turn later. Rule F1. */
const ENI_FLAP_SECONDS = YOUNG_ENI_SECONDS + TICK_SECONDS

/** WARM_PREFIX_TARGET=0: the free prefix goes at the release interval and comes back in between. Rule F2. */
const PREFIX_FLAP_SECONDS = RELEASE_SECONDS

/**
 * Seconds from one settled state to the next, at worst: all pods come or leave at once, right after
 * the last change. A state that flaps is given the seconds until it repeats.
 */
export function settleSeconds(pool: Pool, from: PoolRange, to: PoolRange, pods: number): number {
  if (to.flapping) return pool.target === 'enis' ? ENI_FLAP_SECONDS : PREFIX_FLAP_SECONDS
  return Math.max(growthSeconds(pool, from, pods), shrinkSeconds(from, to))
}

/** Rule T1: one step of growth per turn of the loop. */
function growthSeconds(pool: Pool, from: PoolRange, pods: number): number {
  let slots = from.minSlots
  let enis = from.minEnis
  let steps = 0
  for (;;) {
    const step = growthStep(pool, slots, enis, pods)
    if (typeof step === 'string') return steps * TICK_SECONDS
    slots += step.slots
    enis += step.newEni ? 1 : 0
    steps++
  }
}

/** Rule T2: single addresses and prefixes go in one turn, ENIs one by one once they may go. */
function shrinkSeconds(from: PoolRange, to: PoolRange): number {
  const removed = from.maxEnis - to.minEnis
  if (removed > 0) return YOUNG_ENI_SECONDS + (removed - 1) * TICK_SECONDS
  return from.maxSlots > to.minSlots ? RELEASE_SECONDS : 0
}
