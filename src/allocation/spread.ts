import type { NodeGroup } from '../scenario/scenario.ts'

/**
 * Pods on the emptiest node of a group: its even share, and its daemonset pods, which come first on
 * every node. Rule P3.
 */
export function leastPods({ nodes, pods, daemonsetPods }: NodeGroup): number {
  return (pods.per === 'node' ? pods.count : Math.floor(pods.count / nodes)) + daemonsetPods
}

/** Nodes that have one pod more than the emptiest; 0 where all of them have the same. Rule P3. */
export function fullerNodes({ nodes, pods }: NodeGroup): number {
  return pods.per === 'node' ? 0 : pods.count % nodes
}
