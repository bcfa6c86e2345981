import { looksLikeInstance } from '../instance/instance.ts'
import { looksNumeric } from './count.ts'
import {
  inputAhead,
  isSymbol,
  peek,
  placeSince,
  plainAt,
  takeSign,
  wordOf,
  type Cursor,
} from './cursor.ts'
import {
  AFTER_ARTICLE,
  ALL,
  AS,
  CNI,
  FILLERS,
  FREE,
  NO,
  QUIET,
  SHARE,
  SUBNET,
  VS,
} from './vocabulary.ts'
import type { Clause } from './clause.ts'
import type { Problem } from './problem.ts'
import { openQuote, problem } from './reading.ts'

type NameClause = Extract<Clause, { kind: 'name' }>

/** The longest name of a scenario. */
export const LONGEST_NAME = 60

const OTHER_WORDS: readonly ReadonlySet<string>[] = [
  FILLERS,
  NO,
  ALL,
  AS,
  CNI,
  SUBNET,
  FREE,
  VS,
  QUIET,
  SHARE,
]

/** The name of a scenario, after `as`: one word, or several in quotes. */
export function readName(cursor: Cursor, from: number): NameClause | Problem {
  takeSign(cursor)
  const value = peek(cursor)
  if (value?.kind === 'open') return openQuote(cursor, cursor.index++)
  if (value?.kind !== 'word' && value?.kind !== 'quoted') {
    if (isSymbol(value, '#')) takeReference(cursor)
    return problem(cursor, from, { code: 'name-missing' })
  }
  cursor.index++
  if (!value.text) return problem(cursor, from, { code: 'name-missing' })
  if (value.kind === 'word' && isPartOfName(cursor)) return nameInParts(cursor, from, value.at)
  const name = value.text.normalize('NFC')
  if (name.length > LONGEST_NAME) {
    return problem(cursor, from, { code: 'name-too-long', most: LONGEST_NAME })
  }
  return { kind: 'name', name, ...placeSince(cursor, from) }
}

/** `as #42` is no name; the number goes along. */
function takeReference(cursor: Cursor): void {
  cursor.index++
  if (looksNumeric(wordOf(peek(cursor)))) cursor.index++
}

/** `as prod blue`: the words that have no other meaning were meant for the name. */
function nameInParts(cursor: Cursor, from: number, start: number): Problem {
  while (isPartOfName(cursor)) cursor.index++
  const { at, length } = placeSince(cursor, from)
  const [before, name] = [cursor.text.slice(at, start), cursor.text.slice(start, at + length)]
  return problem(cursor, from, { code: 'name-in-parts' }, `${before}"${name}"`)
}

/**
 * The `blue` of `as prod blue`, and the `a` of `as team a`: a letter alone, or a word that joins two
 * things and has nothing behind it, was no filler.
 */
function isPartOfName(cursor: Cursor): boolean {
  if (isOfName(cursor)) return true
  const word = plainAt(cursor)
  if (!FILLERS.has(word) || !/^\p{L}+$/u.test(word)) return false
  const next = peek(cursor, 1)
  if (next === undefined) return !COURTESY.has(word)
  return word.length === 1 && !AFTER_ARTICLE.has(next.plain) && !looksLikeInstance(wordOf(next))
}

const COURTESY: ReadonlySet<string> = new Set(['please', 'svp', 'stp'])

/** Whether the next word has no other meaning in a line. */
export function isOfName(cursor: Cursor): boolean {
  const word = wordOf(peek(cursor))
  if (!word || looksNumeric(word) || looksLikeInstance(word) || inputAhead(cursor)) return false
  return !OTHER_WORDS.some((words) => words.has(plainAt(cursor)))
}
