import { describe, expect, it } from 'vitest'
import { allocateGroup } from '../../src/allocation/group.ts'
import type { GroupPlan } from '../../src/allocation/plan.ts'
import type { ReasonCode } from '../../src/allocation/reason.ts'
import { NEWEST_CNI } from '../../src/scenario/scenario.ts'
import type { Settings } from '../../src/scenario/settings.ts'
import { nodes } from './nodes.ts'

const custom = { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: true } satisfies Partial<Settings>
const prefixes = { ENABLE_PREFIX_DELEGATION: true } satisfies Partial<Settings>
const podEni = { ENABLE_POD_ENI: true } satisfies Partial<Settings>

interface Mode {
  readonly what: string
  readonly type: string
  readonly group: Parameters<typeof nodes>[1]
  readonly cni?: string
  readonly plan: Partial<GroupPlan>
  /** Reasons that must be told, among others. */
  readonly reasons?: readonly ReasonCode[]
}

const MODES: readonly Mode[] = [
  {
    what: 'custom networking: the primary ENI serves no pod, and the ledgers part',
    type: 'm5.large',
    group: { pods: 9, settings: custom },
    plan: {
      enis: 3,
      held: 21,
      reserved: 21,
      usable: 18,
      maxPods: 20,
      ledgers: { nodeSubnet: 1, podSubnet: 20 },
    },
    reasons: ['custom-networking'],
  },
  {
    what: 'custom networking of three nodes: one address each in their own subnet',
    type: 'm5.large',
    group: { nodes: 3, pods: 3, settings: custom },
    plan: { held: 63, ledgers: { nodeSubnet: 3, podSubnet: 60 } },
  },
  {
    what: 'custom networking with MAX_ENI=1: never ready',
    type: 'm5.large',
    group: { pods: 5, settings: { ...custom, MAX_ENI: 1 } },
    plan: { nodeReady: false, held: 1, enis: 1, pending: 5, next: { up: null, down: null } },
    reasons: ['never-ready'],
  },
  {
    what: 'custom networking with two ENIs and a trunk: never ready',
    type: 'm5.large',
    group: { pods: 5, settings: { ...custom, ...podEni, MAX_ENI: 2 } },
    plan: { nodeReady: false, held: 2, enis: 2, pending: 5 },
    reasons: ['never-ready', 'trunk-eni'],
  },
  {
    what: 'the primary subnet is excluded: the capacity of custom networking, max-pods as ever',
    type: 'm5.large',
    group: { pods: 9, primarySubnetExcluded: true },
    plan: { enis: 3, held: 21, maxPods: 29, ledgers: null },
    reasons: ['primary-subnet-excluded'],
  },
  {
    what: 'a CNI before 1.22.1 does not know the exclusion',
    type: 'm5.large',
    group: { pods: 9, primarySubnetExcluded: true },
    cni: '1.22.0',
    plan: { enis: 2, held: 20 },
  },
  {
    what: 'security groups for pods: trunk and branch ENIs',
    type: 'm5.large',
    group: { pods: 12, branchPods: 4, settings: podEni },
    plan: { enis: 3, held: 25, used: 8, branch: 4, primaries: 3, reserved: 25, pending: 0 },
    reasons: ['trunk-eni', 'branch-enis'],
  },
  {
    what: 'more branch pods than branch ENIs: the others wait',
    type: 'm5.large',
    group: { pods: 12, branchPods: 12, settings: podEni },
    plan: { branch: 9, pending: 3, used: 0 },
    reasons: ['no-branch-eni'],
  },
  {
    what: 'a type that cannot carry a trunk reserves nothing',
    type: 't3.medium',
    group: { pods: 10, settings: podEni },
    plan: { enis: 3, held: 18 },
  },
  {
    what: 'a type that cannot carry a trunk reserved an ENI before CNI 1.20.4',
    type: 't3.medium',
    group: { pods: 10, settings: podEni },
    cni: '1.20.3',
    plan: { enis: 2, held: 12 },
  },
  {
    what: 'no room for the trunk',
    type: 'm5.large',
    group: { pods: 5, settings: { ...podEni, MAX_ENI: 1 } },
    plan: { enis: 1, held: 10 },
    reasons: ['trunk-has-no-room', 'spare-eni-capped'],
  },
  {
    what: 'unmanaged ENIs take room',
    type: 'm5.large',
    group: { pods: 15, unmanagedEnis: 1 },
    plan: { enis: 2, held: 20, rules: { spareEni: 'capped', addressPerPod: true } },
    reasons: ['unmanaged-enis', 'spare-eni-capped'],
  },
  {
    what: 'only the default card of a multi-card type counts',
    type: 'p5.48xlarge',
    group: { pods: 10 },
    plan: { enis: 2, held: 100, maxPods: 100 },
  },
  {
    what: 'ENABLE_MULTI_NIC: each further card keeps an ENI and an address',
    type: 'p5.48xlarge',
    group: { pods: 10, settings: { ENABLE_MULTI_NIC: true } },
    plan: { enis: 33, held: 162, flapping: false },
    reasons: ['extra-cards'],
  },
  {
    what: 'ENABLE_MULTI_NIC with prefixes: the further cards flap',
    type: 'p5.48xlarge',
    group: { pods: 10, settings: { ENABLE_MULTI_NIC: true, ...prefixes } },
    plan: { enis: 32, held: 33 + 31 * 17, flapping: true },
    reasons: ['flapping', 'extra-cards'],
  },
  {
    what: 'ENABLE_MULTI_NIC does not exist before CNI 1.20',
    type: 'p5.48xlarge',
    group: { pods: 10, settings: { ENABLE_MULTI_NIC: true } },
    cni: '1.19',
    plan: { enis: 2, held: 100 },
  },
  {
    what: 'IPv6: one IPv4 address per node, whatever the targets',
    type: 'm5.large',
    group: { nodes: 3, pods: 60, settings: { ENABLE_IPv6: true, WARM_IP_TARGET: 9 } },
    plan: { held: 3, reserved: 3, usable: 0, used: 0, enis: 3, pending: 0 },
    reasons: ['ipv6'],
  },
  {
    what: 'IPv6 with a trunk and branch ENIs',
    type: 'm5.large',
    group: { pods: 10, branchPods: 2, settings: { ENABLE_IPv6: true, ...podEni } },
    plan: { held: 4, enis: 2, branch: 2 },
  },
  {
    what: 'IPv6 with custom networking: L-IPAMD does not start',
    type: 'm5.large',
    group: { pods: 10, settings: { ENABLE_IPv6: true, ...custom } },
    plan: { nodeReady: false, held: 1, pending: 10 },
    reasons: ['never-ready'],
  },
  {
    what: 'IPv6 on a xen type: L-IPAMD does not start',
    type: 't2.medium',
    group: { pods: 10, settings: { ENABLE_IPv6: true } },
    plan: { nodeReady: false, held: 1, pending: 10 },
    reasons: ['never-ready'],
  },
  {
    what: 'prefixes on a xen type fall back to secondary addresses',
    type: 't2.medium',
    group: { pods: 6, settings: prefixes },
    plan: { held: 18, maxPods: 17 },
    reasons: ['prefixes-not-supported'],
  },
  {
    what: 'prefixes on bare metal',
    type: 'm5.metal',
    group: { pods: 17, settings: prefixes },
    plan: { held: 49, enis: 1 },
  },
  {
    what: 'prefixes do not exist before CNI 1.9',
    type: 'm5.large',
    group: { pods: 6, settings: prefixes },
    cni: '1.8',
    plan: { held: 20 },
    reasons: ['prefixes-not-supported'],
  },
  {
    what: 'prefixes with max-pods left as it was gain nothing',
    type: 'm5.large',
    group: { pods: 27, maxPods: 29, settings: prefixes },
    plan: { held: 33, pending: 0 },
    reasons: ['max-pods-below-prefixes', 'prefixes-capped'],
  },
  {
    what: 'WARM_PREFIX_TARGET=2: scattered pods bring a prefix more',
    type: 'm5.large',
    group: { pods: 17, settings: { ...prefixes, WARM_PREFIX_TARGET: 2 } },
    plan: { held: { min: 65, max: 81 } },
    reasons: ['depends-on-arrival', 'warm-prefixes'],
  },
  {
    what: 'WARM_PREFIX_TARGET=0 at an exact fill flaps',
    type: 'm5.large',
    group: { pods: 16, settings: { ...prefixes, WARM_PREFIX_TARGET: 0 } },
    plan: { held: 33, flapping: true },
    reasons: ['flapping'],
  },
  {
    what: 'WARM_ENI_TARGET=0 at an exact fill flaps',
    type: 't3.2xlarge',
    group: { pods: 14, settings: { WARM_ENI_TARGET: 0 } },
    plan: { held: 30, flapping: true, rules: { spareEni: 'off', addressPerPod: true } },
    reasons: ['flapping', 'no-spare-eni'],
  },
  {
    what: 'WARM_ENI_TARGET=0 with custom networking and no pod flaps',
    type: 't3.2xlarge',
    group: { pods: 0, settings: { WARM_ENI_TARGET: 0, ...custom } },
    plan: { held: 16, flapping: true },
  },
  {
    what: 'WARM_ENI_TARGET=0 without pods keeps the primary ENI',
    type: 't3.2xlarge',
    group: { pods: 0, settings: { WARM_ENI_TARGET: 0 } },
    plan: { held: 15, flapping: false },
  },
  {
    what: 'MINIMUM_IP_TARGET alone: pods above it wait for ever',
    type: 'm5.4xlarge',
    group: { pods: 12, settings: { MINIMUM_IP_TARGET: 10 } },
    plan: { held: 11, pending: 2, rules: { spareEni: 'replaced', addressPerPod: false } },
    reasons: ['minimum-target-stuck', 'minimum-addresses'],
  },
  {
    what: 'targets beyond the ENIs of the node',
    type: 't3.small',
    group: { pods: 9, settings: { WARM_IP_TARGET: 5 } },
    plan: { held: 12, rules: { spareEni: 'capped', addressPerPod: true } },
    reasons: ['addresses-capped'],
  },
  {
    what: 'pods above max-pods wait',
    type: 't3.2xlarge',
    group: { pods: 60 },
    plan: { pending: 4, used: 56, held: 60 },
    reasons: ['pods-above-max-pods', 'spare-eni-capped'],
  },
  {
    what: 'pods above the ENIs wait',
    type: 't3.2xlarge',
    group: { pods: 60, maxPods: 110 },
    plan: { pending: 4, used: 56, held: 60 },
    reasons: ['pods-above-eni-limit'],
  },
  {
    what: 'a managed node group is capped at 250',
    type: 'm5.24xlarge',
    group: { pods: 100, managedNodeGroup: true },
    plan: { maxPods: 250 },
    reasons: ['managed-cap'],
  },
  {
    what: 'the cap of a managed node group beats max-pods as given',
    type: 'm5.large',
    group: { pods: 10, maxPods: 200, managedNodeGroup: true },
    plan: { maxPods: 110 },
  },
  {
    what: 'many pods at once, just below max-pods, bring more than one by one',
    type: 'm5.24xlarge',
    group: { pods: 248, managedNodeGroup: true, settings: { WARM_IP_TARGET: 5 } },
    plan: { held: { min: 256, max: 259 } },
    reasons: ['depends-on-arrival'],
  },
  {
    what: 'growth did not stop at max-pods before CNI 1.17.1',
    type: 'm5.large',
    group: { pods: 20, maxPods: 22 },
    cni: '1.17.0',
    plan: { enis: 3, held: 30 },
  },
  {
    what: 'CNI 1.4 attaches whole ENIs for address targets',
    type: 't3.2xlarge',
    group: { pods: 27, settings: { WARM_IP_TARGET: 2 } },
    cni: '1.4',
    plan: { held: 45, reserved: 45 },
    reasons: ['old-cni-whole-enis'],
  },
  {
    what: 'CNI 1.8 fills ENIs and gives back',
    type: 't3.2xlarge',
    group: { pods: 27, settings: { WARM_IP_TARGET: 2 } },
    cni: '1.8',
    plan: { held: 32, reserved: 45 },
    reasons: ['old-cni-fills-enis'],
  },
  {
    what: 'daemonset pods come first on every node, host-network pods only fill max-pods',
    type: 'm5.large',
    group: { nodes: 2, pods: 19, daemonsetPods: 1, hostNetworkPods: 5 },
    plan: { held: 60, used: 21 },
  },
  {
    what: 'ENIs attached already that are not enough',
    type: 't3.2xlarge',
    group: { pods: 27, attachedEnis: 2, settings: { WARM_IP_TARGET: 2 } },
    plan: { enis: 3, held: 32 },
  },
  {
    what: 'more ENIs attached than the node can have',
    type: 'm5.large',
    group: { pods: 27, attachedEnis: 5 },
    plan: { enis: 3, held: 30 },
    reasons: ['attached-above-limit'],
  },
  {
    what: 'nodes with ENIs attached never become ready either',
    type: 'm5.large',
    group: { pods: 2, attachedEnis: 1, settings: { ...custom, MAX_ENI: 1 } },
    plan: { nodeReady: false, enis: 1 },
  },
]

