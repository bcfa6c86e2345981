import type { NodeGroup, Scenario } from '../scenario/scenario.ts'
import { roomOf, type Room } from '../subnet/room.ts'
import { maxOf } from './amount.ts'
import { fitIn } from './fit.ts'
import { allocateGroupIn } from './group.ts'
import type { GroupPlan, Plan } from './plan.ts'
import { sumTotals } from './totals.ts'

/** The answer for a scenario: pure, and total for every scenario that passed the schema. */
export function allocate(scenario: Scenario): Plan {
  const room = scenario.space === null ? null : roomOf(scenario.space)
  const groups = allocateInTurn(scenario.groups, scenario.cni, room)
  const totals = sumTotals(groups)
  return {
    ...totals,
    groups,
    nodeReady: groups.every((group) => group.nodeReady),
    flapping: groups.some((group) => group.flapping),
    fit: room === null ? null : fitIn(room, totals, groups),
  }
}

/** Groups that share a space take from it in their order. */
function allocateInTurn(
  groups: readonly NodeGroup[],
  cni: string,
  room: Room | null,
): readonly GroupPlan[] {
  let left = room
  return groups.map((group) => {
    const plan = allocateGroupIn(group, cni, left)
    if (left !== null) left = roomAfter(left, plan)
    return plan
  })
}

function roomAfter(room: Room, plan: GroupPlan): Room {
  const prefixes = plan.nodes.reduce((sum, node) => sum + node.prefixes * node.count, 0)
  return {
    addresses: Math.max(0, room.addresses - (plan.stall?.held ?? maxOf(plan.held))),
    prefixes: room.prefixes === null ? null : Math.max(0, room.prefixes - prefixes),
  }
}
