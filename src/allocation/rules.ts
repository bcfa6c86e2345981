import { ADDRESSES_PER_PREFIX, type Pool } from './pool.ts'
import type { Capacity } from './capacity.ts'
import type { GroupPlan, SpareEniRule } from './plan.ts'
import type { SettledNode } from './settled-node.ts'

/** What became of the team's two rules in a group, some node of which may be `short` of its target. */
export function rulesOf(capacity: Capacity, short: boolean, pending: number): GroupPlan['rules'] {
  return { spareEni: spareEniRule(capacity, short), addressPerPod: pending === 0 }
}

function spareEniRule(capacity: Capacity, short: boolean): SpareEniRule {
  const { pool } = capacity
  if (capacity.ipv6) return 'replaced'
  if (capacity.neverReady !== null) return 'capped'
  if (short) return 'capped'
  if (pool.target !== 'enis') return 'replaced'
  return pool.warmEnis === 0 ? 'off' : 'kept'
}

/** Whether `slots` with `used` addresses in use leave fewer free, or are fewer, than the target asks for. */
export function isShort(pool: Pool, slots: number, used: number): boolean {
  const addresses = slots * pool.perSlot
  return addresses - used < wantedFree(pool) || addresses < minimumAddresses(pool)
}

/** Addresses of the node's pool that serve no pod. */
export function freeAddresses(pool: Pool, { range, plan }: SettledNode): number {
  return range.maxSlots * pool.perSlot - plan.used
}

/** Free addresses that the target asks for. */
export function wantedFree(pool: Pool): number {
  switch (pool.target) {
    case 'enis':
      return pool.warmEnis * pool.slotsPerEni
    case 'addresses':
      return pool.warmAddresses
    case 'prefixes':
      return pool.warmPrefixes * ADDRESSES_PER_PREFIX
  }
}

function minimumAddresses(pool: Pool): number {
  return pool.target === 'addresses' ? pool.minimumAddresses : 0
}
