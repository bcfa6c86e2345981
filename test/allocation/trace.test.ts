import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minOf } from '../../src/allocation/amount.ts'
import { capacityOf } from '../../src/allocation/capacity.ts'
import { cniRules } from '../../src/allocation/cni.ts'
import { allocateGroup } from '../../src/allocation/group.ts'
import { traceGroup } from '../../src/allocation/trace.ts'
import { NEWEST_CNI } from '../../src/scenario/scenario.ts'
import { traceText as traceTextInEnglish } from '../../src/words/en/trace.ts'
import { traceText as traceTextInFrench } from '../../src/words/fr/trace.ts'
import { anyNode, caseCount, withPods } from './case.ts'
import { nodes } from './nodes.ts'

type Described = Parameters<typeof nodes>[1]

const prefixes = { ENABLE_PREFIX_DELEGATION: true }
const custom = { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: true }

const TRACES: readonly (readonly [string, string, Described, string])[] = [
  ['15 pods', 't3.2xlarge', { pods: 15 }, NEWEST_CNI],
  ['no pod', 't3.2xlarge', { pods: 0 }, NEWEST_CNI],
  ['a full node', 't3.small', { pods: 9 }, NEWEST_CNI],
  ['max-pods', 'm5.large', { pods: 8, maxPods: 10 }, NEWEST_CNI],
  ['WARM_IP_TARGET', 't3.2xlarge', { pods: 13, settings: { WARM_IP_TARGET: 4 } }, NEWEST_CNI],
  ['prefixes', 'm5.large', { pods: 17, settings: { ...prefixes, ...custom } }, NEWEST_CNI],
  ['an exact fill', 't3.2xlarge', { pods: 14, settings: { WARM_ENI_TARGET: 0 } }, NEWEST_CNI],
  [
    'no prefix',
    'm5.large',
    { pods: 0, settings: { ...prefixes, WARM_PREFIX_TARGET: 0 } },
    NEWEST_CNI,
  ],
  ['ENIs attached', 't3.2xlarge', { pods: 10, attachedEnis: 3 }, NEWEST_CNI],
  [
    'ENIs attached, WARM_IP_TARGET',
    't3.2xlarge',
    { pods: 10, attachedEnis: 2, settings: { WARM_IP_TARGET: 2 } },
    NEWEST_CNI,
  ],
  [
    'ENIs attached, an exact fill',
    't3.2xlarge',
    { pods: 14, attachedEnis: 1, settings: { WARM_ENI_TARGET: 0 } },
    NEWEST_CNI,
  ],
  [
    'ENIs attached, just enough',
    't3.2xlarge',
    { pods: 12, attachedEnis: 1, settings: { WARM_IP_TARGET: 2 } },
    NEWEST_CNI,
  ],
  ['a trunk', 'm5.large', { pods: 3, settings: { ENABLE_POD_ENI: true } }, NEWEST_CNI],
  ['further cards', 'p5.48xlarge', { pods: 3, settings: { ENABLE_MULTI_NIC: true } }, NEWEST_CNI],
  ['CNI 1.8', 't3.2xlarge', { pods: 13, settings: { WARM_IP_TARGET: 4 } }, '1.8'],
  ['never ready', 'm5.large', { settings: { ...custom, MAX_ENI: 1 } }, NEWEST_CNI],
  ['IPv6', 'm5.large', { settings: { ENABLE_IPv6: true } }, NEWEST_CNI],
]

describe('a trace', () => {
  it.each(TRACES)('of %s', (_, type, described, cni) => {
    const entries = traceGroup(nodes(type, described), cni)
    expect(entries.map(traceTextInEnglish).join('\n')).toMatchSnapshot('in English')
    expect(entries.map(traceTextInFrench).join('\n')).toMatchSnapshot('in French')
  })

  it('ends at the figures of the plan, where they are determined', () => {
    fc.assert(
      fc.property(anyNode, fc.integer({ min: 0, max: 120 }), (node, pods) => {
        const group = withPods(node, pods)
        const plan = allocateGroup(group, NEWEST_CNI, null)
        const determined = typeof plan.held === 'number' && plan.nodeReady
        const last = traceGroup(group, NEWEST_CNI).at(-1)
        const { otherEnis } = capacityOf(group, cniRules(NEWEST_CNI))
        const held = (last?.addresses ?? 0) + (last?.enis ?? 0) + otherEnis
        expect(determined ? held : minOf(plan.held)).toBe(minOf(plan.held))
      }),
      { numRuns: caseCount(1_000) },
    )
  })
})
