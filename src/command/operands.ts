import { looksLikeInstance } from '../instance/instance.ts'
import { suggest } from '../nearest.ts'
import { failure, success, type Result } from '../result.ts'
import type { Ask, Audience } from './command.ts'
import type { CommandWord } from './commands.ts'
import { looksNumeric } from './count.ts'
import {
  isSign,
  isSymbol,
  passFillers,
  peek,
  placeSince,
  plainAt,
  wordOf,
  type Cursor,
  takeSign,
} from './cursor.ts'
import type { Problem } from './problem.ts'
import { readAsk, readPassing, type PassingQuestion } from './read-ask.ts'
import { isOfName, readName } from './read-name.ts'
import { isCountAhead } from './read-number.ts'
import { readReference } from './read-reference.ts'
import { problem } from './reading.ts'
import { isMore } from './report.ts'
import type { RunReference } from './run-reference.ts'
import { spacedType } from './unknown.ts'
import { AS, COUNTED, LAST, QUIET, SHARE, SPELLINGS, TO, VS } from './vocabulary.ts'

/** How lines are read where they are typed. */
export interface ParseOptions {
  /** True in a conversation about a scenario, where `40 pods` alone changes that scenario. */
  readonly follows: boolean
  /** The VPC CNI version of a line that names none. */
  readonly cni: string
}

export interface ReadContext extends ParseOptions {
  /** The commands that there are, for help. */
  readonly commands: readonly CommandWord[]
  /** The command that is read. */
  readonly word: string
}

/** Reads what a command takes. What is left over afterwards is a problem of its own. */
export type Operands<T> = (cursor: Cursor, context: ReadContext) => Result<T, Problem>

/** One run; in a conversation about a scenario it may be left out. */
export const oneRun: Operands<{ readonly run: RunReference }> = (cursor, context) => {
  passFillers(cursor)
  const run = audienceAhead(cursor) === null ? readReference(cursor) : null
  if (run === null) {
    const { follows, word } = context
    return follows
      ? success({ run: lastRun(cursor) })
      : failure([referenceMissing(cursor, word, 1)])
  }
  if ('code' in run) return failure([run])
  return isNameInParts(cursor, run) ? failure([nameInParts(cursor, run)]) : success({ run })
}

/** `show prod blue`: a name of several words without quotes. */
function isNameInParts(cursor: Cursor, { kind }: RunReference): boolean {
  const isFollowed = wordOf(peek(cursor)) !== '' && audienceAhead(cursor) === null
  return kind === 'name' && wordOf(peek(cursor, -1)) !== '' && isFollowed
}

function nameInParts(cursor: Cursor, { at }: RunReference): Problem {
  const from = cursor.index - 1
  while (wordOf(peek(cursor)) !== '') cursor.index++
  const { length } = placeSince(cursor, from)
  return problem(cursor, from, { code: 'name-in-parts' }, `"${cursor.text.slice(at, at + length)}"`)
}

/** The newest run of the conversation, which the line does not name. */
function lastRun({ text }: Cursor): RunReference {
  return { kind: 'last', at: text.length, length: 0 }
}

function referenceMissing({ text }: Cursor, word: string, least: number): Problem {
  const place = { at: text.length, length: 0, text: '' }
  return { code: 'reference-missing', word, least, suggestion: null, ...place }
}

/** More are no comparison that anybody reads. */
export const MOST_COMPARED = 10

/** Two runs or more; in a conversation about a scenario one is compared with its newest. */
const someRuns: Operands<{ readonly runs: readonly RunReference[] }> = (
  cursor,
  { follows, word },
) => {
  const from = cursor.index
  const runs: RunReference[] = []
  const problems: Problem[] = []
  while (isMore(cursor, problems)) {
    passFillers(cursor)
    if (audienceAhead(cursor) !== null) break
    while (VS.has(plainAt(cursor)) || TO.has(plainAt(cursor)) || isSymbol(peek(cursor), '+'))
      cursor.index++
    const run = readReference(cursor)
    if (run === null) break
    if ('code' in run) problems.push(run)
    else runs.push(run)
  }
  if (runs.length > MOST_COMPARED) {
    problems.push(problem(cursor, from, { code: 'too-many-references', most: MOST_COMPARED }))
  }
  if (problems.length > 0) return failure(problems)
  if (runs.length > 1) return success({ runs })
  if (follows && runs.length === 1) return success({ runs: [...runs, lastRun(cursor)] })
  return failure([referenceMissing(cursor, word, 2)])
}

/** One run, with `quiet` or `share` before or after it. */
export const runToShow: Operands<{ readonly run: RunReference; readonly audience: Audience }> = (
  cursor,
  context,
) => withAudience(oneRun, cursor, context)

