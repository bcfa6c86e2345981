import { characterMeaning } from './characters.ts'
import type { Clause } from './clause.ts'
import { checkedCount, meantDigits } from './count.ts'
import { placeSince, type Cursor } from './cursor.ts'
import type { CountInput } from './grammar.ts'
import type { Problem, ProblemDetail } from './problem.ts'
import type { Token } from './tokenize.ts'

/** What the reader makes of a few tokens: a clause, a problem, or nothing (a filler word). */
export type Reading = Clause | Problem | null

/** The number that was read since `from`, for an input, or what is wrong with it. */
export function countReading(
  cursor: Cursor,
  from: number,
  digits: string,
  input: CountInput,
  isOfType = false,
): Reading {
  const value = checkedCount(digits, input)
  if (typeof value !== 'number') return problem(cursor, from, value)
  return { kind: 'input', input, value, isOfType, ...placeSince(cursor, from) }
}

/**
 * Something in the place of a number that is none. Where a number can be guessed, it is offered, or
 * where that is beyond a limit, the limit is named. `word` is the input to give an example with.
 */
export function notANumber(
  cursor: Cursor,
  from: number,
  token: Token,
  input: Parameters<typeof checkedCount>[1] | null,
  word: string | null = input?.word ?? null,
): Problem {
  const { at, length } = placeSince(cursor, from)
  const meant = meantDigits(token.text)
  const value = meant !== null && input ? checkedCount(meant, input) : 0
  if (typeof value !== 'number') return problem(cursor, from, value)
  const before = cursor.text.slice(at, token.at)
  const after = cursor.text.slice(token.at + token.length, at + length)
  const suggestion = meant === null ? null : `${before}${meant}${after}`
  return problem(cursor, from, { code: 'not-a-number', word }, suggestion)
}

/** A problem with what was taken since `from`. */
export function problem(
  cursor: Cursor,
  from: number,
  detail: ProblemDetail,
  suggestion: string | null = null,
): Problem {
  const { at, length } = placeSince(cursor, from)
  return { ...detail, at, length, text: cursor.text.slice(at, at + length), suggestion }
}

/** The quoted text at `index`, which nothing closes. */
export function openQuote(cursor: Cursor, index: number): Problem {
  const { at, length } = cursor.tokens[index] ?? { at: 0, length: 0 }
  const text = cursor.text.slice(at, at + length)
  return { code: 'unclosed-quote', at, length, text, suggestion: `${text}${closing(text)}` }
}

/** The plain quote closes a curly one too. */
function closing(text: string): string {
  const { kind, text: quote } = { text: '"', ...characterMeaning(text.slice(0, 1)) }
  return kind === 'text' ? quote : '"'
}
