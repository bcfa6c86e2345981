import { findInstance } from '../instance/instance.ts'
import { contradictions } from '../scenario/contradiction.ts'
import { nodeGroup } from '../scenario/group.ts'
import { SCENARIO_LIMITS } from '../scenario/limits.ts'
import { NEWEST_CNI, type AddressSpace, type NodeGroup } from '../scenario/scenario.ts'
import type { Clause, Place } from './clause.ts'
import type { Ask } from './command.ts'
import type { Problem, ProblemDetail } from './problem.ts'
import { segmentsOf, type InputClause, type NumberClause, type Segment } from './segments.ts'
import { NODES, PODS, PODS_PER_NODE } from './vocabulary.ts'

interface BuiltGroup {
  readonly group: NodeGroup
  readonly inputs: readonly InputClause[]
}

type Report = (place: Place, detail: ProblemDetail, suggestion?: string | null) => void

/**
 * Puts clauses together into the scenario they describe, and adds what keeps them from being one to
 * the problems that were found in reading them.
 */
export function buildAsk(
  text: string,
  clauses: readonly Clause[],
  found: readonly Problem[],
): { readonly ask: Ask; readonly problems: readonly Problem[] } {
  const problems = [...found]
  const report: Report = ({ at, length }, detail, suggestion = null) => {
    problems.push({ ...detail, at, length, text: text.slice(at, at + length), suggestion })
  }
  const { segments, shared } = segmentsOf(clauses, text.length)
  const name = single(clauses, 'name', report)?.name ?? null
  const cni = single(clauses, 'cni', report)?.version ?? NEWEST_CNI
  const space = spaceOf(clauses, single(clauses, 'free', report)?.free ?? null)
  const built = checkedSegments(segments, report).flatMap((segment) => {
    if (!segment.hasPlus) reportSecondType(segment, text, report)
    return buildGroup(segment, shared, { found, report })
  })
  reportRepeated(shared, report)
  reportContradictions(built, report)
  const groups = built.map(({ group }) => group)
  return { ask: { kind: 'ask', scenario: { v: 1, cni, groups, space }, name }, problems }
}

/** The segments, or where there are too many of them the first few. */
function checkedSegments(segments: readonly Segment[], report: Report): readonly Segment[] {
  const most = SCENARIO_LIMITS.groups
  const [first, last] = [segments[most], segments.at(-1)]
  if (!first || !last) return segments
  report({ at: first.start, length: last.end - first.start }, { code: 'too-many-groups', most })
  return segments.slice(0, most)
}

function reportSecondType({ start, type }: Segment, text: string, report: Report): void {
  if (type === null) return
  const length = type.at + type.length - start
  const suggestion = `+ ${text.slice(start, start + length)}`
  report({ at: start, length }, { code: 'second-type' }, suggestion)
}

function buildGroup(
  segment: Segment,
  shared: readonly InputClause[],
  { found, report }: { readonly found: readonly Problem[]; readonly report: Report },
): readonly BuiltGroup[] {
  reportRepeated(segment.inputs, report)
  const inputs = [...shared, ...segment.inputs]
  reportNumbers(segment.numbers, inputs, report)
  const limits = segment.type && findInstance(segment.type.name)
  if (!segment.type || !limits) {
    if (!found.some((problem) => isTypeProblem(problem, segment))) {
      report({ at: segment.end, length: 0 }, { code: 'type-missing' })
    }
    return []
  }
  return [{ group: inputs.reduce(writeInput, nodeGroup(segment.type.name, limits)), inputs }]
}

/** A type is not missing where one is named that nobody knows, or misspelt: that is said already. */
function isTypeProblem({ code, at, suggestion }: Problem, { start, end }: Segment): boolean {
  if (at < start || at >= end) return false
  return code === 'unknown-type' || (suggestion !== null && findInstance(suggestion) !== undefined)
}

function writeInput(group: NodeGroup, { input, value }: InputClause): NodeGroup {
  if (input.takes === 'count') return input.write(group, Number(value))
  return input.write(group, Boolean(value))
}

function reportRepeated(inputs: readonly InputClause[], report: Report): void {
  const seen = new Set<string>()
  for (const clause of inputs) {
    const field = clause.input.field ?? clause.input.word
    if (seen.has(field)) report(clause, { code: 'repeated', word: field })
    seen.add(field)
  }
}

/** A number without a unit counts what the group does not have yet; of two, the first is the nodes. */
function reportNumbers(
  numbers: readonly NumberClause[],
  inputs: readonly InputClause[],
  report: Report,
): void {
  const has = (...named: readonly InputClause['input'][]) =>
    inputs.some(({ input }) => named.includes(input))
  const units = [...(has(PODS, PODS_PER_NODE) ? [] : ['pods']), ...(has(NODES) ? [] : ['nodes'])]
  if (numbers.length > 1) units.reverse()
  numbers.forEach((clause, index) => {
    const unit = units[index]
    const suggestion = unit === undefined ? null : `${clause.digits} ${unit}`
    report(clause, { code: 'number-without-unit' }, suggestion)
  })
}

const WORD_OF_FIELD = { attachedEnis: 'attached', unmanagedEnis: 'unmanaged' } as const

/** An input of several groups is reported once, with the limit of the smallest type. */
function reportContradictions(built: readonly BuiltGroup[], report: Report): void {
  const tightest = new Map<InputClause, { readonly most: number; readonly type: string }>()
  for (const { group, inputs } of built) {
    for (const { field, most } of contradictions(group)) {
      const clause = inputs.findLast(({ input }) => input.word === WORD_OF_FIELD[field])
      if (clause && most < (tightest.get(clause)?.most ?? Infinity)) {
        tightest.set(clause, { most, type: group.instanceType ?? '' })
      }
    }
  }
  for (const [clause, { most, type }] of tightest) {
    const { word } = clause.input
    report(clause, { code: 'too-many-enis', type, most }, `${word}=${most}`)
  }
}

function spaceOf(clauses: readonly Clause[], free: number | null): AddressSpace | null {
  const subnets = clauses.flatMap((clause) => (clause.kind === 'subnets' ? clause.subnets : []))
  return subnets.length === 0 && free === null ? null : { subnets, free, freePrefixes: null }
}

function single<Kind extends 'name' | 'cni' | 'free'>(
  clauses: readonly Clause[],
  kind: Kind,
  report: Report,
): Extract<Clause, { kind: Kind }> | undefined {
  const [first, ...others] = clauses.filter(
    (clause): clause is Extract<Clause, { kind: Kind }> => clause.kind === kind,
  )
  for (const other of others)
    report(other, { code: 'repeated', word: kind === 'name' ? 'as' : kind })
  return first
}
