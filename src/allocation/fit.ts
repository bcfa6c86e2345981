import type { Room } from '../subnet/room.ts'
import { maxOf } from './amount.ts'
import type { Fit, GroupPlan, Totals } from './plan.ts'

/** The verdict on the address space of a whole scenario. Rule R5. */
export function fitIn(room: Room, totals: Totals, groups: readonly GroupPlan[]): Fit {
  const leftAfterHeld = room.addresses - maxOf(totals.held)
  const leftAfterReserved = room.addresses - totals.reserved
  const prefixes = sum(
    groups.flatMap((group) => group.nodes.map((node) => node.prefixes * node.count)),
  )
  const leftPrefixes = room.prefixes === null ? null : room.prefixes - prefixes
  const heldFits = leftAfterHeld >= 0 && (leftPrefixes ?? 0) >= 0
  return {
    verdict: heldFits ? (leftAfterReserved >= 0 ? 'fits' : 'address-by-address') : 'does-not-fit',
    available: room.addresses,
    leftAfterHeld,
    leftAfterReserved,
    leftPrefixes: prefixes === 0 ? null : leftPrefixes,
    pending: sum(groups.map((group) => group.stall?.pending ?? 0)),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
