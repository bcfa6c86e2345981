import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capacityOf, type Capacity } from '../../src/allocation/capacity.ts'
import { cniRules } from '../../src/allocation/cni.ts'
import { attachedState, freshState, nextState } from '../../src/allocation/pool-state.ts'
import { settleSeconds } from '../../src/allocation/settle-seconds.ts'
import { NEWEST_CNI, type NodeGroup } from '../../src/scenario/scenario.ts'
import type { Settings } from '../../src/scenario/settings.ts'
import { anyNode, caseCount } from './case.ts'
import { nodes } from './nodes.ts'
import {
  addPods,
  growUntilEnough,
  removePods,
  runTick,
  settle,
  startFullNode,
  startNode,
  type ReferenceNode,
  type ReferenceRules,
  type Victims,
} from './reference.ts'

/** One node's life: how many pods it has, one state after the other, and how they come and go. */
interface Life {
  readonly group: NodeGroup
  /** Parts of the pods that the node could run. */
  readonly loads: readonly number[]
  readonly victims: Victims
  /** Pods that come or go together; `Infinity` for all at once. */
  readonly together: number
  readonly seed: number
  /** ENIs that are attached already; 0 for a fresh node. */
  readonly attached: number
}

const anyLife: fc.Arbitrary<Life> = fc.record({
  group: anyNode,
  loads: fc.array(fc.double({ min: 0, max: 1.1, noNaN: true }), { minLength: 1, maxLength: 3 }),
  victims: fc.constantFrom('random', 'packed', 'scattered'),
  together: fc.constantFrom(1, 5, Infinity, Infinity),
  seed: fc.integer(),
  attached: fc.constantFrom(0, 0, 0, 1, 2, 3),
})

describe('the engine', () => {
  it('agrees with the reference on every node, or has its figures inside a range', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        expect(disagreements(life)).toEqual([])
      }),
      { numRuns: caseCount(5_000) },
    )
  }, 3_600_000)

  it('tells seconds within which the reference settles, all pods coming or leaving at once', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        expect(overtime({ ...life, together: Infinity })).toBeLessThanOrEqual(0)
      }),
      { numRuns: caseCount(1_000) },
    )
  }, 3_600_000)
})

/** Seconds that the reference takes from the first to the last load, above those that the engine tells. */
function overtime(life: Life): number {
  const capacity = capacityOf(life.group, cniRules(NEWEST_CNI))
  if (capacity.neverReady !== null) return 0
  const { pool } = capacity
  const counts = podCounts(capacity, life.loads)
  const [before = 0, after = 0] = [counts[0], counts.at(-1)]
  const from = freshState(pool, before)
  const to = nextState(pool, from, after)
  if (from.range.flapping || to.range.flapping) return 0
  const node = startNode(rulesOf(capacity, life.group), randomFrom(life.seed))
  addPods(node, before)
  settle(node)
  const start = node.seconds
  if (after > before) addPods(node, after - before)
  else removePods(node, before - after, life.victims)
  settle(node)
  return node.changedAt - start - settleSeconds(pool, from.range, to.range, after)
}

interface Range {
  readonly what: string
  readonly type: string
  readonly settings: Partial<Settings>
  /** The pods of the node, one state after the other. */
  readonly pods: readonly number[]
}

const RANGES: readonly Range[] = [
  { what: 'whole ENIs', type: 't3.2xlarge', settings: {}, pods: [40, 10] },
  { what: 'WARM_IP_TARGET', type: 't3.xlarge', settings: { WARM_IP_TARGET: 2 }, pods: [40, 10] },
  {
    what: 'both address targets',
    type: 'm5.large',
    settings: { WARM_IP_TARGET: 1, MINIMUM_IP_TARGET: 5 },
    pods: [25, 3],
  },
  {
    what: 'prefixes',
    type: 't3.medium',
    settings: { ENABLE_PREFIX_DELEGATION: true },
    pods: [100, 20],
  },
  {
    what: 'WARM_PREFIX_TARGET=2, growing',
    type: 'm5.large',
    settings: { ENABLE_PREFIX_DELEGATION: true, WARM_PREFIX_TARGET: 2 },
    pods: [17],
  },
  {
    what: 'prefixes with address targets',
    type: 't3.small',
    settings: { ENABLE_PREFIX_DELEGATION: true, WARM_IP_TARGET: 7, MINIMUM_IP_TARGET: 20 },
    pods: [58, 38],
  },
]

