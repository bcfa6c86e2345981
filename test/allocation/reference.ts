import type { InstanceLimits } from '../../src/instance/limits.ts'
import type { Settings } from '../../src/scenario/settings.ts'

/**
 * L-IPAMD of one node, step by step and as plainly as can be: the loop of every 5 seconds, with its
 * timers, on a list of ENIs with slots. It shares no code with the engine. Where L-IPAMD walks a Go
 * map, whose order is random, the order here comes from `random`.
 *
 * Source: aws/amazon-vpc-cni-k8s@b52188387f2e, pkg/ipamd/ipamd.go and pkg/ipamd/datastore/data_store.go.
 */
export interface ReferenceNode {
  readonly rules: ReferenceRules
  readonly random: () => number
  enis: Eni[]
  /** Pods that wait for an address. */
  waiting: number
  seconds: number
  lastDecrease: number
  /** Addresses left in the subnet, and the time until which growth pauses after a refusal. */
  free: number
  pausedUntil: number
  changes: number
  /** When something was attached or given back last, in seconds. */
  changedAt: number
}

export interface ReferenceRules {
  readonly limits: Pick<InstanceLimits, 'enis' | 'ipv4PerEni' | 'branchEnis'>
  readonly settings: Settings
  /** Prefix delegation, where the type supports it. */
  readonly prefixes: boolean
  readonly maxPods: number
  readonly unmanaged: number
  readonly primaryExcluded: boolean
  /** Addresses that the subnet has when the node starts. */
  readonly free: number
}

interface Eni {
  readonly primary: boolean
  readonly trunk: boolean
  readonly attachedAt: number
  slots: Slot[]
}

/** An address or a prefix: pods on it, and when addresses of it were freed. */
interface Slot {
  pods: number
  freedAt: number[]
}

const TICK = 5
const COOLDOWN = 30
const DECREASE_INTERVAL = 30
const YOUNGEST_TO_REMOVE = 60
const PAUSE_AFTER_REFUSAL = 120

/** A node that starts: its primary ENI, the one growth step of the node's start, `pods` that wait for it. */
export function startNode(rules: ReferenceRules, random: () => number, pods = 0): ReferenceNode {
  const node: ReferenceNode = {
    rules,
    random,
    enis: [{ primary: true, trunk: false, attachedAt: 0, slots: [] }],
    waiting: pods,
    seconds: 0,
    lastDecrease: -1_000,
    free: rules.free - 1,
    pausedUntil: -1,
    changes: 0,
    changedAt: 0,
  }
  attachTrunk(node)
  if (isLow(node)) grow(node)
  return node
}

/** A node that has `enis` ENIs full of addresses and is older than any timer; it has no pods yet. */
export function startFullNode(
  rules: ReferenceRules,
  enis: number,
  random: () => number,
): ReferenceNode {
  const node = startNode({ ...rules, free: Infinity }, random)
  node.enis = node.enis.filter((eni) => eni.primary || eni.trunk)
  while (node.enis.length < enis) {
    node.enis.push({ primary: false, trunk: false, attachedAt: 0, slots: [] })
  }
  for (const eni of podEnis(node)) {
    eni.slots = Array.from({ length: slotsPerEni(node) }, newSlot)
  }
  node.seconds = 1_000
  return node
}

/** Pods that arrive together. */
export function addPods(node: ReferenceNode, pods: number): void {
  node.waiting += pods
  placeWaiting(node)
}

/** Whom the scheduler takes away: anybody, the last that came to an ENI, or so that the rest is scattered. */
export type Victims = 'random' | 'packed' | 'scattered'

/** Pods that leave together; those without an address leave first. */
export function removePods(node: ReferenceNode, pods: number, victims: Victims): void {
  const withoutAddress = Math.min(pods, node.waiting)
  node.waiting -= withoutAddress
  for (let left = pods - withoutAddress; left > 0; left--) {
    const slot = victimSlot(node, victims)
    slot.pods--
    slot.freedAt.push(node.seconds)
  }
}

