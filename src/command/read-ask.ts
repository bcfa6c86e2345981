import { failure, success, type Result } from '../result.ts'
import { buildGroup, buildScenario, single, spaceOf, type Told } from './build.ts'
import type { Change } from './change.ts'
import { checkedSegments, reportNumbers, reportRepeated } from './checks.ts'
import { SCENARIO_LIMITS } from '../scenario/limits.ts'
import { isOfScenario, type Clause } from './clause.ts'
import type { Ask, Audience, Question } from './command.ts'
import type { Cursor } from './cursor.ts'
import { hintsOf, type Hint } from './hint.ts'
import { withFewestNodes } from './nodes-asked.ts'
import type { ReadContext } from './operands.ts'
import type { Problem } from './problem.ts'
import { readClauses } from './read.ts'
import { reporter, type Report } from './report.ts'
import type { RunReference } from './run-reference.ts'
import { segmentsOf, type InputClause, type Segment } from './segments.ts'
import { joinEmoji } from './emoji.ts'
import { unglue } from './unglue.ts'

/**
 * Reads the rest of the line as a question: a scenario told whole, or with `of` a change of that run
 * (`null`: of the conversation's). In a conversation about a scenario a partial line is a change too.
 */
export function readAsk(
  cursor: Cursor,
  context: ReadContext,
  of?: RunReference | null,
): Result<Ask, Problem> {
  const { question, clauses, problems, report } = readQuestion(cursor, context, of)
  const words = {
    name: single(clauses, 'name', report)?.name ?? null,
    against: single(clauses, 'against', report)?.run ?? null,
    audience: single(clauses, 'audience', report)?.audience ?? null,
  }
  if (problems.length > 0) return failure(withFewestNodes(problems, question))
  return success({ kind: 'ask', question, ...words, hints: hintsOfQuestion(question, clauses) })
}

/** A question whose answer is not kept, and who sees the answer. */
export interface PassingQuestion {
  readonly question: Question
  readonly audience: Audience
}

/** Reads the same where nothing is stored: then there is nothing to name and nothing to compare. */
export function readPassing(
  cursor: Cursor,
  context: ReadContext,
  of?: RunReference | null,
): Result<PassingQuestion, Problem> {
  const { question, clauses, problems, report } = readQuestion(cursor, context, of)
  for (const clause of clauses) {
    if (clause.kind === 'name' || clause.kind === 'against') {
      report(clause, { code: 'unexpected', word: context.word })
    }
  }
  const audience = single(clauses, 'audience', report)?.audience ?? null
  return problems.length > 0
    ? failure(withFewestNodes(problems, question))
    : success({ question, audience })
}

function readQuestion(cursor: Cursor, context: ReadContext, of?: RunReference | null) {
  const { follows, cni, word } = context
  const { text } = cursor
  const tokens = unglue(joinEmoji(cursor.tokens.slice(cursor.index)))
  cursor.index = cursor.tokens.length
  const { clauses, problems: found } = readClauses(text, tokens, of !== undefined || follows)
  const problems = [...found]
  const report = reporter(text, problems)
  const told: Told = {
    text,
    clauses,
    found,
    cni,
    asks: PASSING.find((one) => one === word) ?? 'what-if',
  }
  const isChange = of !== undefined || (follows && isPartial(clauses, found))
  const question: Question = isChange
    ? { kind: 'change', of: of ?? null, change: checkedChange(told, report) }
    : { kind: 'scenario', scenario: buildScenario(told, report) }
  return { question, clauses, problems, report }
}

const PASSING = ['why', 'chart', 'apply'] as const

/** A line that says too little for a scenario of its own, or how an earlier one changes. */
function isPartial(clauses: readonly Clause[], found: readonly Problem[]): boolean {
  if (clauses.length === 0) return found.length > 0
  const firstType = clauses.findIndex(({ kind }) => kind === 'type')
  const firstPlus = clauses.findIndex(({ kind }) => kind === 'plus')
  if (firstPlus >= 0 && firstPlus < firstType) return true
  if (clauses.some(({ kind }) => kind === 'without')) return true
  const types = clauses.filter(({ kind }) => kind === 'type').length
  const isCounted = clauses.some(
    (clause) => clause.kind === 'number' || (clause.kind === 'input' && clause.input.isUnit),
  )
  return types === 0 || (types === 1 && !isCounted)
}

/** A change, with the problems it has whatever it is a change of. */
function checkedChange({ text, clauses, found }: Told, report: Report): Change {
  const { segments, shared } = segmentsOf(clauses, text.length)
  const further = segments.slice(1).filter(({ hasPlus }) => hasPlus)
  for (const segment of checkedSegments(further, SCENARIO_LIMITS.groups, report)) {
    buildGroup(segment, shared, { found, report })
  }
  const changed = segments.filter((segment) => !further.includes(segment))
  for (const { numbers, inputs } of changed) reportNumbers(numbers, inputs, report)
  for (const inputs of inputsByType(changed)) reportRepeated(inputs, report)
  reportRepeated(shared, report)
  single(clauses, 'cni', report)
  spaceOf(clauses, report)
  return { text, clauses: clauses.filter(isOfScenario) }
}

/** What is said of the groups of each type, be it in one place or in several. */
function inputsByType(segments: readonly Segment[]): Iterable<readonly InputClause[]> {
  const byType = new Map<string, InputClause[]>()
  for (const { type, inputs } of segments) {
    const name = type?.name ?? ''
    byType.set(name, [...(byType.get(name) ?? []), ...inputs])
  }
  return byType.values()
}

function passedOver(clauses: readonly Clause[]): readonly Hint[] {
  const names = clauses.flatMap((clause) => (clause.kind === 'harmless' ? [clause.name] : []))
  return names.length === 0 ? [] : [{ code: 'passed-over', names: [...new Set(names)] }]
}

function hintsOfQuestion(question: Question, clauses: readonly Clause[]): readonly Hint[] {
  const passed = passedOver(clauses)
  if (question.kind === 'change') return passed
  const stated = clauses.filter((clause) => clause.kind === 'input')
  return [...hintsOf(question.scenario, stated), ...passed]
}
