import * as fc from 'fast-check'
import type { InstanceLimits } from '../../src/instance/limits.ts'
import { nodeGroup } from '../../src/scenario/group.ts'
import type { NodeGroup } from '../../src/scenario/scenario.ts'
import type { Settings } from '../../src/scenario/settings.ts'

/** Small types, so that every boundary is met often: limits of ENIs, of addresses and of max-pods. */
const smallLimits: fc.Arbitrary<InstanceLimits> = fc.record({
  enis: fc.integer({ min: 1, max: 5 }),
  ipv4PerEni: fc.constantFrom(2, 3, 4, 6, 10, 15),
  hypervisor: fc.constantFrom('nitro', 'nitro', 'nitro', 'xen'),
  bareMetal: fc.constant(false),
  cards: fc.constantFrom([1], [1, 2]),
  vcpus: fc.constantFrom(null, 4, 48),
  branchEnis: fc.constantFrom(0, 0, 5),
})

const rarely = fc.constantFrom(true, false, false, false, false)

const anySettings: fc.Arbitrary<Settings> = fc.record({
  WARM_ENI_TARGET: fc.constantFrom(0, 1, 1, 2, 3),
  WARM_IP_TARGET: fc.constantFrom(0, 0, 0, 1, 2, 5, 7, 16, 20),
  MINIMUM_IP_TARGET: fc.constantFrom(0, 0, 0, 3, 10, 20, 40),
  WARM_PREFIX_TARGET: fc.constantFrom(0, 1, 1, 2, 3),
  ENABLE_PREFIX_DELEGATION: fc.boolean(),
  MAX_ENI: fc.constantFrom(0, 0, 0, 1, 2, 3),
  AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: rarely,
  ENABLE_POD_ENI: rarely,
  ENABLE_MULTI_NIC: fc.constant(false),
  ENABLE_IPv6: fc.constant(false),
})

/** A single node of a small type with any settings that concern the default network card. */
export const anyNode: fc.Arbitrary<NodeGroup> = fc
  .record({
    limits: smallLimits,
    settings: anySettings,
    maxPods: fc.option(fc.integer({ min: 3, max: 60 }), { freq: 3 }),
    managedNodeGroup: rarely,
    unmanagedEnis: fc.constantFrom(0, 0, 0, 0, 1),
    primarySubnetExcluded: rarely,
  })
  .map((fields) => ({
    ...nodeGroup(null, { ...fields.limits, cards: [...fields.limits.cards] }),
    ...fields,
    limits: { ...fields.limits, cards: [...fields.limits.cards] },
  }))

/** The same group with `pods` on each node. */
export function withPods(group: NodeGroup, pods: number): NodeGroup {
  return { ...group, pods: { count: pods, per: 'node', stated: true } }
}

/** The same group with some settings changed. */
export function withSettings(group: NodeGroup, settings: Partial<Settings>): NodeGroup {
  return { ...group, settings: { ...group.settings, ...settings } }
}

/** How many random cases to run: `CASES` in the environment, else `normally`. */
export function caseCount(normally: number): number {
  return Number(process.env['CASES'] ?? normally)
}
