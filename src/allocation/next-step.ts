import { mostSlots } from './growth.ts'
import type { Capacity } from './capacity.ts'
import type { NodeLoad } from './node.ts'
import { enisHolding, slotLimit, type Pool } from './pool.ts'
import type { PoolRange } from './pool-range.ts'
import type { Step } from './plan.ts'

/** The next higher pod count of a node at which its ENIs change, or its prefixes; `null` if none does. Rule N1. */
export function stepUp(capacity: Capacity, range: PoolRange, load: NodeLoad): Step | null {
  const { pool } = capacity
  const held = heldSlots(pool, range)
  if (held >= slotLimit(pool)) return null
  const pods = mostPodsWithin(pool, held) + 1
  if (pods <= load.ordinary || pods > capacity.podLimit - load.branchWanted) return null
  const slots = Math.max(range.maxSlots, mostSlots(pool, pods))
  const enis = Math.max(range.maxEnis, enisHolding(pool, slots))
  return stepTo(pool, range, pods + load.branchWanted, slots, enis)
}

/** The next lower pod count of a node at which a fresh node holds fewer ENIs, or fewer prefixes. Rule N1. */
export function stepDown(capacity: Capacity, range: PoolRange, load: NodeLoad): Step | null {
  const { pool } = capacity
  if (range.minSlots !== range.maxSlots || range.minEnis !== range.maxEnis) return null
  const oneLess = pool.perSlot > 1 ? 1 : pool.slotsPerEni
  const pods = mostPodsWithin(pool, heldSlots(pool, range) - oneLess)
  if (pods < 0 || pods >= load.ordinary) return null
  const slots = mostSlots(pool, pods)
  return stepTo(pool, range, pods + load.branchWanted, slots, enisHolding(pool, slots))
}

/** Slots that are there before something visible has to be attached: whole ENIs, or prefixes. */
function heldSlots(pool: Pool, range: PoolRange): number {
  return pool.perSlot > 1 ? range.maxSlots : range.maxEnis * pool.slotsPerEni
}

/** The change from today's node to one with `slots` on `enis`; `null` where nothing that counts changes. */
function stepTo(
  pool: Pool,
  range: PoolRange,
  pods: number,
  slots: number,
  enis: number,
): Step | null {
  const addedEnis = enis - range.maxEnis
  const addedSlots = slots - range.maxSlots
  if (addedEnis === 0 && (pool.perSlot === 1 || addedSlots === 0)) return null
  return {
    pods,
    enis: addedEnis,
    held: addedSlots * pool.perSlot + addedEnis,
    reserved: addedEnis * (pool.slotsPerEni + 1),
  }
}

/** The most pods with which the target asks for `slots` or fewer; below zero where even an idle node wants more. */
function mostPodsWithin(pool: Pool, slots: number): number {
  const addresses = slots * pool.perSlot
  switch (pool.target) {
    case 'enis':
      return podsBelowWarm(addresses, pool.slotsPerEni, pool.warmEnis)
    case 'addresses':
      if (addresses < pool.minimumAddresses) return -1
      return pool.warmAddresses === 0 ? Infinity : addresses - pool.warmAddresses
    case 'prefixes':
      return podsBelowWarm(addresses, pool.perSlot, pool.warmPrefixes)
  }
}

/** Pods that leave `warm` chunks free, or one address where `warm` is 0. */
function podsBelowWarm(addresses: number, chunk: number, warm: number): number {
  return warm === 0 ? addresses - 1 : addresses - warm * chunk
}
