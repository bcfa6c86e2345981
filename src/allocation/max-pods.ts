import type { NodeGroup } from '../scenario/scenario.ts'
import type { InstanceLimits } from '../instance/limits.ts'
import { ADDRESSES_PER_PREFIX } from './pool.ts'

/** Pods of a node with the fewest vCPUs that a managed node group allows 250 pods. */
const LARGE_NODE_VCPUS = 30

/** aws-node and kube-proxy, the host-network pods that the published formula adds. */
const HOST_NETWORK_PODS_OF_FORMULA = 2

/**
 * max-pods in force on each node of a group: as given, else by formula, and capped in a managed
 * node group, whose cap beats both. Rules M1 and M2.
 */
export function maxPodsOf(group: NodeGroup, inPrefixes: boolean, primaryServes: boolean): number {
  const maxPods = group.maxPods ?? maxPodsByFormula(group.limits, inPrefixes, primaryServes)
  return group.managedNodeGroup
    ? Math.min(maxPods, recommendedMaxPods(group.limits.vcpus))
    : maxPods
}

/**
 * Rule M1: ENIs that serve pods x slots x addresses per slot + 2 host-network pods.
 * Source: aws/amazon-vpc-cni-k8s@b52188387f2e, misc/eni-max-pods.txt.
 */
export function maxPodsByFormula(
  limits: InstanceLimits,
  inPrefixes: boolean,
  primaryServes: boolean,
): number {
  const servingEnis = primaryServes ? limits.enis : limits.enis - 1
  const perSlot = inPrefixes ? ADDRESSES_PER_PREFIX : 1
  return servingEnis * (limits.ipv4PerEni - 1) * perSlot + HOST_NETWORK_PODS_OF_FORMULA
}

/**
 * Rule M2: the most pods that AWS recommends for a node, and allows in a managed node group. 110 below
 * 30 vCPUs, 250 from there on; 110 where the vCPUs are not known.
 * Source: Amazon EKS user guide, managed node groups, maximum number of pods; max-pods-calculator.sh
 * of awslabs/amazon-eks-ami.
 */
export function recommendedMaxPods(vcpus: number | null): 110 | 250 {
  return vcpus !== null && vcpus >= LARGE_NODE_VCPUS ? 250 : 110
}