describe('a range', () => {
  it.each(RANGES)('has two ends that both happen: $what', ({ type, settings, pods }) => {
    const group = nodes(type, { settings })
    const capacity = capacityOf(group, cniRules(NEWEST_CNI))
    const [first = 0, ...later] = pods
    const state = later.reduce(
      (before, count) => nextState(capacity.pool, before, count),
      freshState(capacity.pool, first),
    )
    const { flapping: _, ...range } = state.range
    expect(reached(capacity, group, pods)).toEqual(range)
  })
})

const VICTIMS: readonly Victims[] = ['random', 'packed', 'scattered']

/** The least and the most that the reference comes to in many lives. */
function reached(capacity: Capacity, group: NodeGroup, pods: readonly number[]) {
  const ends = Array.from({ length: 240 }, (_, seed) => {
    const life = {
      group,
      loads: [],
      victims: VICTIMS[seed % 3] ?? 'random',
      together: [1, 7, Infinity][Math.floor(seed / 3) % 3] ?? 1,
      seed,
      attached: 0,
    }
    const node = startNode(rulesOf(capacity, group), randomFrom(seed))
    return pods.reduce((_, count, index) => {
      changePods(node, count - (pods[index - 1] ?? 0), life, false)
      return settle(node)
    }, settle(node))
  })
  const slots = ends.map((end) => end.slots)
  const enis = ends.map((end) => end.enis - capacity.otherEnis)
  return {
    minSlots: Math.min(...slots),
    maxSlots: Math.max(...slots),
    minEnis: Math.min(...enis),
    maxEnis: Math.max(...enis),
  }
}

/** Every figure of a life that the reference has outside the engine's range. */
function disagreements(life: Life): readonly string[] {
  const capacity = capacityOf(life.group, cniRules(NEWEST_CNI))
  if (capacity.neverReady !== null) return []
  const { pool, otherEnis } = capacity
  const random = randomFrom(life.seed)
  const rules = rulesOf(capacity, life.group)
  const attached = pool.podEnis === 0 ? 0 : Math.min(life.attached, pool.podEnis)
  const node =
    attached === 0 ? startNode(rules, random) : startFullNode(rules, attached + otherEnis, random)
  let state = attached === 0 ? null : attachedState(pool, attached)
  let before = 0
  return podCounts(capacity, life.loads).flatMap((pods, index) => {
    const isFirst = index === 0
    changePods(node, pods - before, life, isFirst && attached > 0)
    before = pods
    const reference = settle(node)
    state = state === null ? freshState(pool, pods) : nextState(pool, state, pods)
    const { range } = state
    return [
      ...outside('slots', reference.slots, range.minSlots, range.maxSlots),
      ...outside('ENIs', reference.enis - otherEnis, range.minEnis, range.maxEnis),
      ...(isFirst && attached === 0 && reference.flapping !== range.flapping ? ['flapping'] : []),
    ]
  })
}

function outside(what: string, figure: number, min: number, max: number): readonly string[] {
  return figure >= min && figure <= max ? [] : [`${figure} ${what}, not ${min} to ${max}`]
}

/** Pods come in lots, each once growth is done; on a node with ENIs attached they are there at once. */
function changePods(node: ReferenceNode, change: number, life: Life, atOnce: boolean): void {
  const lot = atOnce ? Infinity : life.together
  for (let left = Math.abs(change); left > 0; left -= lot) {
    const pods = Math.min(lot, left)
    if (change > 0) {
      addPods(node, pods)
      growUntilEnough(node)
    } else {
      removePods(node, pods, life.victims)
      if (left > lot) runTick(node)
    }
  }
}

function podCounts(capacity: Capacity, loads: readonly number[]): readonly number[] {
  const { pool, podLimit } = capacity
  const most = Math.min(podLimit, 200, Math.max(1, pool.podEnis * pool.slotsPerEni * pool.perSlot))
  return loads.map((load) => Math.min(podLimit, Math.round(load * most)))
}

function rulesOf(capacity: Capacity, group: NodeGroup): ReferenceRules {
  return {
    limits: group.limits,
    settings: group.settings,
    prefixes: group.settings.ENABLE_PREFIX_DELEGATION && group.limits.hypervisor === 'nitro',
    maxPods: capacity.maxPods,
    unmanaged: group.unmanagedEnis,
    primaryExcluded: group.primarySubnetExcluded,
    free: Infinity,
  }
}

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
