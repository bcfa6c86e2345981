import type { AddressSpace, NodeGroup } from '../scenario/scenario.ts'
import { roomOf, type Room } from '../subnet/room.ts'
import { addAmounts } from './amount.ts'
import { capacityOf, type Capacity } from './capacity.ts'
import { cniRules } from './cni.ts'
import { explain } from './explain.ts'
import { emptiestOf, type Kinds } from './kinds.ts'
import { stepDown, stepUp } from './next-step.ts'
import type { Amount, GroupPlan, NodePlan } from './plan.ts'
import { rulesOf } from './rules.ts'
import { sequenceSteps } from './sequence.ts'
import { settleNodes, type SettledNode } from './settled-node.ts'
import { stallIn } from './stall.ts'
import { sumNodes } from './totals.ts'

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
  const settled = settleNodes(capacity, group)
  const nodes = plansOf(settled)
  const totals = sumNodes(nodes)
  const flapping = capacity.flappingCards || anyFlaps(settled)
  const stall = room === null ? null : stallIn(room, capacity, settled)
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
    nodes,
    nodeReady: capacity.neverReady === null,
    flapping,
    maxPods: capacity.maxPods,
    rules: rulesOf(capacity, settled, totals.pending),
    next: nextSteps(capacity, settled),
    ledgers: ledgersOf(group, totals.held),
    stall,
    steps: sequenceSteps(capacity, group),
    reasons: explain({ group, cni, rules, capacity, nodes: settled, flapping, stall }),
  }
}

function plansOf(nodes: Kinds<SettledNode>): Kinds<NodePlan> {
  return nodes.length === 1 ? [nodes[0].plan] : [nodes[0].plan, nodes[1].plan]
}

function anyFlaps(nodes: Kinds<SettledNode>): boolean {
  return nodes[0].range.flapping || emptiestOf(nodes).range.flapping
}

function nextSteps(capacity: Capacity, nodes: Kinds<SettledNode>): GroupPlan['next'] {
  if (capacity.ipv6 || capacity.neverReady !== null) return { up: null, down: null }
  const fullest = nodes[0]
  const emptiest = emptiestOf(nodes)
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