describe('a group', () => {
  it.each(MODES)('$what', ({ type, group, cni, plan, reasons }) => {
    const ours = allocateGroup(nodes(type, group), cni ?? NEWEST_CNI, null)
    expect(ours).toMatchObject(plan)
    const told = ours.reasons.map((reason) => reason.code)
    expect(told).toEqual(expect.arrayContaining([...(reasons ?? [])]))
  })

  it.each([
    ['m5.large', {}, { maxPods: 434, recommended: 110, vcpus: 2 }],
    ['m5.24xlarge', {}, { maxPods: 11_762, recommended: 250, vcpus: 96 }],
    ['m5.large', { maxPods: 434 }, null],
    ['m5.large', { managedNodeGroup: true }, null],
    ['m5.large', { settings: {} }, null],
    ['t3.nano', {}, null],
    ['t2.xlarge', {}, null],
  ])('tells which max-pods %s with prefixes and %j has to be given', (type, inputs, told) => {
    const group = nodes(type, { pods: 10, settings: prefixes, ...inputs })
    const { reasons } = allocateGroup(group, NEWEST_CNI, null)
    const found = reasons.filter(({ code }) => code === 'max-pods-to-set')
    expect(found).toEqual(told ? [{ code: 'max-pods-to-set', ...told }] : [])
  })

  it('tells of a range that depends on which pods left', () => {
    const group = nodes('t3.2xlarge', { pods: 10, attachedEnis: 4 })
    const { reasons } = allocateGroup(group, NEWEST_CNI, null)
    expect(reasons).toContainEqual({ code: 'depends-on-which-pods-left', min: 30, max: 60 })
  })
})
