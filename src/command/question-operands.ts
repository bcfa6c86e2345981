import { looksLikeInstance } from '../instance/instance.ts'
import { suggest } from '../nearest.ts'
import { failure, type Result } from '../result.ts'
import type { Ask } from './command.ts'
import { looksNumeric } from './count.ts'
import {
  isSign,
  isSymbol,
  passFillers,
  peek,
  plainAt,
  takeSign,
  wordOf,
  type Cursor,
} from './cursor.ts'
import type { Operands } from './operands.ts'
import type { Problem } from './problem.ts'
import { readAsk, readPassing, type PassingQuestion } from './read-ask.ts'
import { isOfName } from './read-name.ts'
import { isCountAhead } from './read-number.ts'
import { readReference } from './read-reference.ts'
import { referenceMissing } from './run-operands.ts'
import type { RunReference } from './run-reference.ts'
import { spacedType } from './unknown.ts'
import { COUNTED, LAST, SPELLINGS } from './vocabulary.ts'

/** A scenario, or a run with or without a change. */
export const question: Operands<PassingQuestion> = (cursor, context) => {
  const run = leadingRun(cursor)
  if (run && 'code' in run) return withRest(run, readPassing(cursor, context, null))
  const isRestOfConversation = context.follows && peek(cursor) === undefined
  const of = run ?? (isRestOfConversation ? null : undefined)
  return readPassing(cursor, context, of)
}

/** A run and how it changes; in a conversation about a scenario the run may be left out. */
export const changedRun: Operands<Ask> = (cursor, context) => {
  const run = leadingRun(cursor, { isChange: true, isNeeded: !context.follows })
  if (run && 'code' in run) return withRest(run, readAsk(cursor, context, null))
  if (run !== null) return readAsk(cursor, context, run)
  const ask = readAsk(cursor, context, null)
  return context.follows ? ask : withRest(referenceMissing(cursor, context.word, 1), ask)
}

/** A run that is none, and what is wrong with the change behind it. */
function withRest(run: Problem, rest: Result<unknown, Problem>): Result<never, Problem> {
  return failure([run, ...(rest.ok ? [] : rest.problems)])
}

/**
 * A run before a change; `null` where the next words are the change already. The `42` of `42 m5.large`
 * is a run where the line must name one, and elsewhere a number of nodes.
 */
function leadingRun(
  line: Cursor,
  { isChange = false, isNeeded = false } = {},
): RunReference | Problem | null {
  const cursor = { ...line }
  passFillers(cursor)
  const token = peek(cursor)
  const word = wordOf(token)
  const isRun =
    isSymbol(token, '#') ||
    token?.kind === 'quoted' ||
    token?.kind === 'open' ||
    LAST.has(plainAt(cursor)) ||
    (/^\d+$/.test(word) ? isRunNumber(cursor, isChange) : isNameAhead(cursor, isNeeded))
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

/**
 * A word that is not even near to one that means something in a change. Where the line must name a run,
 * or says nothing else, `prod` is no slip of `pod`.
 */
function isNameAhead(cursor: Cursor, isNeeded: boolean): boolean {
  const word = wordOf(peek(cursor))
  if (!isOfName(cursor) || looksNumeric(word) || looksLikeInstance(word)) return false
  if (isSign(peek(cursor, 1))) return false
  const mayBeSlip = !isNeeded && peek(cursor, 1) !== undefined
  if (mayBeSlip && suggest(plainAt(cursor), SPELLINGS) !== null) return false
  const after = { ...cursor, index: cursor.index + 1 }
  return !spacedType(after, plainAt(cursor))
}
