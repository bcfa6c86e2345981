import * as fc from 'fast-check'
import { allocate } from '../../src/allocation/allocate.ts'
import type { Answered } from '../../src/diff/diff.ts'
import { findInstance } from '../../src/instance/instance.ts'
import { NEWEST_CNI, type NodeGroup, type Scenario } from '../../src/scenario/scenario.ts'
import { anyNode } from '../allocation/case.ts'

/** A few types, so that two scenarios often share one; `null`: limits given by hand. */
const anyType = fc.constantFrom('m5.large', 'm5.xlarge', 'c5.large', 't3.2xlarge', null)

export const anyGroup: fc.Arbitrary<NodeGroup> = fc
  .record({
    node: anyNode,
    instanceType: anyType,
    nodes: fc.integer({ min: 1, max: 5 }),
    pods: fc.record({
      count: fc.integer({ min: 0, max: 90 }),
      per: fc.constantFrom('group', 'node'),
      stated: fc.boolean(),
    }),
    daemonsetPods: fc.integer({ min: 0, max: 3 }),
    branchPods: fc.constantFrom(0, 0, 3),
    attachedEnis: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 1 }),
  })
  .map(({ node, instanceType, ...inputs }) => {
    const limits = instanceType === null ? undefined : findInstance(instanceType)
    const known = limits && { instanceType, limits: { ...limits, cards: [...limits.cards] } }
    return { ...node, ...known, ...inputs }
  })

const anySpace = fc.option(
  fc.record({
    subnets: fc.subarray(['/24', '10.0.0.0/22', '/28']),
    free: fc.option(fc.integer({ min: 0, max: 300 })),
    freePrefixes: fc.constantFrom(null, null, 4),
  }),
)

export const anyScenario: fc.Arbitrary<Scenario> = fc.record({
  v: fc.constant(1 as const),
  cni: fc.constantFrom(NEWEST_CNI, NEWEST_CNI, '1.4', '1.8', '1.17.0'),
  groups: fc.array(anyGroup, { minLength: 1, maxLength: 4 }),
  space: anySpace,
})

/** Two scenarios, most of whose groups are the same or differ in a few inputs. */
export const anyPair: fc.Arbitrary<readonly [Scenario, Scenario]> = fc
  .tuple(anyScenario, anyScenario, fc.array(fc.nat(4), { maxLength: 4 }))
  .map(([before, other, made]) => [
    before,
    {
      ...other,
      groups: [
        ...made.flatMap((way, at) => changes()[way]?.(before, other, at) ?? []),
        ...other.groups.slice(0, 1),
      ],
    },
  ])

type Change = (before: Scenario, other: Scenario, at: number) => NodeGroup

function changes(): readonly Change[] {
  const from = ({ groups }: Scenario, at: number) => {
    const group = groups[at % groups.length]
    if (!group) throw new Error('a scenario has a group')
    return group
  }
  return [
    (before, _, at) => from(before, at),
    (before, other, at) => ({ ...from(before, at), nodes: from(other, at).nodes }),
    (before, other, at) => ({ ...from(before, at), settings: from(other, at).settings }),
    (before, other, at) => {
      const { instanceType, limits } = from(other, at)
      return { ...from(before, at), instanceType, limits }
    },
    (before, other, at) => ({
      ...from(other, at),
      instanceType: from(before, at).instanceType,
      limits: from(before, at).limits,
    }),
  ]
}

/** A scenario with its answer by today's rules. */
export function answered(scenario: Scenario): Answered {
  return { scenario, plan: allocate(scenario) }
}
