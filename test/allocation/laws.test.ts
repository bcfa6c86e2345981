import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxOf, minOf } from '../../src/allocation/amount.ts'
import { allocate } from '../../src/allocation/allocate.ts'
import { allocateGroup } from '../../src/allocation/group.ts'
import type { GroupPlan, Totals } from '../../src/allocation/plan.ts'
import type { ReasonCode } from '../../src/allocation/reason.ts'
import { NEWEST_CNI, type NodeGroup } from '../../src/scenario/scenario.ts'
import { anyNode, caseCount, withPods, withSettings } from './case.ts'

const runs = { numRuns: caseCount(1_000) }
const podCount = fc.integer({ min: 0, max: 250 })

/** A group of several nodes with daemonset, host-network and branch pods, extra cards and IPv6. */
const anyGroup: fc.Arbitrary<NodeGroup> = fc
  .record({
    node: anyNode,
    nodes: fc.integer({ min: 1, max: 7 }),
    pods: podCount,
    per: fc.constantFrom('group', 'node'),
    daemonsetPods: fc.integer({ min: 0, max: 4 }),
    hostNetworkPods: fc.integer({ min: 0, max: 4 }),
    branchPods: fc.constantFrom(0, 0, 3, 9),
    attachedEnis: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 1 }),
    multiNic: fc.boolean(),
    ipv6: fc.constantFrom(true, false, false, false),
  })
  .map(({ node, pods, per, multiNic, ipv6, ...fields }) => ({
    ...withSettings(node, { ENABLE_MULTI_NIC: multiNic, ENABLE_IPv6: ipv6 }),
    ...fields,
    pods: { count: pods, per, stated: true },
  }))

const anyCni = fc.constantFrom(NEWEST_CNI, NEWEST_CNI, '1.4', '1.8', '1.9', '1.17.0', '1.20.4')

describe('the parts', () => {
  it('add up to what is held, on every node, group and scenario', () => {
    fc.assert(
      fc.property(fc.array(anyGroup, { minLength: 1, maxLength: 3 }), anyCni, (groups, cni) => {
        const plan = allocate({ v: 1, cni, groups, space: null })
        const totals = [plan, ...plan.groups, ...plan.groups.flatMap((group) => group.nodes)]
        for (const part of totals) expect(partsOf(part)).toBe(maxOf(part.held))
        for (const group of plan.groups) expect(sumOfNodes(group)).toBe(maxOf(group.held))
      }),
      runs,
    )
  })

  it('count every pod once: served, on a branch ENI, or waiting', () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        if (group.settings.ENABLE_IPv6) return
        for (const node of planned(group).nodes) {
          expect(node.used + node.branch + node.pending).toBe(node.pods)
        }
      }),
      runs,
    )
  })

  it('lie on the ENIs one by one', () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        for (const node of planned(group).nodes) {
          expect(node.perEni).toHaveLength(maxOf(node.enis))
          const slots = node.perEni.reduce((sum, onEni) => sum + onEni, 0)
          expect(slots).toBe(node.secondary + node.prefixes)
        }
      }),
      runs,
    )
  })
})

