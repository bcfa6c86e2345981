import { findInstance, INSTANCE_NAMES } from '../instance/instance.ts'
import { suggest } from '../nearest.ts'
import { looksNumeric } from './count.ts'
import { inputAhead, isSign, isSymbol, peek, placeSince, wordOf, type Cursor } from './cursor.ts'
import { problem, type Reading } from './reading.ts'
import { ALL, findInput, SPELLINGS } from './vocabulary.ts'

/**
 * A word that no table knows, or what is typed against a sign that means nothing here (`#42`). A
 * value given to it is taken along, so that it is one problem.
 */
export function readUnknown(cursor: Cursor, from: number): Reading {
  const typed = cursor.tokens[from]?.plain ?? ''
  if (!typed) takeAdjoining(cursor)
  const family = typed && spacedType(cursor, typed)
  if (family) cursor.index++
  const meant = family || (typed && wordMeantBy(typed))
  const reading = problem(cursor, from, { code: 'unknown-word' }, meant || null)
  takeValue(cursor, meant)
  return reading
}

/** `t3 2xlarge`, with a space where the point goes. */
export function spacedType(cursor: Cursor, family: string): string {
  const name = `${family}.${wordOf(peek(cursor))}`
  return findInstance(name) ? name : ''
}

function wordMeantBy(typed: string): string | null {
  if (ALL.has(typed)) return `${typed}:`
  return suggest(typed, /\d/.test(typed) ? [...SPELLINGS, ...INSTANCE_NAMES] : SPELLINGS)
}

/** The value after a sign, or the number that the misspelt word would have taken. */
function takeValue(cursor: Cursor, meant: string | null): void {
  if (isSign(peek(cursor))) {
    cursor.index++
    if (peek(cursor) && !isSymbol(peek(cursor), '+')) cursor.index++
    takeAdjoining(cursor)
  } else if (meant && findInput(meant)?.takes === 'count' && looksNumeric(wordOf(peek(cursor)))) {
    if (!inputAhead(cursor, 1)) cursor.index++
  }
}

/** Takes tokens that follow each other without a gap, as in `10.0.0.0/22`. */
function takeAdjoining(cursor: Cursor): void {
  for (;;) {
    const { at, length } = placeSince(cursor, cursor.index - 1)
    const next = peek(cursor)
    if (next === undefined || next.at > at + length || isSymbol(next, '+')) return
    cursor.index++
  }
}
