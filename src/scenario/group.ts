import type { InstanceLimits } from '../instance/limits.ts'
import type { NodeGroup } from './scenario.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

/**
 * A node group with every default filled in: one fresh node, its pods not stated, the CNI's own
 * settings, and the two host-network pods of every EKS node (aws-node and kube-proxy).
 */
export function nodeGroup(instanceType: string | null, limits: InstanceLimits): NodeGroup {
  return {
    instanceType,
    limits: { ...limits, cards: [...limits.cards] },
    nodes: 1,
    pods: { count: 1, per: 'node', stated: false },
    settings: DEFAULT_SETTINGS,
    maxPods: null,
    managedNodeGroup: false,
    daemonsetPods: 0,
    hostNetworkPods: 2,
    branchPods: 0,
    attachedEnis: null,
    unmanagedEnis: 0,
    primarySubnetExcluded: false,
    podsSequence: [],
  }
}