describe('held', () => {
  it('is at most reserved with secondary addresses, and the same where only WARM_ENI_TARGET rules', () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        const secondary = withSettings(group, {
          ENABLE_PREFIX_DELEGATION: false,
          ENABLE_MULTI_NIC: false,
        })
        const plan = planned(secondary)
        expect(maxOf(plan.held)).toBeLessThanOrEqual(plan.reserved)
        const { settings } = group
        const targets = settings.WARM_IP_TARGET > 0 || settings.MINIMUM_IP_TARGET > 0
        expect(targets || maxOf(plan.held) === plan.reserved).toBe(true)
      }),
      runs,
    )
  })

  it('never falls with a pod more on a fresh node', () => {
    fc.assert(
      fc.property(anyNode, podCount, (group, pods) => {
        expectNotLess(withPods(group, pods + 1), withPods(group, pods))
      }),
      runs,
    )
  })

  it.each([
    'WARM_ENI_TARGET',
    'WARM_IP_TARGET',
    'MINIMUM_IP_TARGET',
    'WARM_PREFIX_TARGET',
  ] as const)('never falls with a larger %s, its pods coming one by one', (target) => {
    fc.assert(
      fc.property(anyNode, podCount, fc.integer({ min: 1, max: 30 }), (node, pods, value) => {
        const group = withPods(node, pods)
        const less = planned(withSettings(group, { [target]: value }))
        const more = planned(withSettings(group, { [target]: value + 1 }))
        expect(minOf(more.held)).toBeGreaterThanOrEqual(minOf(less.held))
      }),
      runs,
    )
  })

  it('never rises with MAX_ENI', () => {
    fc.assert(
      fc.property(anyNode, podCount, fc.integer({ min: 1, max: 5 }), (node, pods, most) => {
        const group = withPods(withSettings(node, { MAX_ENI: 0 }), pods)
        expectNotLess(group, withSettings(group, { MAX_ENI: most }))
      }),
      runs,
    )
  })
})

const REASONS_TO_WAIT: readonly ReasonCode[] = [
  'never-ready',
  'pods-above-max-pods',
  'pods-above-eni-limit',
  'minimum-target-stuck',
  'no-branch-eni',
]

describe('pods', () => {
  it('wait only for a reason that is told', () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        const plan = planned(group)
        const told = plan.reasons.some((reason) => REASONS_TO_WAIT.includes(reason.code))
        expect(told || plan.pending === 0).toBe(true)
      }),
      runs,
    )
  })

  it('come to the next step exactly where it is told, where growth is determined', () => {
    fc.assert(
      fc.property(anyNode, podCount, (any, pods) => {
        const warmPrefixes = Math.min(1, any.settings.WARM_PREFIX_TARGET)
        const determined = withSettings(any, { WARM_PREFIX_TARGET: warmPrefixes })
        const node = { ...determined, maxPods: null, managedNodeGroup: false }
        const { up, down } = planned(withPods(node, pods)).next
        const steps = [up, down].filter((step) => step !== null)
        const found = steps.map((step) => changeTo(node, pods, step.pods))
        expect(found).toEqual(steps.map(({ enis, held, reserved }) => ({ enis, held, reserved })))
        const justBelow = up === null ? pods : up.pods - 1
        expect(enisAndPrefixes(node, justBelow)).toEqual(enisAndPrefixes(node, pods))
      }),
      runs,
    )
  })
})

function planned(group: NodeGroup): GroupPlan {
  return allocateGroup(group, NEWEST_CNI, null)
}

function partsOf({ used, warm, primaries, branch }: Totals): number {
  return used + warm + primaries + branch
}

function sumOfNodes({ nodes }: GroupPlan): number {
  return nodes.reduce((sum, node) => sum + maxOf(node.held) * node.count, 0)
}

function expectNotLess(more: NodeGroup, less: NodeGroup): void {
  const [moreHeld, lessHeld] = [planned(more).held, planned(less).held]
  expect(maxOf(moreHeld)).toBeGreaterThanOrEqual(maxOf(lessHeld))
  expect(minOf(moreHeld)).toBeGreaterThanOrEqual(minOf(lessHeld))
}

function changeTo(node: NodeGroup, from: number, to: number) {
  const [before, after] = [planned(withPods(node, from)), planned(withPods(node, to))]
  return {
    enis: maxOf(after.enis) - maxOf(before.enis),
    held: maxOf(after.held) - maxOf(before.held),
    reserved: after.reserved - before.reserved,
  }
}

function enisAndPrefixes(node: NodeGroup, pods: number) {
  const plan = planned(withPods(node, pods))
  return { enis: maxOf(plan.enis), prefixes: plan.nodes[0]?.prefixes }
}
