import type { NodeGroup } from '../scenario/scenario.ts'
import { capacityOf, type Capacity, type NeverReady } from './capacity.ts'
import { cniRules } from './cni.ts'
import { growthStep, type GrowthEnd } from './growth-step.ts'
import { nodeLoad } from './node.ts'
import { enisHolding, type Pool } from './pool.ts'
import { attachedState, nextState } from './pool-state.ts'
import { freshRange } from './pool-range.ts'
import { wantedFree } from './rules.ts'
import { settleSeconds, TICK_SECONDS } from './settle-seconds.ts'
import { fullerNodes, leastPods } from './spread.ts'

/** What L-IPAMD does, or why it does nothing. */
export type Decision =
  | { readonly code: 'node-starts' }
  | { readonly code: 'attached-already' }
  | { readonly code: 'never-ready'; readonly why: NeverReady }
  | { readonly code: 'ipv6' }
  | { readonly code: 'attach-trunk' }
  | { readonly code: 'attach-cards'; readonly cards: number }
  | { readonly code: 'pods-come'; readonly pods: number }
  | { readonly code: 'fill-eni'; readonly eni: number; readonly slots: number }
  | { readonly code: 'attach-eni'; readonly eni: number; readonly slots: number }
  | { readonly code: 'release'; readonly slots: number }
  | { readonly code: 'remove-eni'; readonly eni: number }
  | { readonly code: 'enough'; readonly wanted: number }
  | { readonly code: 'max-pods'; readonly maxPods: number }
  | { readonly code: 'eni-limit'; readonly enis: number }
  | { readonly code: 'flaps'; readonly everySeconds: number }

/** One decision of the loop, and the node after it. */
export interface TraceEntry {
  readonly seconds: number
  /** The rule of docs/rules.md that decides. */
  readonly rule: string
  readonly decision: Decision
  /** ENIs that serve pods, addresses on them, and those of them that serve a pod. */
  readonly enis: number
  readonly addresses: number
  readonly used: number
}

/** The node while it is traced. */
interface Traced {
  readonly capacity: Capacity
  readonly entries: TraceEntry[]
  pods: number
  seconds: number
  slots: number
  enis: number
}

/**
 * The decisions of the loop, turn by turn, on the fullest node of a group: from its start or from
 * the ENIs attached already, all pods coming at once and sitting together.
 */
export function traceGroup(group: NodeGroup, cni: string): readonly TraceEntry[] {
  const capacity = capacityOf(group, cniRules(cni))
  const wanted = leastPods(group) + (fullerNodes(group) > 0 ? 1 : 0)
  const { ordinary } = nodeLoad(capacity, wanted, group.branchPods)
  const node: Traced = { capacity, entries: [], pods: 0, seconds: 0, slots: 0, enis: 0 }
  if (capacity.neverReady !== null) {
    add(node, 'C6', { code: 'never-ready', why: capacity.neverReady })
  } else if (capacity.ipv6) add(node, 'A2', { code: 'ipv6' })
  else if (group.attachedEnis === null) traceFreshNode(node, ordinary)
  else traceAttachedNode(node, ordinary, group.attachedEnis - capacity.otherEnis)
  return node.entries
}

function traceFreshNode(node: Traced, pods: number): void {
  const { pool } = node.capacity
  node.enis = pool.primaryServes ? 1 : 0
  add(node, 'G8', { code: 'node-starts' })
  if (node.capacity.trunk === 1) add(node, 'C3', { code: 'attach-trunk' })
  const end = growOnce(node)
  const cards = node.capacity.extraCards
  if (cards > 0) add(node, 'C8', { code: 'attach-cards', cards })
  if (pods > 0) podsCome(node, pods)
  else if (end !== null) return addEnd(node, end)
  growToTheEnd(node)
  const range = freshRange(pool, pods)
  if (pool.fillsEnis && !pool.wholeEnis) releaseTo(node, range.minSlots)
  if (range.flapping) addFlaps(node)
}

function traceAttachedNode(node: Traced, pods: number, attached: number): void {
  const { pool } = node.capacity
  const start = attachedState(pool, attached)
  node.enis = start.range.minEnis
  node.slots = start.range.minSlots
  add(node, 'S1', { code: 'attached-already' })
  podsCome(node, pods)
  growToTheEnd(node)
  const settled = nextState(pool, start, pods).range
  const kept = node.enis - settled.minEnis
  if (pool.target === 'enis' || pool.wholeEnis) {
    for (let left = kept; left > 0; left--) removeEni(node, pool.slotsPerEni)
  } else {
    releaseTo(node, settled.minSlots)
    for (let left = kept; left > 0; left--) removeEni(node, 0)
  }
  if (settled.flapping) addFlaps(node)
}

function podsCome(node: Traced, pods: number): void {
  node.pods = pods
  add(node, 'P3', { code: 'pods-come', pods })
}

function growToTheEnd(node: Traced): void {
  for (;;) {
    node.seconds += TICK_SECONDS
    const end = growOnce(node)
    if (end !== null) return addEnd(node, end)
  }
}

/** One step of growth; what ended it, or `null`. */
function growOnce(node: Traced): GrowthEnd | null {
  const { pool } = node.capacity
  const step = growthStep(pool, node.slots, node.enis, node.pods)
  if (typeof step === 'string') return step
  node.slots += step.slots
  if (step.newEni) node.enis++
  const code = step.newEni ? 'attach-eni' : 'fill-eni'
  const eni = enisHolding(pool, node.slots)
  add(node, RULE_OF_TARGET[pool.target], { code, eni, slots: step.slots })
  return null
}

const RULE_OF_TARGET = { enis: 'G2', addresses: 'G3', prefixes: 'G4' } as const satisfies Readonly<
  Record<Pool['target'], string>
>

function addEnd(node: Traced, end: GrowthEnd): void {
  const { pool, maxPods } = node.capacity
  switch (end) {
    case 'enough':
      return add(node, RULE_OF_TARGET[pool.target], { code: 'enough', wanted: wantedFree(pool) })
    case 'max-pods':
      return add(node, 'G5', { code: 'max-pods', maxPods })
    case 'eni-limit':
      return add(node, 'C5', { code: 'eni-limit', enis: pool.podEnis })
  }
}

function releaseTo(node: Traced, slots: number): void {
  const released = node.slots - slots
  if (released <= 0) return
  node.seconds += TICK_SECONDS
  node.slots = slots
  add(node, 'S3', { code: 'release', slots: released })
}

function removeEni(node: Traced, slots: number): void {
  node.seconds += TICK_SECONDS
  node.slots -= slots
  const eni = node.enis
  node.enis--
  add(node, 'S2', { code: 'remove-eni', eni })
}

function addFlaps(node: Traced): void {
  const { pool } = node.capacity
  const range = freshRange(pool, node.pods)
  const everySeconds = settleSeconds(pool, range, range, node.pods)
  add(node, pool.target === 'enis' ? 'F1' : 'F2', { code: 'flaps', everySeconds })
}

function add(node: Traced, rule: string, decision: Decision): void {
  const addresses = node.slots * node.capacity.pool.perSlot
  const { seconds, enis } = node
  node.entries.push({
    seconds,
    rule,
    decision,
    enis,
    addresses,
    used: Math.min(node.pods, addresses),
  })
}
