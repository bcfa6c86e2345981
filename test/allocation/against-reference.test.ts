import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capacityOf, type Capacity } from '../../src/allocation/capacity.ts'
import { cniRules } from '../../src/allocation/cni.ts'
import { attachedState, freshState, nextState } from '../../src/allocation/pool-state.ts'
import { NEWEST_CNI, type NodeGroup } from '../../src/scenario/scenario.ts'
import { anyNode, caseCount } from './case.ts'
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
})

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
