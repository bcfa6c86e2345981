import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from '../../src/allocation/allocate.ts'
import { allocateGroup } from '../../src/allocation/group.ts'
import type { Fit, Plan } from '../../src/allocation/plan.ts'
import { NEWEST_CNI, type AddressSpace, type NodeGroup } from '../../src/scenario/scenario.ts'
import { anyNode, caseCount, withPods, withSettings } from './case.ts'
import { nodes } from './nodes.ts'
import { figures, settle, startNode } from './reference.ts'

const NO_SPACE: AddressSpace = { subnets: [], free: null, freePrefixes: null }

interface Verdict {
  readonly what: string
  readonly groups: readonly NodeGroup[]
  readonly space: Partial<AddressSpace>
  readonly fit: Partial<Fit>
  readonly stalls: readonly (object | null)[]
}

const warm2 = { WARM_IP_TARGET: 2 }
const prefixes = { ENABLE_PREFIX_DELEGATION: true }

const VERDICTS: readonly Verdict[] = [
  {
    what: 'fits',
    groups: [nodes('t3.2xlarge', { nodes: 4, pods: 40 })],
    space: { subnets: ['10.0.0.0/25'] },
    fit: { verdict: 'fits', available: 123, leftAfterHeld: 3, leftAfterReserved: 3, pending: 0 },
    stalls: [null],
  },
  {
    what: 'fits address by address only',
    groups: [nodes('t3.2xlarge', { nodes: 10, pods: 27, per: 'node', settings: warm2 })],
    space: { subnets: ['/24', '/25'] },
    fit: {
      verdict: 'address-by-address',
      available: 374,
      leftAfterHeld: 54,
      leftAfterReserved: -76,
    },
    stalls: [null],
  },
  {
    what: 'an ENI that is there drains the subnet to the last address',
    groups: [nodes('t3.2xlarge', { pods: 12 })],
    space: { subnets: ['/28'] },
    fit: { verdict: 'does-not-fit', available: 11, leftAfterHeld: -19, pending: 2 },
    stalls: [{ held: 11, nodes: 1, pending: 2 }],
  },
  {
    what: 'a new ENI needs all of its addresses at once',
    groups: [nodes('t3.2xlarge', { pods: 16 })],
    space: { free: 29 },
    fit: { verdict: 'does-not-fit', available: 29, pending: 2 },
    stalls: [{ held: 15, nodes: 1, pending: 2 }],
  },
  {
    what: 'what one node leaves, the next can take',
    groups: [nodes('t3.2xlarge', { nodes: 4, pods: 10, per: 'node' })],
    space: { free: 60 + 29 },
    fit: { verdict: 'does-not-fit', leftAfterHeld: -31, pending: 0 },
    stalls: [{ held: 89, nodes: 2, pending: 0 }],
  },
  {
    what: 'nodes that find nothing do not start',
    groups: [nodes('t3.2xlarge', { nodes: 5, pods: 10, per: 'node' })],
    space: { free: 60 + 12 },
    fit: { verdict: 'does-not-fit', pending: 20 },
    stalls: [{ held: 72, nodes: 3, pending: 20 }],
  },
  {
    what: 'prefixes need whole blocks',
    groups: [nodes('m5.large', { nodes: 4, pods: 10, per: 'node', settings: prefixes })],
    space: { free: 500, freePrefixes: 5 },
    fit: { verdict: 'does-not-fit', leftAfterHeld: 368, leftPrefixes: -3, pending: 10 },
    stalls: [{ held: 2 * 33 + 17 + 1, nodes: 2, pending: 10 }],
  },
  {
    what: 'prefixes where nobody knows how the free addresses lie',
    groups: [nodes('m5.large', { pods: 10, settings: prefixes })],
    space: { free: 500 },
    fit: { verdict: 'fits', leftPrefixes: null },
    stalls: [null],
  },
  {
    what: 'a new ENI with prefixes needs its block too',
    groups: [nodes('t3.small', { pods: 40, settings: prefixes })],
    space: { free: 64, freePrefixes: 3 },
    fit: { verdict: 'does-not-fit', leftPrefixes: -1, pending: 0 },
    stalls: [{ held: 49, nodes: 1, pending: 0 }],
  },
  {
    what: 'the groups take in their order',
    groups: [nodes('t3.2xlarge', { pods: 10 }), nodes('t3.2xlarge', { pods: 10 })],
    space: { free: 35 },
    fit: { verdict: 'does-not-fit', leftAfterHeld: -25, pending: 6 },
    stalls: [null, { held: 5, nodes: 1, pending: 6 }],
  },
  {
    what: 'the groups take blocks in their order',
    groups: [
      nodes('m5.large', { nodes: 40, pods: 1, per: 'node', settings: prefixes }),
      nodes('m5.large', { pods: 10, settings: prefixes }),
    ],
    space: { subnets: ['/22'] },
    fit: { verdict: 'does-not-fit', leftPrefixes: -20, pending: 19 },
    stalls: [
      { nodes: 10, pending: 9 },
      { held: 1, nodes: 1, pending: 10 },
    ],
  },
  {
    what: 'IPv6 nodes take one address each, branch pods one more',
    groups: [
      nodes('m5.large', {
        nodes: 3,
        pods: 4,
        per: 'node',
        branchPods: 2,
        settings: { ENABLE_IPv6: true, ENABLE_POD_ENI: true },
      }),
    ],
    space: { free: 7 },
    fit: { verdict: 'does-not-fit', leftAfterHeld: -5, pending: 5 },
    stalls: [{ held: 7, nodes: 2, pending: 5 }],
  },
  {
    what: 'with custom networking a node needs an ENI of its own for pods',
    groups: [
      nodes('m5.large', { pods: 4, settings: { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: true } }),
    ],
    space: { free: 10 },
    fit: { verdict: 'does-not-fit', leftAfterHeld: -11, pending: 4 },
    stalls: [{ held: 1, nodes: 1, pending: 4 }],
  },
  {
    what: 'an empty space lets no node start',
    groups: [nodes('m5.large', { nodes: 2, pods: 4 })],
    space: { free: 0 },
    fit: { verdict: 'does-not-fit', available: 0, leftAfterHeld: -40, pending: 4 },
    stalls: [{ held: 0, nodes: 2, pending: 4 }],
  },
]

