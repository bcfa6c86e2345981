import { firstOverlap } from '../subnet/overlap.ts'
import { findInstance } from '../instance/instance.ts'
import { nodeGroup } from '../scenario/group.ts'
import { MOST_SUBNETS, SCENARIO_LIMITS } from '../scenario/limits.ts'
import type { AddressSpace, NodeGroup, Scenario } from '../scenario/scenario.ts'
import { NO_SPACE, statedSpace } from '../scenario/space.ts'
import {
  checkedSegments,
  reportContradictions,
  reportNumbers,
  reportRepeated,
  reportSecondType,
  type BuiltGroup,
} from './checks.ts'
import type { Clause } from './clause.ts'
import type { OfRun, Problem } from './problem.ts'
import type { Report } from './report.ts'
import { segmentsOf, type InputClause, type Segment } from './segments.ts'

/** What a line says of a scenario, as it was read. */
export interface Told {
  readonly text: string
  readonly clauses: readonly Clause[]
  /** The problems that were found in reading it. */
  readonly found: readonly Problem[]
  /** The VPC CNI version where the line names none. */
  readonly cni: string
  /** The command that the line begins with; `what-if` where it begins with none. */
  readonly asks: OfRun
}

/** Puts clauses together into the scenario they describe, and reports what keeps them from being one. */
export function buildScenario(told: Told, report: Report): Scenario {
  const { text, clauses, found, cni } = told
  const { segments, shared } = segmentsOf(clauses, text.length)
  const asks = segments.length === 1 && found.length === 0 ? told.asks : null
  const built = checkedSegments(segments, SCENARIO_LIMITS.groups, report).flatMap((segment) => {
    if (!segment.hasPlus) reportSecondType(segment, text, report)
    return buildGroup(segment, shared, { found, asks, report })
  })
  reportRepeated(shared, report)
  reportContradictions(built, report)
  for (const clause of clauses) {
    if (clause.kind === 'without') report(clause, { code: 'no-such-group', types: [] })
  }
  return {
    v: 1,
    cni: single(clauses, 'cni', report)?.version ?? cni,
    groups: built.map(({ group }) => group),
    space: spaceOf(clauses, report),
  }
}

interface Finding {
  readonly found: readonly Problem[]
  /** What an earlier run could be asked as well, where nothing but a type is missing. */
  readonly asks?: OfRun | null
  readonly report: Report
}

/** The node group of a segment; none where no instance type is known. */
export function buildGroup(
  segment: Segment,
  shared: readonly InputClause[],
  { found, asks = null, report }: Finding,
): readonly BuiltGroup[] {
  reportRepeated(segment.inputs, report)
  const inputs = [...shared, ...segment.inputs]
  reportNumbers(segment.numbers, inputs, report)
  const limits = segment.type && findInstance(segment.type.name)
  if (!segment.type || !limits) {
    if (!found.some((problem) => isTypeProblem(problem, segment))) {
      report({ at: segment.end, length: 0 }, { code: 'type-missing', asks })
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

/** The group with what the clause says. */
export function writeInput(group: NodeGroup, { input, value }: InputClause): NodeGroup {
  if (input.takes === 'count') return input.write(group, value === null ? null : Number(value))
  return input.write(group, Boolean(value))
}

/** Where the addresses come from, if the line says so. */
export function spaceOf(clauses: readonly Clause[], report: Report): AddressSpace | null {
  const free = single(clauses, 'free', report)?.free ?? null
  const told = clauses.filter((clause) => clause.kind === 'subnets')
  const subnets = told.flatMap((clause) => clause.subnets)
  const last = told.at(-1)
  if (last && subnets.length > MOST_SUBNETS) {
    report(last, { code: 'too-many-subnets', most: MOST_SUBNETS })
  }
  reportOverlap(told, report)
  return statedSpace({ ...NO_SPACE, subnets, free })
}

function reportOverlap(
  told: readonly Extract<Clause, { kind: 'subnets' }>[],
  report: Report,
): void {
  const overlap = firstOverlap(told.flatMap((clause) => clause.subnets))
  if (overlap === null) return
  const clauseOf = told.flatMap((clause) => clause.subnets.map(() => clause))
  const { index, first, second } = overlap
  const clause = clauseOf[index]
  if (clause) report(clause, { code: 'overlapping-subnets', first, second })
}

type SingleKind = 'name' | 'cni' | 'free' | 'against' | 'audience'

const WORD_OF_KIND: Readonly<Record<SingleKind, string>> = {
  name: 'as',
  cni: 'cni',
  free: 'free',
  against: 'vs',
  audience: 'quiet',
}

/** The only clause of a kind; every further one is a problem. */
export function single<Kind extends SingleKind>(
  clauses: readonly Clause[],
  kind: Kind,
  report: Report,
): Extract<Clause, { kind: Kind }> | undefined {
  const [first, ...others] = clauses.filter(
    (clause): clause is Extract<Clause, { kind: Kind }> => clause.kind === kind,
  )
  for (const other of others) report(other, { code: 'repeated', word: WORD_OF_KIND[kind] })
  return first
}
