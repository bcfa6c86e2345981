import type { NodeGroup } from '../scenario/scenario.ts'
import type { Kinds } from './kinds.ts'

/** Nodes of a group that have the same number of pods. */
export interface NodeShare {
  readonly count: number
  /** Pods on each of them, daemonset pods included. */
  readonly pods: number
}

/**
 * Spreads `count` pods, counted as the group counts them, over its nodes: evenly, the fuller nodes
 * first, after each node has its daemonset pods. Rule P3.
 */
export function spreadPods(group: NodeGroup, count: number): Kinds<NodeShare> {
  const { nodes, daemonsetPods } = group
  if (group.pods.per === 'node') return [{ count: nodes, pods: count + daemonsetPods }]
  const pods = Math.floor(count / nodes) + daemonsetPods
  const fuller = count % nodes
  if (fuller === 0) return [{ count: nodes, pods }]
  return [
    { count: fuller, pods: pods + 1 },
    { count: nodes - fuller, pods },
  ]
}
