import { describe, expect, it } from 'vitest'
import { allocateGroup } from '../../src/allocation/group.ts'
import type { SequenceStep } from '../../src/allocation/plan.ts'
import { NEWEST_CNI } from '../../src/scenario/scenario.ts'
import { nodes } from './nodes.ts'

interface Sequence {
  readonly what: string
  readonly type: string
  readonly group: Parameters<typeof nodes>[1]
  readonly held: readonly (readonly [number, number])[]
  readonly enis: readonly (readonly [number, number])[]
  readonly seconds: readonly number[]
  readonly flapping?: readonly boolean[]
}

const prefixes = { ENABLE_PREFIX_DELEGATION: true }

const SEQUENCES: readonly Sequence[] = [
  {
    what: 'whole ENIs go only where no pod is left on them',
    type: 't3.2xlarge',
    group: { podsSequence: [10, 40, 10, 0] },
    held: [
      [30, 30],
      [60, 60],
      [30, 60],
      [15, 15],
    ],
    enis: [
      [2, 2],
      [4, 4],
      [2, 4],
      [1, 1],
    ],
    seconds: [5, 10, 65, 70],
  },
  {
    what: 'the newest ENI has no pod yet, so it goes for certain',
    type: 't3.2xlarge',
    group: { podsSequence: [15, 10] },
    held: [
      [45, 45],
      [30, 30],
    ],
    enis: [
      [3, 3],
      [2, 2],
    ],
    seconds: [10, 60],
  },
  {
    what: 'with WARM_IP_TARGET the addresses are exact, and an ENI may stay',
    type: 't3.2xlarge',
    group: { podsSequence: [40, 10], settings: { WARM_IP_TARGET: 2 } },
    held: [
      [45, 45],
      [13, 15],
    ],
    enis: [
      [3, 3],
      [1, 3],
    ],
    seconds: [100, 65],
  },
  {
    what: 'prefixes stay while a single pod is in them',
    type: 'm5.large',
    group: { podsSequence: [100, 20], settings: prefixes },
    held: [
      [129, 129],
      [49, 129],
    ],
    enis: [
      [1, 1],
      [1, 1],
    ],
    seconds: [35, 35],
  },
  {
    what: 'prefixes with address targets keep an ENI without any',
    type: 't3.small',
    group: {
      podsSequence: [58, 38],
      settings: { ...prefixes, WARM_IP_TARGET: 7, MINIMUM_IP_TARGET: 20 },
    },
    held: [
      [82, 82],
      [50, 66],
    ],
    enis: [
      [2, 2],
      [2, 2],
    ],
    seconds: [15, 35],
  },
  {
    what: 'WARM_ENI_TARGET=0 flaps at exact fills',
    type: 't3.2xlarge',
    group: { podsSequence: [14, 20, 0], settings: { WARM_ENI_TARGET: 0 } },
    held: [
      [30, 30],
      [30, 30],
      [15, 15],
    ],
    enis: [
      [2, 2],
      [2, 2],
      [1, 1],
    ],
    seconds: [65, 0, 60],
    flapping: [true, false, false],
  },
  {
    what: 'WARM_PREFIX_TARGET=0 flaps at multiples of 16',
    type: 'm5.large',
    group: { podsSequence: [32], settings: { ...prefixes, WARM_PREFIX_TARGET: 0 } },
    held: [[49, 49]],
    enis: [[1, 1]],
    seconds: [35],
    flapping: [true],
  },
  {
    what: 'from ENIs attached already',
    type: 't3.2xlarge',
    group: { podsSequence: [10, 40], attachedEnis: 4 },
    held: [
      [30, 60],
      [60, 60],
    ],
    enis: [
      [2, 4],
      [4, 4],
    ],
    seconds: [65, 10],
  },
  {
    what: 'nodes with a pod more and a pod less follow paths of their own',
    type: 't3.2xlarge',
    group: { nodes: 3, pods: 0, podsSequence: [43, 44] },
    held: [
      [105, 105],
      [120, 120],
    ],
    enis: [
      [7, 7],
      [8, 8],
    ],
    seconds: [10, 5],
  },
  {
    what: 'pods per node, with daemonset pods',
    type: 't3.2xlarge',
    group: { nodes: 2, pods: 1, per: 'node', daemonsetPods: 4, podsSequence: [10, 11] },
    held: [
      [60, 60],
      [90, 90],
    ],
    enis: [
      [4, 4],
      [6, 6],
    ],
    seconds: [5, 5],
  },
  {
    what: 'IPv6 has nothing to settle',
    type: 'm5.large',
    group: { podsSequence: [5, 50], settings: { ENABLE_IPv6: true } },
    held: [
      [1, 1],
      [1, 1],
    ],
    enis: [
      [1, 1],
      [1, 1],
    ],
    seconds: [0, 0],
  },
  {
    what: 'a node without an ENI for pods stays as it is',
    type: 'm5.large',
    group: { podsSequence: [5], primarySubnetExcluded: true, settings: { MAX_ENI: 1 } },
    held: [[1, 1]],
    enis: [[1, 1]],
    seconds: [0],
  },
  {
    what: 'CNI 1.4 gives ENIs back, but no addresses',
    type: 't3.2xlarge',
    group: { podsSequence: [40, 5], settings: { WARM_IP_TARGET: 2 } },
    held: [
      [45, 45],
      [15, 45],
    ],
    enis: [
      [3, 3],
      [1, 3],
    ],
    seconds: [10, 65],
  },
]

describe('pod counts over time', () => {
  it.each(SEQUENCES)('$what', ({ what, type, group, ...expected }) => {
    const cni = what.startsWith('CNI 1.4') ? '1.4' : NEWEST_CNI
    const { steps } = allocateGroup(nodes(type, group), cni, null)
    expect(figuresOf(steps)).toEqual({
      held: expected.held,
      enis: expected.enis,
      seconds: expected.seconds,
      flapping: expected.flapping ?? steps.map(() => false),
    })
  })

  it('tell the pods as they were given, and those that wait', () => {
    const group = nodes('t3.2xlarge', { nodes: 2, pods: 0, podsSequence: [0, 130] })
    const { steps } = allocateGroup(group, NEWEST_CNI, null)
    expect(steps.map(({ pods, pending }) => ({ pods, pending }))).toEqual([
      { pods: 0, pending: 0 },
      { pods: 130, pending: 18 },
    ])
  })
})

function figuresOf(steps: readonly SequenceStep[]) {
  return {
    held: steps.map(({ held }) => [held.min, held.max]),
    enis: steps.map(({ enis }) => [enis.min, enis.max]),
    seconds: steps.map((step) => step.settleSeconds),
    flapping: steps.map((step) => step.flapping),
  }
}
