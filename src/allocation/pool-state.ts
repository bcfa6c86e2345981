import { fewestSlots, mostSlots } from './growth.ts'
import { enisHolding, slotLimit, type Pool } from './pool.ts'
import { freshRange, type PoolRange } from './pool-range.ts'
import { afterPodsCame, afterPodsLeft } from './settle.ts'

/** A settled pool with what decides where it can go from here: which ENIs and slots may hold a pod. */
export interface PoolState {
  readonly pods: number
  readonly range: PoolRange
  /** The most pod-serving ENIs, and the most slots, that can have a pod on them. */
  readonly occupiedEnis: number
  readonly occupiedSlots: number
}

/** A fresh node once `pods` run on it. */
export function freshState(pool: Pool, pods: number): PoolState {
  return { pods, range: freshRange(pool, pods), ...occupiedBefore(pool, pods) }
}

/**
 * A node that has `enis` pod-serving ENIs attached already, full of addresses, its pods on any of
 * them; ENIs beyond the limit are left out.
 */
export function attachedState(pool: Pool, enis: number): PoolState {
  const attached = Math.max(pool.primaryServes ? 1 : 0, Math.min(enis, pool.podEnis))
  const slots = attached * pool.slotsPerEni
  return {
    pods: slots * pool.perSlot,
    range: {
      minSlots: slots,
      maxSlots: slots,
      minEnis: attached,
      maxEnis: attached,
      flapping: false,
    },
    occupiedEnis: attached,
    occupiedSlots: slots,
  }
}

/** The state that follows when the node has `pods` from now on. */
export function nextState(pool: Pool, state: PoolState, pods: number): PoolState {
  if (pods >= state.pods) return grown(pool, state, pods)
  const range = afterPodsLeft(pool, state, pods)
  return {
    pods,
    range,
    occupiedEnis: Math.min(state.occupiedEnis, range.maxEnis),
    occupiedSlots: Math.min(state.occupiedSlots, range.maxSlots),
  }
}

function grown(pool: Pool, state: PoolState, pods: number): PoolState {
  const range = afterPodsCame(pool, state.range, pods)
  if (pods === state.pods) return { ...state, range }
  const fresh = occupiedBefore(pool, pods)
  return {
    pods,
    range,
    occupiedEnis: Math.max(state.range.maxEnis, fresh.occupiedEnis),
    occupiedSlots: Math.max(state.range.maxSlots, fresh.occupiedSlots),
  }
}

/** What the last pod found attached when it came: an ENI attached because of it is still empty. */
function occupiedBefore(
  pool: Pool,
  pods: number,
): Pick<PoolState, 'occupiedEnis' | 'occupiedSlots'> {
  if (pods === 0) return { occupiedEnis: 0, occupiedSlots: 0 }
  const slots = Math.min(
    slotLimit(pool),
    Math.max(fewestSlots(pool, pods - 1), mostSlots(pool, pods - 1)),
  )
  return { occupiedEnis: enisHolding(pool, slots), occupiedSlots: slots }
}
