import { maxOf } from '../allocation/amount.ts'
import { allocateGroup } from '../allocation/group.ts'
import type { NodeGroup } from '../scenario/scenario.ts'

/** What one node holds with so many pods that need an address; of a range, the upper end. */
export interface Point {
  readonly pods: number
  readonly enis: number
  readonly reserved: number
  readonly held: number
}

/**
 * Pod counts between which nothing jumps: the ENIs and the reserved addresses stay as they are, and
 * the held ones stay too, or grow by one with each pod.
 */
export interface Stair {
  readonly first: Point
  readonly last: Point
}

/** The addresses of one node against its pods. */
export interface Staircase {
  /** From no pod to max-pods, without a gap. */
  readonly stairs: readonly Stair[]
  /** The fullest node of the group, which may have more pods than max-pods allows. */
  readonly current: Point
}

/** The staircase of a node group: what one of its nodes holds with 0, 1, 2 … pods. */
export function staircase(group: NodeGroup, cni: string): Staircase {
  const plan = allocateGroup(group, cni, null)
  const [fullest] = plan.nodes
  if (!fullest) throw new Error('a node group without nodes')
  const most = Math.max(0, plan.maxPods - group.hostNetworkPods)
  const points = Array.from({ length: most + 1 }, (_, pods) => pointAt(group, cni, pods))
  return { stairs: stairsOf(points), current: pointAt(group, cni, fullest.pods) }
}

function pointAt(group: NodeGroup, cni: string, pods: number): Point {
  // Daemonset pods are among the pods of the axis, so they are not added once more.
  const node: NodeGroup = {
    ...group,
    nodes: 1,
    daemonsetPods: 0,
    pods: { count: pods, per: 'node', stated: true },
    podsSequence: [],
  }
  const { enis, reserved, held } = allocateGroup(node, cni, null)
  return { pods, enis: maxOf(enis), reserved, held: maxOf(held) }
}

function stairsOf(points: readonly Point[]): readonly Stair[] {
  const stairs: Stair[] = []
  for (const point of points) {
    const stair = stairs.at(-1)
    if (stair && continues(stair, point)) stairs.splice(-1, 1, { ...stair, last: point })
    else stairs.push({ first: point, last: point })
  }
  return stairs
}

function continues({ first, last }: Stair, next: Point): boolean {
  if (next.enis !== last.enis || next.reserved !== last.reserved) return false
  const growth = next.held - last.held
  if (first === last) return growth === 0 || growth === 1
  return growth * (last.pods - first.pods) === last.held - first.held
}
