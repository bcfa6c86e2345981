import { z } from 'zod'
import { HYPERVISORS } from '../instance/limits.ts'
import { MOST_SUBNETS, SCENARIO_LIMITS } from './limits.ts'

const count = (limit: number) => z.int().min(0).max(limit)

/** Limits of an instance type, known or given by hand. */
export const Limits = z.strictObject({
  enis: z.int().min(1).max(SCENARIO_LIMITS.enis),
  ipv4PerEni: z.int().min(2).max(SCENARIO_LIMITS.ipv4PerEni),
  hypervisor: z.enum(HYPERVISORS),
  bareMetal: z.boolean(),
  cards: z.array(z.int().min(0).max(SCENARIO_LIMITS.enis)).min(1).max(64),
  vcpus: z.int().min(1).max(10_000).nullable(),
  branchEnis: z.int().min(0).max(1_000),
})

const target = count(SCENARIO_LIMITS.target)
const eniCount = count(SCENARIO_LIMITS.enis)

/** The CNI's settings under their own names; `SETTINGS` tells their meaning and defaults. */
export const CniSettings = z.strictObject({
  WARM_ENI_TARGET: eniCount,
  WARM_IP_TARGET: target,
  MINIMUM_IP_TARGET: target,
  WARM_PREFIX_TARGET: target,
  ENABLE_PREFIX_DELEGATION: z.boolean(),
  MAX_ENI: eniCount,
  AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: z.boolean(),
  ENABLE_POD_ENI: z.boolean(),
  ENABLE_MULTI_NIC: z.boolean(),
  ENABLE_IPv6: z.boolean(),
})

/** How many pods that need an address, and how they were counted. */
export const Pods = z.strictObject({
  count: count(SCENARIO_LIMITS.pods),
  /** `group`: all pods of the group, spread evenly over its nodes. `node`: on each node. */
  per: z.enum(['group', 'node']),
  /** False when the request named no pods; then each node runs one, the least a live node does. */
  stated: z.boolean(),
})

/** Nodes of one instance type with one set of settings. */
export const NodeGroup = z.strictObject({
  /** The EC2 name, or `null` when the limits were given by hand. */
  instanceType: z.string().min(1).max(40).nullable(),
  /** The limits as they were known when the scenario was asked, so that it can be replayed. */
  limits: Limits,
  nodes: z.int().min(1).max(SCENARIO_LIMITS.nodes),
  pods: Pods,
  settings: CniSettings,
  /** The kubelet's max-pods; `null`: by the formula of the group's mode. */
  maxPods: z.int().min(1).max(SCENARIO_LIMITS.maxPods).nullable(),
  /** True applies the max-pods cap of a managed node group, 110 or 250. */
  managedNodeGroup: z.boolean(),
  /** Pods that need an address and run on every node, beside `pods`. */
  daemonsetPods: count(SCENARIO_LIMITS.podsPerNode),
  /** Pods on the node's own address: they count against max-pods only. */
  hostNetworkPods: count(SCENARIO_LIMITS.podsPerNode),
  /** Of the pods of each node, those with a branch ENI of their own (security groups for pods). */
  branchPods: count(SCENARIO_LIMITS.podsPerNode),
  /** ENIs that each node has attached already; `null`: a fresh node. */
  attachedEnis: z.int().min(1).max(SCENARIO_LIMITS.enis).nullable(),
  /** ENIs attached by others (tagged no_manage, or EFA-only): they take an ENI slot, serve no pod. */
  unmanagedEnis: count(SCENARIO_LIMITS.enis),
  /** True when the node's own subnet is tagged kubernetes.io/role/cni=0: its ENI serves no pod. */
  primarySubnetExcluded: z.boolean(),
  /** Pod counts that follow each other over time, in the unit of `pods`; empty: a single state. */
  podsSequence: z.array(count(SCENARIO_LIMITS.pods)).max(100),
})
export type NodeGroup = z.infer<typeof NodeGroup>
export type Pods = z.infer<typeof Pods>

/** Where the addresses come from. Several subnets add up. */
export const AddressSpace = z.strictObject({
  /** Each subnet as `10.0.0.0/22`, or `/22` where only its size is known. */
  subnets: z.array(z.string().min(2).max(18)).max(MOST_SUBNETS),
  /** Free addresses, counted by the user; `null`: what the subnets offer. */
  free: count(SCENARIO_LIMITS.freeAddresses).nullable(),
  /** Free, aligned /28 blocks for prefix delegation; `null`: not known. */
  freePrefixes: count(SCENARIO_LIMITS.freeAddresses).nullable(),
})
export type AddressSpace = z.infer<typeof AddressSpace>

/** The newest minor version of the VPC CNI whose rules the engine follows. */
export const NEWEST_CNI = '1.23'

/** A VPC CNI version, `major.minor` or `major.minor.patch`. */
export const CniVersion = z.string().regex(/^1\.\d{1,2}(\.\d{1,2})?$/, 'a version like 1.18')

/** The question: everything a plan depends on, with all defaults filled in. Immutable once stored. */
export const Scenario = z.strictObject({
  /** Version of this form, raised when a field changes its meaning. */
  v: z.literal(1),
  cni: CniVersion,
  groups: z.array(NodeGroup).min(1).max(SCENARIO_LIMITS.groups),
  space: AddressSpace.nullable(),
})
export type Scenario = z.infer<typeof Scenario>
