import type { Scenario } from '../scenario/scenario.ts'
import { allocateGroup } from './group.ts'
import type { Plan } from './plan.ts'
import { sumTotals } from './totals.ts'

/** The answer for a scenario: pure, and total for every scenario that passed the schema. */
export function allocate(scenario: Scenario): Plan {
  const groups = scenario.groups.map((group) => allocateGroup(group, scenario.cni, scenario.space))
  return {
    ...sumTotals(groups),
    groups,
    nodeReady: groups.every((group) => group.nodeReady),
    flapping: groups.some((group) => group.flapping),
    fit: null,
  }
}
