import { allocate } from '../../src/allocation/allocate.ts'
import type { Plan } from '../../src/allocation/plan.ts'
import { ENGINE_VERSION } from '../../src/allocation/version.ts'
import { format } from '../../src/command/format.ts'
import type { Run } from '../../src/history/history.ts'
import { NEWEST_CNI, type NodeGroup, type Scenario } from '../../src/scenario/scenario.ts'
import type { Settings } from '../../src/scenario/settings.ts'
import { scenarioOf } from '../history/runs.ts'

/** A node group of that type, with some inputs and settings. */
export function group(
  type: string,
  inputs: Partial<Omit<NodeGroup, 'settings'>> & { readonly settings?: Partial<Settings> } = {},
): NodeGroup {
  const [made] = scenarioOf(type).groups
  if (!made) throw new Error(`no group of ${type}`)
  return { ...made, ...inputs, settings: { ...made.settings, ...inputs.settings } }
}

/** A question about these groups. */
export function asked(groups: readonly NodeGroup[], inputs: Partial<Scenario> = {}): Scenario {
  return { v: 1, cni: NEWEST_CNI, groups: [...groups], space: null, ...inputs }
}

/** Ada's run of a question, three days before `NOW`, answered by today's rules unless said otherwise. */
export function runOf(
  scenario: Scenario,
  number: number,
  changes: Partial<Run<Plan>> = {},
): Run<Plan> {
  const { name = null } = changes
  return {
    number,
    name,
    line: format(scenario, name),
    scenario,
    plan: allocate(scenario),
    engine: ENGINE_VERSION,
    parent: null,
    channel: 'C1',
    thread: null,
    isPrivate: false,
    isPinned: false,
    author: 'U0ADA',
    authorName: 'ada',
    askedAt: new Date('2026-11-19T12:00:00Z'),
    ...changes,
  }
}

export const NOW = new Date('2026-11-22T12:00:00Z')
