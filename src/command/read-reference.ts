import { looksLikeInstance } from '../instance/instance.ts'
import type { Clause } from './clause.ts'
import { isSymbol, peek, placeSince, plainAt, wordOf, type Cursor } from './cursor.ts'
import type { Problem } from './problem.ts'
import { LONGEST_NAME } from './read-name.ts'
import { openQuote, problem } from './reading.ts'
import type { RunReference } from './run-reference.ts'
import type { Token } from './tokenize.ts'
import { AS, LAST, QUIET, SHARE, VS } from './vocabulary.ts'

/** The largest number that the history can give to a run. */
export const MOST_RUNS = 2_147_483_647

/**
 * A run: `#42`, `42`, `last`, or a saved name, in quotes or one word. A word that cannot be one is a
 * problem; nothing at all is `null`.
 */
export function readReference(cursor: Cursor): RunReference | Problem | null {
  if (isBeforeRun(cursor)) cursor.index++
  const from = cursor.index
  const token = peek(cursor)
  if (token === undefined || isOtherWord(token)) return null
  cursor.index++
  if (token.kind === 'open') return openQuote(cursor, from)
  if (isSymbol(token, '#')) return readNumber(cursor, from)
  if (token.kind === 'quoted') return named(cursor, from, token.text)
  const word = wordOf(token).replace(/^n[°º](?=\d+$)/, '')
  if (/^\d+$/.test(word)) return numbered(cursor, from, word)
  if (LAST.has(token.plain)) return { kind: 'last', ...placeSince(cursor, from) }
  if (!word || looksLikeInstance(word)) return problem(cursor, from, { code: 'not-a-reference' })
  return named(cursor, from, token.text)
}

/** `run 42`, `run #42`, `the last`. */
function isBeforeRun(cursor: Cursor): boolean {
  const [word, next] = [plainAt(cursor), peek(cursor, 1)]
  if (LAST.has(next?.plain ?? '')) return ARTICLES.has(word)
  const isNumber = isSymbol(next, '#') || /^\d+$/.test(wordOf(next))
  return isNumber && NOUNS.has(word)
}

const NOUNS: ReadonlySet<string> = new Set(['run', 'number', 'calcul', 'numero', 'n°'])
const ARTICLES: ReadonlySet<string> = new Set(['the', 'le', 'la'])

/** Words that begin something else; a run of that name is named in quotes. */
function isOtherWord({ plain }: Token): boolean {
  return [AS, VS, QUIET, SHARE].some((words) => words.has(plain))
}

/** `vs #41`: the run to compare with. */
export function readAgainst(cursor: Cursor, from: number, word: string): Clause | Problem {
  const run = readReference(cursor)
  if (run === null) return problem(cursor, from, { code: 'reference-missing', word, least: 1 })
  return 'code' in run ? run : { ...placeSince(cursor, from), kind: 'against', run }
}

/** The number after `#`, against it. Of `#prod` the name was meant, which takes no `#`. */
function readNumber(cursor: Cursor, from: number): RunReference | Problem {
  const [sign, next] = [cursor.tokens[from], peek(cursor)]
  const word = wordOf(next)
  const isNumber = /^\d+$/.test(word)
  const isAgainst = sign !== undefined && next?.at === sign.at + sign.length
  if (isNumber || (word && isAgainst)) cursor.index++
  if (isNumber && isAgainst) return numbered(cursor, from, word)
  const name = isAgainst && /^\p{L}/u.test(word) ? (next?.text ?? '') : ''
  const meant = isNumber ? `#${word}` : name || null
  return problem(cursor, from, { code: 'not-a-reference' }, meant)
}

function numbered(cursor: Cursor, from: number, digits: string): RunReference | Problem {
  const number = /^\d{1,10}$/.test(digits) ? Number(digits) : 0
  if (number < 1 || number > MOST_RUNS) return problem(cursor, from, { code: 'not-a-reference' })
  return { kind: 'number', number, ...placeSince(cursor, from) }
}

function named(cursor: Cursor, from: number, name: string): RunReference | Problem {
  if (name === '') return problem(cursor, from, { code: 'not-a-reference' })
  if (name.length > LONGEST_NAME) {
    return problem(cursor, from, { code: 'name-too-long', most: LONGEST_NAME })
  }
  return { kind: 'name', name: name.normalize('NFC'), ...placeSince(cursor, from) }
}