function victimSlot(node: ReferenceNode, victims: Victims): Slot {
  const used = node.enis.flatMap((eni, index) =>
    eni.slots.filter((slot) => slot.pods > 0).map((slot) => ({ slot, eni, index })),
  )
  if (victims === 'random') {
    let nth = Math.floor(node.random() * sum(used.map(({ slot }) => slot.pods)))
    for (const { slot } of used) {
      if (nth < slot.pods) return slot
      nth -= slot.pods
    }
  }
  const sorted = used.toSorted((a, b) =>
    victims === 'packed'
      ? b.index - a.index || a.slot.pods - b.slot.pods
      : podsOf(b.eni) - podsOf(a.eni) || b.slot.pods - a.slot.pods,
  )
  const first = sorted[0]
  if (first === undefined) throw new Error('no pod left to remove')
  return first.slot
}

const podsOf = (eni: Eni): number => sum(eni.slots.map((slot) => slot.pods))

/** Addresses and ENIs of the node, and the pods that wait. */
export interface ReferenceFigures {
  readonly enis: number
  readonly slots: number
  readonly held: number
  readonly pending: number
}

export function figures(node: ReferenceNode): ReferenceFigures {
  const slots = sum(node.enis.map((eni) => eni.slots.length))
  return {
    enis: node.enis.length,
    slots,
    held: node.enis.length + slots * slotSize(node),
    pending: node.waiting,
  }
}

/** What the node comes to rest at; one that does not is `flapping` and told at its largest. */
export function settle(node: ReferenceNode): ReferenceFigures & { readonly flapping: boolean } {
  const quiet = (YOUNGEST_TO_REMOVE + DECREASE_INTERVAL + COOLDOWN + 3 * TICK) / TICK
  const patience = slotLimit(node) * 2 + 60
  let calm = 0
  for (let tick = 0; tick < patience; tick++) {
    const before = node.changes
    runTick(node)
    calm = node.changes === before ? calm + 1 : 0
    if (calm >= quiet) return { ...figures(node), flapping: false }
  }
  return { ...largest(node, 2 * quiet), flapping: true }
}

function largest(node: ReferenceNode, ticks: number): ReferenceFigures {
  let most = figures(node)
  for (let tick = 0; tick < ticks; tick++) {
    runTick(node)
    const now = figures(node)
    if (now.held > most.held) most = now
  }
  return most
}

function noteChange(node: ReferenceNode): void {
  node.changes++
  node.changedAt = node.seconds
}

/** Runs the loop until growth has nothing to add, but no longer. */
export function growUntilEnough(node: ReferenceNode): void {
  for (;;) {
    const before = node.changes
    runTick(node)
    if (node.changes === before) return
  }
}

/** One turn of the loop. */
export function runTick(node: ReferenceNode): void {
  node.seconds += TICK
  attachTrunk(node)
  placeWaiting(node)
  const available = availableAddresses(node)
  if (isLow(node)) grow(node)
  else if (isHigh(node) && node.seconds - node.lastDecrease > DECREASE_INTERVAL) decrease(node)
  if (mayRemoveEni(node, available)) removeEni(node)
  placeWaiting(node)
}

// --- what the node has -------------------------------------------------------------------------

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const newSlot = (): Slot => ({ pods: 0, freedAt: [] })
const slotSize = (node: ReferenceNode): number => (node.rules.prefixes ? 16 : 1)
const slotsPerEni = (node: ReferenceNode): number => node.rules.limits.ipv4PerEni - 1
const slotLimit = (node: ReferenceNode): number => node.rules.limits.enis * slotsPerEni(node)

function leavesPrimaryOut({ rules }: ReferenceNode): boolean {
  return rules.settings.AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG || rules.primaryExcluded
}

function podEnis(node: ReferenceNode): Eni[] {
  return node.enis.filter((eni) => !eni.trunk && !(eni.primary && leavesPrimaryOut(node)))
}

function totalAddresses(node: ReferenceNode): number {
  return sum(podEnis(node).map((eni) => eni.slots.length)) * slotSize(node)
}

function assignedAddresses(node: ReferenceNode): number {
  return sum(node.enis.flatMap((eni) => eni.slots.map((slot) => slot.pods)))
}

function availableAddresses(node: ReferenceNode): number {
  return totalAddresses(node) - assignedAddresses(node)
}

function totalPrefixes(node: ReferenceNode): number {
  return sum(node.enis.map((eni) => eni.slots.length))
}

function freePrefixes(enis: readonly Eni[]): number {
  return sum(enis.map((eni) => eni.slots.filter((slot) => slot.pods === 0).length))
}