describe('an address space', () => {
  it.each(VERDICTS)('$what', ({ groups, space, fit, stalls }) => {
    const plan = planned(groups, space)
    expect(plan.fit).toMatchObject(fit)
    expect(plan.groups.map((group) => group.stall)).toMatchObject(stalls)
    const told = plan.groups.map((group) =>
      group.reasons.some((reason) => reason.code === 'subnet-short'),
    )
    expect(told).toEqual(stalls.map((stall) => stall !== null))
  })

  it('that is not named gets no verdict', () => {
    const groups = [nodes('m5.large')]
    expect(allocate({ v: 1, cni: NEWEST_CNI, groups, space: null }).fit).toBeNull()
  })

  it('costs the same for many nodes as for few', () => {
    const groups = [nodes('m5.large', { nodes: 100_000, pods: 100_000 })]
    const plan = planned(groups, { free: 1_000_000 })
    expect(plan.groups[0]?.stall).toEqual({ held: 1_000_000, nodes: 50_000, pending: 50_000 })
  })

  it('does not fit exactly where some group stalls', () => {
    fc.assert(
      fc.property(
        fc.array(anyNode, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 60 }),
        fc.record({
          free: fc.integer({ min: 0, max: 400 }),
          freePrefixes: fc.option(fc.integer({ min: 0, max: 20 })),
        }),
        (any, count, pods, space) => {
          const groups = any.map((node) => ({ ...withPods(node, pods), nodes: count }))
          const plan = planned(groups, space)
          const stalls = plan.groups.some((group) => group.stall !== null)
          expect(plan.fit?.verdict === 'does-not-fit').toBe(stalls)
        },
      ),
      { numRuns: caseCount(1_000) },
    )
  })

  it('stalls where the reference does, all pods of the node being there from the start', () => {
    fc.assert(
      fc.property(
        anyNode,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 120 }),
        (any, pods, free) => {
          const node = withPods(
            withSettings(any, { WARM_PREFIX_TARGET: 1, WARM_ENI_TARGET: 1 }),
            pods,
          )
          const group = { ...node, maxPods: 200, managedNodeGroup: false, hostNetworkPods: 0 }
          const space = { ...NO_SPACE, free }
          const plan = allocateGroup(group, NEWEST_CNI, space)
          if (!plan.nodeReady || plan.stall === null) return
          expect(plan.stall).toEqual({
            nodes: 1,
            ...referenceStall(group, pods, free, plan.pending),
          })
        },
      ),
      { numRuns: caseCount(2_000) },
    )
  })
})

function referenceStall(group: NodeGroup, pods: number, free: number, otherwise: number) {
  const node = startNode(
    {
      limits: group.limits,
      settings: group.settings,
      prefixes: group.settings.ENABLE_PREFIX_DELEGATION && group.limits.hypervisor === 'nitro',
      maxPods: group.maxPods ?? 0,
      unmanaged: group.unmanagedEnis,
      primaryExcluded: group.primarySubnetExcluded,
      free,
    },
    () => 0,
    pods,
  )
  settle(node)
  const { held, pending } = figures(node)
  return { held, pending: pending - otherwise }
}

function planned(groups: readonly NodeGroup[], space: Partial<AddressSpace>): Plan {
  return allocate({ v: 1, cni: NEWEST_CNI, groups: [...groups], space: { ...NO_SPACE, ...space } })
}
