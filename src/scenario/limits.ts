/**
 * The largest numbers a scenario may name, so that every plan is computed and shown in a moment.
 * A number above its limit is refused by the name used here.
 */
export const SCENARIO_LIMITS = {
  /** Node groups in one scenario: one row or two of the reply's table each. */
  groups: 20,
  /** Nodes of a group. 100,000 is the largest cluster that Amazon EKS supports. */
  nodes: 100_000,
  /** Pods of a group, over all of its nodes. */
  pods: 25_000_000,
  /** Pods of one node. The largest max-pods by formula, with prefixes, is 15,122. */
  podsPerNode: 20_000,
  /** WARM_IP_TARGET and the like; the largest node holds 1,512 addresses, or 15,120 in prefixes. */
  target: 20_000,
  /** WARM_ENI_TARGET, MAX_ENI and attached ENIs; no instance type has more than 64 ENIs. */
  enis: 64,
  /** IPv4 addresses per ENI, for limits given by hand. */
  ipv4PerEni: 256,
  /** max-pods of the kubelet. */
  maxPods: 20_000,
  /** Free addresses of the subnets: a VPC with its secondary CIDR blocks stays below it. */
  freeAddresses: 16_777_216,
} as const

/** So many subnets one scenario may name. */
export const MOST_SUBNETS = 50

export type ScenarioLimit = keyof typeof SCENARIO_LIMITS