function shuffled<T>(node: ReferenceNode, items: readonly T[]): T[] {
  const left = [...items]
  const order: T[] = []
  while (left.length > 0) {
    order.push(...left.splice(Math.floor(node.random() * left.length), 1))
  }
  return order
}

// --- pods --------------------------------------------------------------------------------------

function placeWaiting(node: ReferenceNode): void {
  while (node.waiting > 0) {
    const slot = freeSlot(node)
    if (slot === undefined) return
    slot.pods++
    node.waiting--
  }
}

function freeSlot(node: ReferenceNode): Slot | undefined {
  for (const eni of shuffled(node, podEnis(node))) {
    const open = eni.slots.filter((slot) => slot.pods + cooling(node, slot) < slotSize(node))
    if (open.length > 0) return open[Math.floor(node.random() * open.length)]
  }
  return undefined
}

function cooling(node: ReferenceNode, slot: Slot): number {
  slot.freedAt = slot.freedAt.filter((freed) => node.seconds - freed <= COOLDOWN)
  return slot.freedAt.length
}

// --- growing -----------------------------------------------------------------------------------

function targetsOn({ rules }: ReferenceNode): boolean {
  return rules.settings.WARM_IP_TARGET > 0 || rules.settings.MINIMUM_IP_TARGET > 0
}

function shortAddresses(node: ReferenceNode): number {
  const { WARM_IP_TARGET, MINIMUM_IP_TARGET } = node.rules.settings
  return Math.max(
    0,
    WARM_IP_TARGET - availableAddresses(node),
    MINIMUM_IP_TARGET - totalAddresses(node),
  )
}

function isLow(node: ReferenceNode): boolean {
  const { settings, prefixes, maxPods } = node.rules
  if (totalAddresses(node) >= maxPods) return false
  if (targetsOn(node)) return shortAddresses(node) > 0
  const available = availableAddresses(node)
  const target = prefixes ? settings.WARM_PREFIX_TARGET : settings.WARM_ENI_TARGET
  const chunk = prefixes ? 16 : slotsPerEni(node)
  return available < target * chunk || (target === 0 && available === 0)
}

function slotsNeeded(node: ReferenceNode): number {
  if (!node.rules.prefixes) return targetsOn(node) ? shortAddresses(node) : slotsPerEni(node)
  if (targetsOn(node)) return Math.max(1, Math.ceil(shortAddresses(node) / 16))
  return Math.max(1, node.rules.settings.WARM_PREFIX_TARGET - freePrefixes(node.enis))
}

function grow(node: ReferenceNode): void {
  if (node.seconds < node.pausedUntil) return
  const withRoom = shuffled(node, podEnis(node)).filter(
    (eni) => eni.slots.length < slotsPerEni(node),
  )
  const [eni] = withRoom
  if (eni !== undefined) fill(node, eni)
  else if (hasRoomForEni(node)) attachEni(node)
}

function fill(node: ReferenceNode, eni: Eni): void {
  const wanted = Math.min(slotsPerEni(node) - eni.slots.length, slotsNeeded(node))
  if (take(node, wanted * slotSize(node))) addSlots(node, eni, wanted)
  else if (take(node, slotSize(node))) addSlots(node, eni, 1)
  else node.pausedUntil = node.seconds + PAUSE_AFTER_REFUSAL
}

function addSlots(node: ReferenceNode, eni: Eni, slots: number): void {
  for (let slot = 0; slot < slots; slot++) eni.slots.push(newSlot())
  noteChange(node)
}

function hasRoomForEni(node: ReferenceNode): boolean {
  return node.enis.length < eniLimit(node) - (expectsTrunk(node) ? 1 : 0)
}

function eniLimit({ rules }: ReferenceNode): number {
  const { MAX_ENI } = rules.settings
  const limit = MAX_ENI >= 1 && MAX_ENI < rules.limits.enis ? MAX_ENI : rules.limits.enis
  return limit - rules.unmanaged
}

function attachEni(node: ReferenceNode): void {
  const slots = Math.min(slotsNeeded(node), slotsPerEni(node))
  if (!take(node, 1 + slots * slotSize(node))) {
    node.pausedUntil = node.seconds + PAUSE_AFTER_REFUSAL
    return
  }
  const eni = { primary: false, trunk: false, attachedAt: node.seconds, slots: [] }
  node.enis.push(eni)
  addSlots(node, eni, slots)
}

function take(node: ReferenceNode, addresses: number): boolean {
  if (addresses > node.free) return false
  node.free -= addresses
  return true
}

