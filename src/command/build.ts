import { findInstance } from '../instance/instance.ts'
import { contradictions } from '../scenario/contradiction.ts'
import { nodeGroup } from '../scenario/group.ts'
import { SCENARIO_LIMITS } from '../scenario/limits.ts'
import { NEWEST_CNI, type NodeGroup } from '../scenario/scenario.ts'
import type { Clause, Place } from './clause.ts'
import type { Command } from './command.ts'
import type { Problem, ProblemDetail } from './problem.ts'

type TypeClause = Extract<Clause, { kind: 'type' }>
type InputClause = Extract<Clause, { kind: 'input' }>

/** The clauses of one node group, and those that count for every group. */
interface Parts {
  readonly segments: readonly Segment[]
  readonly shared: readonly InputClause[]
}

interface Segment {
  readonly types: readonly TypeClause[]
  readonly inputs: readonly InputClause[]
  /** Where the segment ends: there a missing type belongs. */
  readonly end: number
}

/** Puts clauses together into the scenario they describe, and says what keeps them from being one. */
export function buildAsk(
  text: string,
  clauses: readonly Clause[],
): { readonly command: Command; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const report = (place: Place, detail: ProblemDetail, suggestion: string | null = null) => {
    const { at, length } = place
    problems.push({ ...detail, at, length, text: text.slice(at, at + length), suggestion })
  }
  const { segments, shared } = partsOf(clauses, text.length)
  if (segments.length > SCENARIO_LIMITS.groups) {
    report(
      { at: 0, length: text.length },
      { code: 'too-many-groups', most: SCENARIO_LIMITS.groups },
    )
  }
  reportRepeated(shared, report)
  const groups = segments.flatMap((segment) => buildGroup(segment, shared, report))
  const name = single(clauses, 'name', report)?.name ?? null
  const cni = single(clauses, 'cni', report)?.version ?? NEWEST_CNI
  return { command: { kind: 'ask', scenario: { v: 1, cni, groups, space: null }, name }, problems }
}

type Report = (place: Place, detail: ProblemDetail, suggestion?: string | null) => void

/**
 * Splits at each `+`. Settings before the first instance type of several groups, and everything
 * after `all:`, count for all of them.
 */
function partsOf(clauses: readonly Clause[], end: number): Parts {
  const isShared = sharedTest(clauses)
  const segments: { types: TypeClause[]; inputs: InputClause[]; end: number }[] = []
  const shared: InputClause[] = []
  let current = { types: [] as TypeClause[], inputs: [] as InputClause[], end }
  clauses.forEach((clause, index) => {
    if (clause.kind === 'plus') {
      segments.push({ ...current, end: clause.at })
      current = { types: [], inputs: [], end }
    }
    if (clause.kind === 'type') current.types.push(clause)
    if (clause.kind === 'input') (isShared(clause, index) ? shared : current.inputs).push(clause)
  })
  return { segments: [...segments, current], shared }
}

function sharedTest(clauses: readonly Clause[]): (clause: InputClause, index: number) => boolean {
  const hasSeveral = clauses.some(({ kind }) => kind === 'plus')
  const firstType = clauses.findIndex(({ kind }) => kind === 'type')
  const all = clauses.findIndex(({ kind }) => kind === 'all')
  return (clause, index) =>
    (all >= 0 && index > all) ||
    (hasSeveral && index < firstType && clause.input.isSetting === true)
}

function buildGroup(
  segment: Segment,
  shared: readonly InputClause[],
  report: Report,
): readonly NodeGroup[] {
  reportRepeated(segment.inputs, report)
  const [type, ...others] = segment.types
  for (const other of others)
    report(other, { code: 'second-type', first: type?.name ?? '' }, `+ ${other.name}`)
  const limits = type && findInstance(type.name)
  if (!limits) {
    report({ at: segment.end, length: 0 }, { code: 'type-missing' })
    return []
  }
  const inputs = [...shared, ...segment.inputs]
  const group = inputs.reduce(writeInput, nodeGroup(type.name, limits))
  reportContradictions(group, inputs, report)
  return [group]
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

const WORD_OF_FIELD = { attachedEnis: 'attached', unmanagedEnis: 'unmanaged' } as const

function reportContradictions(
  group: NodeGroup,
  inputs: readonly InputClause[],
  report: Report,
): void {
  for (const { field, most } of contradictions(group)) {
    const word = WORD_OF_FIELD[field]
    const clause = inputs.find(({ input }) => input.word === word)
    if (clause) report(clause, { code: 'too-large', word, limit: 'enis', most }, `${word}=${most}`)
  }
}

function single<Kind extends 'name' | 'cni'>(
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
