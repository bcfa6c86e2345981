import type { Room } from '../subnet/room.ts'
import { maxOf } from './amount.ts'
import type { Capacity } from './capacity.ts'
import { growthStep } from './growth-step.ts'
import type { NodeLoad } from './node.ts'
import type { Pool } from './pool.ts'
import type { SettledNode } from './settled-node.ts'

/** What becomes of a group whose address space is too small, its nodes starting one after the other. */
export interface Stall {
  /** Addresses held when nothing can grow any more. */
  readonly held: number
  /** Nodes that hold less than they want, or could not start. */
  readonly nodes: number
  /** Pods that wait because of that, beside those that wait for other reasons. */
  readonly pending: number
}

/** Addresses and /28 blocks that are left; Infinity where nobody knows how the free addresses lie. */
interface Left {
  addresses: number
  prefixes: number
}

/** How far the nodes of a group get in `room`; `null` when all of them get what they want. Rule R3. */
export function stallIn(
  room: Room,
  capacity: Capacity,
  nodes: readonly SettledNode[],
): Stall | null {
  const left = { addresses: room.addresses, prefixes: room.prefixes ?? Infinity }
  const stalls = nodes.map((node) => stallOfKind(left, capacity, node))
  if (stalls.every((stall) => stall.nodes === 0)) return null
  return {
    held: room.addresses - left.addresses,
    nodes: sum(stalls.map((stall) => stall.nodes)),
    pending: sum(stalls.map((stall) => stall.pending)),
  }
}

function stallOfKind(left: Left, capacity: Capacity, node: SettledNode): Omit<Stall, 'held'> {
  const whole = wholeNodes(left, node)
  take(left, whole * maxOf(node.plan.held), whole * node.plan.prefixes)
  const short = node.plan.count - whole
  return { nodes: short, pending: pendingOn(left, capacity, node, short) }
}

/** Nodes of a kind that get everything they want. */
function wholeNodes(left: Left, { plan }: SettledNode): number {
  const byAddresses = Math.floor(left.addresses / maxOf(plan.held))
  const byPrefixes = plan.prefixes === 0 ? Infinity : Math.floor(left.prefixes / plan.prefixes)
  return Math.min(plan.count, byAddresses, byPrefixes)
}

/** Pods that wait on the nodes that share what is left, one node after the other. */
function pendingOn(left: Left, capacity: Capacity, node: SettledNode, nodes: number): number {
  const wanted = node.plan.pods - node.plan.pending
  let pending = 0
  for (let waiting = nodes; waiting > 0; waiting--) {
    if (left.addresses === 0) return pending + waiting * wanted
    const { served, slots } = startNode(left, capacity, node.load)
    pending += wanted - served
    if (slots === 0) {
      take(left, Math.min(left.addresses, (waiting - 1) * firstEnis(capacity)), 0)
      return pending + (waiting - 1) * wanted
    }
  }
  return pending
}

/** ENIs that a node has before any is attached for its pods: the primary, and the trunk. */
function firstEnis({ trunk }: Capacity): number {
  return 1 + trunk
}

/** Starts one node with what is left, as far as it gets: its slots, and the pods that it serves. */
function startNode(
  left: Left,
  capacity: Capacity,
  load: NodeLoad,
): { readonly slots: number; readonly served: number } {
  const { pool, ipv6 } = capacity
  take(left, Math.min(left.addresses, firstEnis(capacity)), 0)
  const slots = ipv6 ? 0 : growWithin(left, pool, load.ordinary)
  const served = ipv6 ? load.ordinary : Math.min(load.ordinary, slots * pool.perSlot)
  return { slots, served: served + branchWithin(left, load) }
}

/**
 * Rule R4: an ENI that is there takes one slot per turn when more are refused; a new ENI needs its
 * primary address and all of its slots in one call. Source: pkg/ipamd/ipamd.go, tryAssignIPs:1115
 * and tryAllocateENI:1050@b52188387f2e.
 */
function growWithin(left: Left, pool: Pool, pods: number): number {
  let slots = 0
  let enis = pool.primaryServes ? 1 : 0
  for (;;) {
    const step = growthStep(pool, slots, enis, pods)
    if (typeof step === 'string') return slots
    const added = slotsWithin(left, pool, step.slots, step.newEni)
    if (added === 0) return slots
    take(left, added * pool.perSlot + (step.newEni ? 1 : 0), pool.perSlot > 1 ? added : 0)
    slots += added
    enis += step.newEni ? 1 : 0
  }
}

function slotsWithin(left: Left, pool: Pool, wanted: number, newEni: boolean): number {
  const addresses = left.addresses - (newEni ? 1 : 0)
  const possible = Math.floor(addresses / pool.perSlot)
  const slots = pool.perSlot > 1 ? Math.min(possible, left.prefixes) : possible
  if (slots >= wanted) return wanted
  return newEni ? 0 : Math.min(1, Math.max(0, slots))
}

function branchWithin(left: Left, load: NodeLoad): number {
  const branch = Math.min(load.branch, left.addresses)
  take(left, branch, 0)
  return branch
}

function take(left: Left, addresses: number, prefixes: number): void {
  left.addresses -= addresses
  left.prefixes -= prefixes
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