function expectsTrunk(node: ReferenceNode): boolean {
  const { settings, limits } = node.rules
  return settings.ENABLE_POD_ENI && limits.branchEnis > 0 && !node.enis.some((eni) => eni.trunk)
}

function attachTrunk(node: ReferenceNode): void {
  if (!expectsTrunk(node) || node.enis.length >= eniLimit(node) || !take(node, 1)) return
  node.enis.push({ primary: false, trunk: true, attachedAt: node.seconds, slots: [] })
  noteChange(node)
}

// --- shrinking ---------------------------------------------------------------------------------

function slotsOver(node: ReferenceNode): number {
  const { settings, prefixes } = node.rules
  const { WARM_IP_TARGET, MINIMUM_IP_TARGET, WARM_PREFIX_TARGET } = settings
  if (!prefixes) {
    if (!targetsOn(node)) return 0
    const over = Math.min(
      availableAddresses(node) - WARM_IP_TARGET,
      totalAddresses(node) - MINIMUM_IP_TARGET,
    )
    return Math.max(0, over)
  }
  const free = freePrefixes(node.enis)
  if (!targetsOn(node)) return Math.max(0, free - WARM_PREFIX_TARGET)
  const forWarm = Math.ceil((assignedAddresses(node) + WARM_IP_TARGET) / 16)
  const forMinimum = Math.ceil(MINIMUM_IP_TARGET / 16)
  const total = totalPrefixes(node)
  return Math.max(0, Math.min(free, total - forWarm, total - forMinimum))
}

function isHigh(node: ReferenceNode): boolean {
  return slotsOver(node) > 0
}

function decrease(node: ReferenceNode): void {
  let over = slotsOver(node)
  for (const eni of shuffled(node, node.enis)) {
    const freeable = shuffled(
      node,
      eni.slots.filter((slot) => slot.pods === 0),
    ).slice(0, over)
    eni.slots = eni.slots.filter((slot) => !freeable.includes(slot))
    over -= freeable.length
    node.free += freeable.length * slotSize(node)
    if (freeable.length > 0) noteChange(node)
  }
  node.lastDecrease = node.seconds
}

function mayRemoveEni(node: ReferenceNode, available: number): boolean {
  if (targetsOn(node)) return true
  const { settings, prefixes } = node.rules
  const addressesPerEni = slotsPerEni(node) * slotSize(node)
  const target = prefixes ? settings.WARM_PREFIX_TARGET : settings.WARM_ENI_TARGET
  if (available >= (target + 1) * addressesPerEni) return true
  return prefixes && node.enis.some((eni) => !eni.primary && !eni.trunk && !hasPods(eni))
}

function hasPods(eni: Eni): boolean {
  return eni.slots.some((slot) => slot.pods > 0)
}

function removeEni(node: ReferenceNode): void {
  const removable = shuffled(node, node.enis).find((eni) => isRemovable(node, eni))
  if (removable === undefined) return
  node.enis = node.enis.filter((eni) => eni !== removable)
  node.free += 1 + removable.slots.length * slotSize(node)
  noteChange(node)
}

function isRemovable(node: ReferenceNode, eni: Eni): boolean {
  if (eni.primary || eni.trunk || hasPods(eni)) return false
  if (node.seconds - eni.attachedAt < YOUNGEST_TO_REMOVE) return false
  if (eni.slots.some((slot) => cooling(node, slot) > 0)) return false
  return !isRequired(node, eni)
}

/** Whether the other ENIs alone would miss a target; with prefixes, targets are rounded up to 16s. */
function isRequired(node: ReferenceNode, eni: Eni): boolean {
  const { settings, prefixes } = node.rules
  const others = podEnis(node).filter((other) => other !== eni)
  const total = sum(others.map((other) => other.slots.length)) * slotSize(node)
  const free = total - sum(others.flatMap((other) => other.slots.map((slot) => slot.pods)))
  const rounded = (target: number) => (prefixes ? Math.ceil(target / 16) * 16 : target)
  if (settings.WARM_IP_TARGET > 0 && free < rounded(settings.WARM_IP_TARGET)) return true
  if (settings.MINIMUM_IP_TARGET > 0 && total < rounded(settings.MINIMUM_IP_TARGET)) return true
  return prefixes && freePrefixes(others) < settings.WARM_PREFIX_TARGET
}
