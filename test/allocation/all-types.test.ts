import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { maxOf } from '../../src/allocation/amount.ts'
import { allocateGroup } from '../../src/allocation/group.ts'
import { maxPodsByFormula } from '../../src/allocation/max-pods.ts'
import { traceGroup } from '../../src/allocation/trace.ts'
import { INSTANCE_TYPES } from '../../src/instance/types.generated.ts'
import type { Settings } from '../../src/scenario/settings.ts'
import { nodes } from './nodes.ts'

const MODES: readonly (readonly [string, Partial<Settings>])[] = [
  ['WARM_ENI_TARGET=0', { WARM_ENI_TARGET: 0 }],
  ['WARM_ENI_TARGET=1', {}],
  ['WARM_ENI_TARGET=3', { WARM_ENI_TARGET: 3 }],
  ['WARM_IP_TARGET', { WARM_IP_TARGET: 5 }],
  ['MINIMUM_IP_TARGET', { MINIMUM_IP_TARGET: 12 }],
  ['both address targets', { WARM_IP_TARGET: 2, MINIMUM_IP_TARGET: 20 }],
  ['WARM_PREFIX_TARGET=0', { ENABLE_PREFIX_DELEGATION: true, WARM_PREFIX_TARGET: 0 }],
  ['prefixes', { ENABLE_PREFIX_DELEGATION: true }],
  ['WARM_PREFIX_TARGET=4', { ENABLE_PREFIX_DELEGATION: true, WARM_PREFIX_TARGET: 4 }],
  ['prefixes with address targets', { ENABLE_PREFIX_DELEGATION: true, WARM_IP_TARGET: 5 }],
  ['MAX_ENI', { MAX_ENI: 2 }],
  ['custom networking', { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: true }],
  ['security groups for pods', { ENABLE_POD_ENI: true }],
  ['several network cards', { ENABLE_MULTI_NIC: true }],
  ['IPv6', { ENABLE_IPv6: true }],
]

/** The lines of misc/eni-max-pods.txt at aws/amazon-vpc-cni-k8s@b52188387f2e, sorted: their SHA-256. */
const PUBLISHED_MAX_PODS = '6d19790a2b34b707315f758cb37058110ff42ee2719a2a1e94cf60f7042823f1'

describe('every instance type', () => {
  it.each(MODES)('has an answer with %s', (_, settings) => {
    const wrong = [...INSTANCE_TYPES.keys()].filter((type) => {
      const group = nodes(type, { nodes: 3, pods: 50, settings, podsSequence: [90, 7] })
      const plan = allocateGroup(group, '1.23', {
        subnets: ['/25'],
        free: null,
        freePrefixes: null,
      })
      const sum = plan.used + plan.warm + plan.primaries + plan.branch
      return sum !== maxOf(plan.held) || traceGroup(group, '1.23').length === 0
    })
    expect(wrong).toEqual([])
  })

  it('has the max-pods that AWS publishes', () => {
    const lines = [...INSTANCE_TYPES].map(
      ([type, limits]) => `${type} ${maxPodsByFormula(limits, false, true)}`,
    )
    const hash = createHash('sha256').update(lines.toSorted().join('\n')).digest('hex')
    expect(hash).toBe(PUBLISHED_MAX_PODS)
  })
})
