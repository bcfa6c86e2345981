import { allocate } from '../../src/allocation/allocate.ts'
import type { Asker, NewRun, Request } from '../../src/history/history.ts'
import { findInstance } from '../../src/instance/instance.ts'
import { nodeGroup } from '../../src/scenario/group.ts'
import { NEWEST_CNI, type NodeGroup, type Scenario } from '../../src/scenario/scenario.ts'

export const ADA: Asker = {
  workspace: 'T1',
  channel: 'C1',
  thread: null,
  isPrivate: false,
  author: 'U0ADA',
  authorName: 'ada',
  isAdmin: false,
}

export const BOB: Asker = { ...ADA, author: 'U0BOB', authorName: 'bob' }

/** Every request is a new one. */
export const NO_KEY: Request = { key: null, answerBy: null, delivery: null }

/** A scenario of one group of that type, with some inputs. */
export function scenarioOf(type: string, inputs: Partial<NodeGroup> = {}): Scenario {
  const limits = findInstance(type)
  if (!limits) throw new Error(`no instance type ${type}`)
  const group = { ...nodeGroup(type, limits), ...inputs }
  return { v: 1, cni: NEWEST_CNI, groups: [group], space: null }
}

/** A run to be kept: by ada in T1's C1, unless said otherwise. */
export function newRun(scenario: Scenario, changes: Partial<NewRun> = {}): NewRun {
  return {
    asker: ADA,
    request: NO_KEY,
    name: null,
    line: 'a line',
    scenario,
    plan: allocate(scenario),
    askedAt: new Date('2026-11-22T12:00:00Z'),
    parent: null,
    against: null,
    ...changes,
  }
}
