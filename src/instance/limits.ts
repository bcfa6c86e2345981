/** The EC2 facts about one instance type that decide how many addresses its nodes can hold. */
export interface InstanceLimits {
  /** ENIs of the default network card: the only card whose ENIs serve ordinary pods. */
  readonly enis: number
  /** IPv4 addresses per ENI, its own primary address included. */
  readonly ipv4PerEni: number
  /** Prefix delegation needs `nitro` or bare metal; `unknown` is what EC2 tells of bare-metal types. */
  readonly hypervisor: Hypervisor
  readonly bareMetal: boolean
  /** ENIs of every network card, the default card first. One entry on all but the multi-card types. */
  readonly cards: readonly number[]
  /** vCPUs, which choose the max-pods cap of a managed node group; `null` where AWS does not publish them. */
  readonly vcpus: number | null
  /** Branch ENIs for security groups for pods; 0 where the type cannot carry a trunk. */
  readonly branchEnis: number
}

/** Whether nodes of such a type can have prefixes. */
export function supportsPrefixes({ hypervisor, bareMetal }: InstanceLimits): boolean {
  return hypervisor === 'nitro' || bareMetal
}

export const HYPERVISORS = ['nitro', 'xen', 'unknown'] as const
export type Hypervisor = (typeof HYPERVISORS)[number]
