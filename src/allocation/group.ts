import type { AddressSpace, NodeGroup } from '../scenario/scenario.ts'
import { roomOf, type Room } from '../subnet/room.ts'
import { addAmounts } from './amount.ts'
import { capacityOf, isInert, type Capacity } from './capacity.ts'
import { cniRules } from './cni.ts'
import { explain } from './explain.ts'
import { stepDown, stepUp } from './next-step.ts'
import type { Amount, GroupPlan } from './plan.ts'
import { rulesOf } from './rules.ts'
import { sequenceSteps } from './sequence.ts'
import { settleNode, type SettledNode } from './settled-node.ts'
import { fullerNodes, leastPods } from './spread.ts'
import { stallIn } from './stall.ts'
import { addTotals, sumNodes } from './totals.ts'

/**
 * What the nodes of one group hold, and why. Total: it has an answer for every group that passed
 * the schema. The cost does not depend on the number of pods or of identical nodes.
 */
export function allocateGroup(
  group: NodeGroup,
  cni: string,
  space: AddressSpace | null,
): GroupPlan {
  return allocateGroupIn(group, cni, space === null ? null : roomOf(space))
}

/** The same with the room that other groups have left. */
export function allocateGroupIn(group: NodeGroup, cni: string, room: Room | null): GroupPlan {
  const rules = cniRules(cni)
  const capacity = capacityOf(group, rules)
  const pods = leastPods(group)
  const fuller = fullerNodes(group)
  const alike = fuller === 0
  const emptiest = settleNode(capacity, group, pods, group.nodes - fuller)
  const fullest = alike ? emptiest : settleNode(capacity, group, pods + 1, fuller)
  const totals = alike
    ? sumNodes(fullest.plan)
    : addTotals(sumNodes(fullest.plan), sumNodes(emptiest.plan))
  const flapping = capacity.flappingCards || fullest.range.flapping || emptiest.range.flapping
  const stall =
    room === null ? null : stallIn(room, capacity, alike ? [fullest] : [fullest, emptiest])
  // Field by field: a spread of the totals would make this object several times slower to build.
  return {
    held: totals.held,
    reserved: totals.reserved,
    usable: totals.usable,
    used: totals.used,
    warm: totals.warm,
    primaries: totals.primaries,
    branch: totals.branch,
    enis: totals.enis,
    pending: totals.pending,
    nodes: alike ? [fullest.plan] : [fullest.plan, emptiest.plan],
    nodeReady: capacity.neverReady === null,
    flapping,
    maxPods: capacity.maxPods,
    rules: rulesOf(capacity, fullest.short || emptiest.short, totals.pending),
    next: nextSteps(capacity, fullest, emptiest),
    ledgers: ledgersOf(group, totals.held),
    stall,
    steps: sequenceSteps(capacity, group),
    reasons: explain({ group, cni, rules, capacity, fullest, flapping, stall }),
  }
}

function nextSteps(
  capacity: Capacity,
  fullest: SettledNode,
  emptiest: SettledNode,
): GroupPlan['next'] {
  if (isInert(capacity)) return { up: null, down: null }
  return {
    up: stepUp(capacity, fullest.range, fullest.load),
    down: stepDown(capacity, emptiest.range, emptiest.load),
  }
}

/** Rule L1: under custom networking the node subnet pays one address per node, the pods' subnet the rest. */
function ledgersOf(group: NodeGroup, held: Amount): GroupPlan['ledgers'] {
  if (!group.settings.AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG) return null
  const nodeSubnet = group.nodes
  return { nodeSubnet, podSubnet: addAmounts(held, -nodeSubnet) }
}