/** The same for two runs or more. */
export const runsToShow: Operands<{
  readonly runs: readonly RunReference[]
  readonly audience: Audience
}> = (cursor, context) => withAudience(someRuns, cursor, context)

function withAudience<Value extends object>(
  takes: Operands<Value>,
  cursor: Cursor,
  context: ReadContext,
): Result<Value & { readonly audience: Audience }, Problem> {
  const before = takeAudience(cursor)
  const taken = takes(cursor, context)
  return taken.ok ? success({ ...taken.value, audience: before ?? takeAudience(cursor) }) : taken
}

function takeAudience(cursor: Cursor): Audience {
  const audience = audienceAhead(cursor)
  if (audience !== null) cursor.index++
  return audience
}

function audienceAhead(cursor: Cursor): Audience {
  if (QUIET.has(plainAt(cursor))) return 'asker'
  return SHARE.has(plainAt(cursor)) ? 'channel' : null
}

/** A run and its new name: `#42 "prod blue"`, `#42 as prod-blue`. */
export const runAndName: Operands<{ readonly run: RunReference; readonly name: string }> = (
  cursor,
  context,
) => {
  passFillers(cursor)
  const from = cursor.index
  const isNameAlone = context.follows && cursor.tokens.length === from + 1
  const run = isNameAlone ? lastRun(cursor) : readReference(cursor)
  if (run === null) return failure([referenceMissing(cursor, context.word, 1)])
  if ('code' in run) return failure([run])
  if (run.kind === 'name' && isSymbol(peek(cursor), '#')) return nameBeforeRun(cursor, run.name)
  const link = plainAt(cursor)
  if (AS.has(link) || link === 'to') cursor.index++
  const read = readName(cursor, Math.min(cursor.index, cursor.tokens.length - 1))
  if ('code' in read) return failure([read])
  return success({ run, name: read.name })
}

/** `prod #42`: no name begins with `#`, so this is the run. */
function nameBeforeRun(cursor: Cursor, name: string): ReturnType<typeof runAndName> {
  const run = readReference(cursor)
  if (run === null || 'code' in run) return failure(run ? [run] : [])
  return success({ run, name })
}

/** A scenario, or a run with or without a change. */
export const question: Operands<PassingQuestion> = (cursor, context) => {
  const run = leadingRun(cursor)
  if (run && 'code' in run) return failure([run])
  const isRestOfConversation = context.follows && peek(cursor) === undefined
  const of = run ?? (isRestOfConversation ? null : undefined)
  return readPassing(cursor, context, of)
}

/** A run and how it changes; in a conversation about a scenario the run may be left out. */
export const changedRun: Operands<Ask> = (cursor, context) => {
  const run = leadingRun(cursor, true)
  if (run && 'code' in run) return failure([run])
  if (run !== null) return readAsk(cursor, context, run)
  const ask = readAsk(cursor, context, null)
  if (context.follows) return ask
  return failure([referenceMissing(cursor, context.word, 1), ...(ask.ok ? [] : ask.problems)])
}

/**
 * A run before a change; `null` where the next words are the change already. The `42` of `42 m5.large`
 * is a run where the line must name one, and elsewhere a number of nodes.
 */
function leadingRun(line: Cursor, isChange = false): RunReference | Problem | null {
  const cursor = { ...line }
  passFillers(cursor)
  const token = peek(cursor)
  const word = wordOf(token)
  const isRun =
    isSymbol(token, '#') ||
    token?.kind === 'quoted' ||
    token?.kind === 'open' ||
    LAST.has(plainAt(cursor)) ||
    (/^\d+$/.test(word) ? isRunNumber(cursor, isChange) : isNameAhead(cursor))
  const run = isRun ? readReference(cursor) : null
  if (run === null) return null
  takeSign(cursor)
  line.index = cursor.index
  return run
}

/** Whether a number stands for a run and counts nothing: `60 addresses` does. */
function isRunNumber(cursor: Cursor, isChange: boolean): boolean {
  if (COUNTED.has(plainAt(cursor, 1))) return false
  return (isChange && looksLikeInstance(wordOf(peek(cursor, 1)))) || !isCountAhead(cursor)
}

/** A word that is not even near to one that means something in a change. */
function isNameAhead(cursor: Cursor): boolean {
  const word = wordOf(peek(cursor))
  if (!isOfName(cursor) || looksNumeric(word) || looksLikeInstance(word)) return false
  if (isSign(peek(cursor, 1)) || suggest(plainAt(cursor), SPELLINGS) !== null) return false
  const after = { ...cursor, index: cursor.index + 1 }
  return !spacedType(after, plainAt(cursor))
}
