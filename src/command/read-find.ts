import { findInstance, looksLikeInstance, nearestInstances } from '../instance/instance.ts'
import { failure, success, type Result } from '../result.ts'
import type { Find } from './command.ts'
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
import type { Problem } from './problem.ts'
import { DAY_WORDS, readDays } from './read-days.ts'
import { readName } from './read-name.ts'
import { MOST_RUNS, readReference } from './read-reference.ts'
import { problem } from './reading.ts'
import { isMore } from './report.ts'
import { AS, LAST } from './vocabulary.ts'

/** Everything that was ever asked. */
export const EVERYTHING: Find = {
  author: null,
  place: null,
  name: null,
  type: null,
  days: null,
  isPinned: false,
  before: null,
}

/** Words that are a filter of their own. */
const FILTER_OF_WORD: ReadonlyMap<string, Partial<Find>> = new Map([
  ...words('mine my me by-me moi miens miennes', { author: 'me' }),
  ...words('here channel ici canal', { place: 'here' }),
  ...words('thread fil', { place: 'thread' }),
  ...words('pinned pins epingle epingles epinglee epinglees', { isPinned: true }),
])

const BY: ReadonlySet<string> = new Set(['by', 'from', 'author', 'par', 'auteur'])
const TYPE: ReadonlySet<string> = new Set(['type', 'instance', 'instance-type'])
const BEFORE: ReadonlySet<string> = new Set(['before', 'avant'])

/** Every word that narrows what `history` and `export` find, for help. */
export const FIND_WORDS: readonly string[] = [
  ...FILTER_OF_WORD.keys(),
  ...BY,
  ...TYPE,
  ...BEFORE,
  ...DAY_WORDS,
]

/** Reads what `history` and `export` may be narrowed by, in any order, each once. */
export function readFind(cursor: Cursor, word: string): Result<Find, Problem> {
  const problems: Problem[] = []
  let find = EVERYTHING
  for (passUnused(cursor); isMore(cursor, problems); passUnused(cursor)) {
    const from = cursor.index
    const filter = readFilter(cursor, word)
    if ('code' in filter) problems.push(filter)
    else {
      const [field = ''] = Object.keys(filter)
      const isRepeated = Object.entries(find).some(([key, value]) => key === field && isSet(value))
      if (isRepeated) problems.push(problem(cursor, from, { code: 'repeated', word: field }))
      find = { ...find, ...filter }
    }
  }
  return problems.length > 0 ? failure(problems) : success(find)
}

function isSet(value: Find[keyof Find]): boolean {
  return value !== null && value !== false
}

/** Passes over words that change nothing; `type` and `by` do so here, though not elsewhere. */
export function passUnused(cursor: Cursor): void {
  const word = plainAt(cursor)
  if (!TYPE.has(word) && !BY.has(word)) passFillers(cursor)
}

function readFilter(cursor: Cursor, command: string): Partial<Find> | Problem {
  const days = readDays(cursor)
  if (days !== null) return 'code' in days ? days : { days }
  const from = cursor.index
  const token = peek(cursor)
  const typed = wordOf(token)
  const word = plainAt(cursor)
  const filter = isSign(peek(cursor, 1)) ? undefined : FILTER_OF_WORD.get(word)
  if (filter !== undefined) {
    cursor.index++
    return filter
  }
  if (LAST.has(word) && /^\d+$/.test(wordOf(peek(cursor, 1)))) {
    cursor.index += 2
    return problem(cursor, from, { code: 'unexpected', word: command }, '')
  }
  if (isSymbol(peek(cursor, word === 'from' ? 1 : 0), '#')) return readFrom(cursor)
  if (isMention(cursor) || BY.has(word)) return readAuthor(cursor)
  if (TYPE.has(word) || looksLikeInstance(typed)) return readType(cursor)
  if (BEFORE.has(word)) return readBefore(cursor)
  if (token?.kind === 'symbol') {
    cursor.index++
    return problem(cursor, from, { code: 'unknown-word' })
  }
  if (AS.has(word)) cursor.index++
  const name = readName(cursor, from)
  return 'code' in name ? name : { name: name.name }
}

function isMention(cursor: Cursor): boolean {
  const sign = wordOf(peek(cursor)) === '<' ? 1 : 0
  return isSymbol(peek(cursor, sign), '@')
}

/** `by @ada`, also as Slack sends it, with the id: `<@U012AB|ada>`. */
function readAuthor(cursor: Cursor): Partial<Find> | Problem {
  const from = cursor.index
  if (BY.has(plainAt(cursor))) cursor.index++
  takeSign(cursor)
  const start = peek(cursor)?.at ?? cursor.text.length
  const [mention = '', , id, name] =
    /^<(@)([A-Za-z0-9]+)(?:\|[^<>]*)?>|^@([\p{L}\p{N}._-]+)/u.exec(cursor.text.slice(start)) ?? []
  while ((peek(cursor)?.at ?? Infinity) < start + mention.length) cursor.index++
  const user = id ?? name
  if (user !== undefined) return { author: { user } }
  const word = wordOf(peek(cursor))
  if (peek(cursor) !== undefined) cursor.index++
  if (word === 'me' || word === 'moi') return { author: 'me' }
  const meant = /^[\p{L}\p{N}._-]+$/u.test(word) ? `by @${word}` : null
  return problem(cursor, from, { code: 'author-missing' }, meant)
}

function readType(cursor: Cursor): Partial<Find> | Problem {
  if (TYPE.has(plainAt(cursor))) cursor.index++
  takeSign(cursor)
  const from = cursor.index
  const type = (peek(cursor)?.text ?? '').toLowerCase()
  if (type === '') return problem(cursor, from - 1, { code: 'value-missing', word: 'type' })
  cursor.index++
  if (findInstance(type)) return { type }
  const nearest = nearestInstances(type, 3)
  return problem(cursor, from, { code: 'unknown-type', nearest }, nearest[0] ?? null)
}

/** `#42`, `from #42`: that run and those before it. */
function readFrom(cursor: Cursor): Partial<Find> | Problem {
  if (!isSymbol(peek(cursor), '#')) cursor.index++
  const from = cursor.index
  const run = readReference(cursor)
  if (run !== null && 'code' in run) return run
  if (run?.kind === 'number' && run.number < MOST_RUNS) return { before: run.number + 1 }
  return problem(cursor, from, { code: 'not-a-reference' })
}

function readBefore(cursor: Cursor): Partial<Find> | Problem {
  const from = cursor.index++
  takeSign(cursor)
  const run = readReference(cursor)
  if (run === null) {
    return problem(cursor, from, { code: 'reference-missing', word: 'before', least: 1 })
  }
  if ('code' in run) return run
  if (run.kind === 'number') return { before: run.number }
  return problem(cursor, from, { code: 'not-a-reference' })
}

function words(list: string, filter: Partial<Find>) {
  return list.split(' ').map((word) => [word, filter] as const)
}
