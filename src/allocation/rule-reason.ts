import { maxOf } from './amount.ts'
import type { Capacity } from './capacity.ts'
import { wantedSlots } from './growth.ts'
import { slotLimit, type Pool } from './pool.ts'
import type { GrowthLimit, Reason } from './reason.ts'
import { freeAddresses, wantedFree } from './rules.ts'
import type { SettledNode } from './settled-node.ts'

/** The rule that set the addresses of a node, or that kept it from its target. Rules G2 to G5. */
export function ruleReason(capacity: Capacity, node: SettledNode): Reason {
  const { pool } = capacity
  if (capacity.ipv6) return { code: 'ipv6', addresses: maxOf(node.plan.held) }
  if (node.short) return cappedReason(capacity, node)
  switch (pool.target) {
    case 'enis':
      return spareEniReason(pool, node)
    case 'addresses':
      return addressReason(pool, node)
    case 'prefixes':
      return {
        code: 'warm-prefixes',
        pods: node.load.ordinary,
        warm: pool.warmPrefixes,
        prefixes: node.range.maxSlots,
        free: freeAddresses(pool, node),
      }
  }
}

function spareEniReason(pool: Pool, node: SettledNode): Reason {
  const pods = node.load.ordinary
  const enis = node.range.maxEnis
  const free = freeAddresses(pool, node)
  const { warmEnis } = pool
  if (warmEnis === 0) return { code: 'no-spare-eni', pods, enis, free }
  return { code: 'spare-eni', pods, enis, free, wanted: wantedFree(pool), warmEnis }
}

function addressReason(pool: Pool, node: SettledNode): Reason {
  const pods = node.load.ordinary
  const enis = node.range.maxEnis
  const addresses = node.range.maxSlots * pool.perSlot
  const { warmAddresses: warm, minimumAddresses: minimum } = pool
  const minimumDecides = warm === 0 || pods + warm < minimum
  return minimumDecides
    ? { code: 'minimum-addresses', pods, minimum, addresses, enis }
    : { code: 'warm-addresses', pods, warm, addresses, enis }
}

function cappedReason(capacity: Capacity, node: SettledNode): Reason {
  const { pool } = capacity
  const { range, load } = node
  const limit = growthLimit(capacity, range.maxSlots)
  const wanted = wantedSlots(pool, load.ordinary)
  switch (pool.target) {
    case 'enis':
      return {
        code: 'spare-eni-capped',
        free: freeAddresses(pool, node),
        wanted: wantedFree(pool),
        warmEnis: pool.warmEnis,
        enis: range.maxEnis,
        limit,
      }
    case 'addresses':
      return {
        code: 'addresses-capped',
        addresses: range.maxSlots * pool.perSlot,
        wanted: wanted * pool.perSlot,
        limit,
      }
    case 'prefixes':
      return { code: 'prefixes-capped', prefixes: range.maxSlots, wanted, limit }
  }
}

function growthLimit(capacity: Capacity, slots: number): GrowthLimit {
  const { pool, maxPods } = capacity
  return slots >= slotLimit(pool) ? { by: 'enis', enis: pool.podEnis } : { by: 'max-pods', maxPods }
}
