import type { AddressSpace, Scenario } from '../scenario/scenario.ts'
import { NO_SPACE, statedSpace } from '../scenario/space.ts'
import { typeName } from '../scenario/type-name.ts'
import { groupChanges } from './group-changes.ts'
import type { InputChange, InputValue, ScenarioField } from './inputs.ts'
import type { Match, Pair } from './match.ts'

/** An input that two scenarios differ in. */
export interface Difference {
  readonly change: InputChange
  /**
   * The earlier scenario with this one change and no other. Its inputs may contradict each other, as
   * ENIs attached already do that a smaller type cannot have; a planner then leaves out what is too much.
   */
  readonly alone: Scenario
}

/** Every input that differs, those of the whole scenario first, then group by group. */
export function differences(
  before: Scenario,
  after: Scenario,
  match: Match,
): readonly Difference[] {
  return [
    ...scenarioDifferences(before, after),
    ...match.pairs.flatMap((pair) => pairDifferences(before, after, pair)),
    ...match.added.flatMap((place) => addedGroup(before, after, place)),
    ...match.removed.flatMap((place) => removedGroup(before, place)),
  ]
}

function scenarioDifferences(before: Scenario, after: Scenario): readonly Difference[] {
  const [from, to] = [before.space ?? NO_SPACE, after.space ?? NO_SPACE]
  const { subnets, free, freePrefixes } = to
  const inSpace = (change: Partial<AddressSpace>) => ({
    ...before,
    space: spaceWithAddresses({ ...from, ...change }),
  })
  return [
    ...difference('cni', before.cni, after.cni, { ...before, cni: after.cni }),
    ...difference('subnet', subnetsText(from), subnetsText(to), inSpace({ subnets })),
    ...difference('free', from.free, free, inSpace({ free })),
    ...difference('freePrefixes', from.freePrefixes, freePrefixes, inSpace({ freePrefixes })),
  ]
}

/** Blocks say how free addresses lie: without any addresses they are no space that pods could wait for. */
function spaceWithAddresses(space: AddressSpace): AddressSpace | null {
  return space.subnets.length === 0 && space.free === null ? null : statedSpace(space)
}

function difference(
  field: ScenarioField,
  from: InputValue,
  to: InputValue,
  alone: Scenario,
): readonly Difference[] {
  return from === to ? [] : [{ change: { kind: 'changed', group: null, field, from, to }, alone }]
}

function subnetsText({ subnets }: AddressSpace): string | null {
  return subnets.toSorted().join(', ') || null
}

function pairDifferences(before: Scenario, after: Scenario, pair: Pair): readonly Difference[] {
  const [earlier, later] = [before.groups[pair.before], after.groups[pair.after]]
  if (!earlier || !later) return []
  return groupChanges(earlier, later).map(({ field, from, to, alone }) => ({
    change: { kind: 'changed', group: typeName(later), field, from, to },
    alone: { ...before, groups: before.groups.with(pair.before, alone) },
  }))
}

function addedGroup(before: Scenario, after: Scenario, place: number): readonly Difference[] {
  const group = after.groups[place]
  if (!group) return []
  const change = { kind: 'added', group: typeName(group), nodes: group.nodes } as const
  return [{ change, alone: { ...before, groups: [...before.groups, group] } }]
}

function removedGroup(before: Scenario, place: number): readonly Difference[] {
  const group = before.groups[place]
  if (!group) return []
  const change = { kind: 'removed', group: typeName(group), nodes: group.nodes } as const
  return [{ change, alone: { ...before, groups: before.groups.toSpliced(place, 1) } }]
}
