import { findInstance } from '../instance/instance.ts'
import { failure, success, type Result } from '../result.ts'
import { contradictions } from '../scenario/contradiction.ts'
import { SCENARIO_LIMITS } from '../scenario/limits.ts'
import type { AddressSpace, NodeGroup, Scenario } from '../scenario/scenario.ts'
import { NO_SPACE, statedSpace } from '../scenario/space.ts'
import { typeName } from '../scenario/type-name.ts'
import { buildGroup, single, spaceOf, writeInput } from './build.ts'
import { checkedSegments, reportContradictions, reportSecondType, WORD_OF_FIELD } from './checks.ts'
import type { ScenarioClause } from './clause.ts'
import { inputWords, scenarioWords } from './format.ts'
import { hintsOf, type Hint } from './hint.ts'
import type { Problem } from './problem.ts'
import { reporter, type Report } from './report.ts'
import { segmentsOf, type InputClause, type Segment, type TypeClause } from './segments.ts'

/** What a partial line changes in a scenario that is not known while the line is read. */
export interface Change {
  /** The line that the places of the clauses are in. */
  readonly text: string
  readonly clauses: readonly ScenarioClause[]
}

/** A scenario with something changed. */
export interface Changed {
  readonly scenario: Scenario
  /** What the scenario has from the earlier one, in canonical words: `t3.2xlarge`, `2 nodes`, `warm-ip=2`. */
  readonly inherited: readonly string[]
  readonly hints: readonly Hint[]
}

/** A node group while it is being changed. */
interface Slot {
  group: NodeGroup
  readonly inputs: InputClause[]
  type: TypeClause | null
}

/**
 * Puts a change on an earlier scenario. An instance type replaces that of the only group, and among
 * several picks the group that has it; settings without a type are for every group; a `+` adds one.
 */
export function applyChange(base: Scenario, change: Change): Result<Changed, Problem> {
  const { text, clauses } = change
  const problems: Problem[] = []
  const report = reporter(text, problems)
  const slots = base.groups.map((group): Slot => ({ group, inputs: [], type: null }))
  const { segments, shared } = segmentsOf(clauses, text.length)
  for (const slot of slots) shared.forEach((clause) => write(slot, clause))
  segments.forEach((segment, index) => {
    if (index === 0 || !segment.hasPlus) edit(slots, segment, { text, report })
  })
  const further = segments.slice(1).filter(({ hasPlus }) => hasPlus)
  const kept = withoutRemoved(slots, clauses, { isReplaced: further.length > 0, report })
  const added = checkedSegments(further, SCENARIO_LIMITS.groups - kept.length, report).flatMap(
    (segment) => buildGroup(segment, shared, { found: [], report }),
  )
  reportContradictions([...kept, ...added], report)
  reportKept(kept, text, report)
  if (problems.length > 0) return failure(problems.toSorted((a, b) => a.at - b.at))
  const groups = [...kept, ...added].map(({ group }) => group)
  const cni = single(clauses, 'cni', report)?.version ?? base.cni
  const scenario: Scenario = { v: 1, cni, groups, space: changedSpace(base.space, clauses, report) }
  const stated = clauses.filter((clause) => clause.kind === 'input')
  return success({
    scenario,
    inherited: inheritedWords(base, kept, clauses),
    hints: hintsOf(scenario, stated),
  })
}

interface Context {
  readonly text: string
  readonly report: Report
}

/** Writes one part of the change into the groups that it means. */
function edit(slots: readonly Slot[], segment: Segment, { text, report }: Context): void {
  const { type, inputs } = segment
  const [only, ...others] = slots
  if (!only) return
  const isAlone = others.length === 0
  if (isAlone && !segment.hasPlus) return reportSecondType(segment, text, report)
  const meant =
    type && !isAlone ? slots.filter(({ group }) => group.instanceType === type.name) : slots
  const types = typesOf(slots)
  if (type && meant.length === 0) {
    report(type, { code: 'no-such-group', types }, `+ ${type.name}`)
    return
  }
  for (const clause of inputs) {
    if (clause.input.isUnit && meant.length > 1) {
      report(clause, { code: 'which-group', types: typesOf(meant) })
    }
  }
  for (const slot of meant) {
    if (type) retype(slot, type)
    inputs.forEach((clause) => write(slot, clause))
  }
}

function typesOf(slots: readonly Slot[]): readonly string[] {
  return [...new Set(slots.map(({ group }) => typeName(group)))]
}

function retype(slot: Slot, type: TypeClause): void {
  const limits = findInstance(type.name)
  if (!limits || slot.group.instanceType === type.name) return
  const cards = [...limits.cards]
  slot.group = { ...slot.group, instanceType: type.name, limits: { ...limits, cards } }
  slot.type = type
}

function write(slot: Slot, clause: InputClause): void {
  slot.group = writeInput(slot.group, clause)
  slot.inputs.push(clause)
}

function withoutRemoved(
  slots: readonly Slot[],
  clauses: readonly ScenarioClause[],
  { isReplaced, report }: { readonly isReplaced: boolean; readonly report: Report },
): readonly Slot[] {
  let kept = slots
  for (const clause of clauses) {
    if (clause.kind !== 'without') continue
    const rest = kept.filter(({ group }) => group.instanceType !== clause.name)
    if (rest.length === kept.length)
      report(clause, { code: 'no-such-group', types: typesOf(slots) })
    else if (rest.length === 0 && !isReplaced) report(clause, { code: 'last-group' })
    else kept = rest
  }
  return kept
}

/** Inputs of the earlier scenario that a new instance type has no room for. */
function reportKept(slots: readonly Slot[], text: string, report: Report): void {
  for (const { group, inputs, type } of slots) {
    for (const { field, most } of contradictions(group)) {
      const word = WORD_OF_FIELD[field]
      const isStated = inputs.some(({ input }) => input.word === word)
      if (!type || isStated) continue
      const value = group[field] ?? 0
      const typed = text.slice(type.at, type.at + type.length)
      const detail = { code: 'kept-too-large', word, value, type: type.name, most } as const
      report(type, detail, `${typed} ${word}=${most}`)
    }
  }
}

/** Other subnets have other free addresses; a count alone is of the same subnets. */
function changedSpace(
  base: AddressSpace | null,
  clauses: readonly ScenarioClause[],
  report: Report,
): AddressSpace | null {
  const told = spaceOf(clauses, report)
  if (clauses.some(({ kind }) => kind === 'subnets')) return told
  if (!clauses.some(({ kind }) => kind === 'free')) return base
  return statedSpace({ ...NO_SPACE, ...base, free: told?.free ?? null })
}

function inheritedWords(
  base: Scenario,
  kept: readonly Slot[],
  clauses: readonly ScenarioClause[],
): readonly string[] {
  const groups = kept.map(keptWords)
  const perGroup = groups.length === 1 ? groups.flat() : groups.map((words) => words.join(' '))
  const told = new Set(clauses.map(({ kind }) => kind))
  const space = base.space && {
    ...base.space,
    subnets: told.has('subnets') ? [] : base.space.subnets,
    free: told.has('subnets') || told.has('free') ? null : base.space.free,
  }
  const cni = told.has('cni') ? undefined : base.cni
  return [...perGroup.filter(Boolean), ...scenarioWords({ space, ...(cni && { cni }) })]
}

/** What a group has from before. */
function keptWords({ group, inputs, type }: Slot): readonly string[] {
  const told = new Set(inputs.map(({ input }) => input.field ?? input.word))
  return [
    ...(type ? [] : [typeName(group)]),
    ...inputWords(group, ({ field, word }) => !told.has(field ?? word)),
  ]
}
