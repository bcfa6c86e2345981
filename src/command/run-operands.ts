import { looksLikeInstance } from '../instance/instance.ts'
import { failure, success, type Result } from '../result.ts'
import type { Audience } from './command.ts'
import {
  isSign,
  isSymbol,
  passFillers,
  peek,
  placeSince,
  plainAt,
  wordOf,
  type Cursor,
} from './cursor.ts'
import type { Operands, ReadContext } from './operands.ts'
import type { Problem } from './problem.ts'
import { audienceAhead } from './read-audience.ts'
import { readName } from './read-name.ts'
import { readReference } from './read-reference.ts'
import { problem } from './reading.ts'
import { isMore } from './report.ts'
import type { RunReference } from './run-reference.ts'
import { AS, TO, VS } from './vocabulary.ts'

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

/** A command that takes `least` runs, and got fewer. */
export function referenceMissing({ text }: Cursor, word: string, least: number): Problem {
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
  const ahead = audienceAhead(cursor)
  cursor.index += ahead?.words ?? 0
  return ahead?.audience ?? null
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
  const read = readName(cursor, cursor.index)
  if ('code' in read) return failure([read])
  return success({ run, name: read.name })
}

/** `prod #42`: no name begins with `#`, so this is the run. */
function nameBeforeRun(cursor: Cursor, name: string): ReturnType<typeof runAndName> {
  const run = readReference(cursor)
  if (run === null || 'code' in run) return failure(run ? [run] : [])
  return success({ run, name })
}

/** Whether `name` is the command: `name=prod t3.large` and `name prod t3.large` are scenarios. */
export function isNaming(cursor: Cursor): boolean {
  return !hasInstance(cursor) && !isSign(peek(cursor))
}

/** Whether the word compares runs: `vs last t3.large` is a scenario, in another order. */
export function isComparing(cursor: Cursor): boolean {
  return !VS.has(peek(cursor, -1)?.plain ?? '') || !hasInstance(cursor)
}

function hasInstance({ tokens }: Cursor): boolean {
  return tokens.some((token) => looksLikeInstance(wordOf(token)))
}
