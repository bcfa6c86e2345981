import { INSTANCE_NAMES, findInstance, looksLikeInstance } from '../instance/instance.ts'
import { nearest, suggest } from '../nearest.ts'
import { SCENARIO_LIMITS } from '../scenario/limits.ts'
import type { Clause } from './clause.ts'
import { checkedCount, looksNumeric, typedNumber } from './count.ts'
import { isSymbol, peek, placeSince, wordOf, type Cursor } from './cursor.ts'
import {
  FILLERS,
  PER,
  SPELLINGS,
  SWITCH_WORDS,
  UNIT_SPELLINGS,
  findInput,
  plainWord,
  type CountInput,
  type Input,
  type SwitchInput,
} from './grammar.ts'
import type { Problem, ProblemDetail } from './problem.ts'
import type { Token } from './tokenize.ts'

/** What the reader makes of a few tokens: a clause, a problem, or nothing (a filler word). */
type Reading = Clause | Problem | null

/** The longest name of a scenario. */
export const LONGEST_NAME = 60

/** So many names are offered for an instance type that does not exist. */
const MOST_NAMES = 3

const NAME_WORDS: ReadonlySet<string> = new Set(['as', 'comme'])
const VERSION_WORDS: ReadonlySet<string> = new Set(['cni', 'vpc-cni'])
const ALL_WORDS: ReadonlySet<string> = new Set(['all', 'tous'])

/** Reads all tokens into clauses, and collects every problem on the way. */
export function readClauses(
  text: string,
  tokens: readonly Token[],
): { readonly clauses: readonly Clause[]; readonly problems: readonly Problem[] } {
  const cursor: Cursor = { text, tokens, index: 0 }
  const clauses: Clause[] = []
  const problems: Problem[] = []
  while (cursor.index < tokens.length) {
    const reading = readOne(cursor)
    if (reading === null) continue
    if ('code' in reading) problems.push(reading)
    else clauses.push(reading)
  }
  return { clauses, problems }
}

function readOne(cursor: Cursor): Reading {
  const from = cursor.index++
  const token = cursor.tokens[from]
  if (token === undefined) return null
  if (token.kind === 'refused') return problem(cursor, from, { code: 'refused-character' })
  if (isSymbol(token, '+')) return { kind: 'plus', ...placeSince(cursor, from) }
  if (token.kind !== 'word') return isSymbol(token, '@') ? null : unknown(cursor, from)
  return readWord(cursor, from, token.text)
}

function readWord(cursor: Cursor, from: number, typed: string): Reading {
  const word = plainWord(typed)
  const attached = /^x(\d+)$/.exec(word)?.[1]
  if (attached !== undefined) return countClause(cursor, from, attached, unitInput('nodes'))
  if (looksNumeric(typed)) return readNumber(cursor, from, typed)
  if (looksLikeInstance(word)) return readType(cursor, from, word)
  if (ALL_WORDS.has(word) && isSymbol(peek(cursor), ':')) return readAll(cursor, from)
  if (NAME_WORDS.has(word)) return readName(cursor, from)
  if (VERSION_WORDS.has(word)) return readVersion(cursor, from)
  const input = findInput(word)
  if (input) return readInput(cursor, from, input)
  return FILLERS.has(word) ? null : unknown(cursor, from)
}

function readType(cursor: Cursor, from: number, name: string): Reading {
  if (findInstance(name)) return { kind: 'type', name, ...placeSince(cursor, from) }
  const near = nearest(name, INSTANCE_NAMES, MOST_NAMES)
  return problem(cursor, from, { code: 'unknown-type', nearest: near }, near[0] ?? null)
}

function readAll(cursor: Cursor, from: number): Reading {
  cursor.index++
  return { kind: 'all', ...placeSince(cursor, from) }
}

function readName(cursor: Cursor, from: number): Reading {
  if (isSymbol(peek(cursor), '=', ':')) cursor.index++
  const value = peek(cursor)
  if (value === undefined || (value.kind !== 'word' && value.kind !== 'quoted') || !value.text) {
    return problem(cursor, from, { code: 'name-missing' })
  }
  cursor.index++
  if (value.text.length > LONGEST_NAME) {
    return problem(cursor, from, { code: 'name-too-long', most: LONGEST_NAME })
  }
  return { kind: 'name', name: value.text, ...placeSince(cursor, from) }
}

function readVersion(cursor: Cursor, from: number): Reading {
  if (isSymbol(peek(cursor), '=', ':')) cursor.index++
  const version = wordOf(peek(cursor)).replace(/^v/, '')
  if (version) cursor.index++
  if (/^1\.\d{1,2}(\.\d{1,2})?$/.test(version)) {
    return { kind: 'cni', version, ...placeSince(cursor, from) }
  }
  return problem(cursor, from, { code: 'unknown-version' })
}

/** A number that comes first: its unit follows, or a `/node`, or the type of so many nodes. */
function readNumber(cursor: Cursor, from: number, typed: string): Reading {
  const number = typedNumber(typed)
  if (!number) return notANumber(cursor, from)
  if (number.unit) {
    const input = findInput(number.unit)
    if (!input?.isUnit) return notANumber(cursor, from)
    return countClause(cursor, from, number.digits, perNode(cursor, input))
  }
  const unit = unitAhead(cursor)
  if (unit) return countClause(cursor, from, number.digits, unit)
  if (unitMeantBy(peek(cursor))) return unknown(cursor, cursor.index++)
  return problem(cursor, from, { code: 'number-without-unit' }, `${number.digits} pods`)
}

/** The unit that a word was probably meant as; a word that is known for something else is none. */
function unitMeantBy(token: Token | undefined): string | null {
  const word = plainWord(wordOf(token))
  if (!word || findInput(word) || FILLERS.has(word)) return null
  return suggest(word, UNIT_SPELLINGS)
}

/** Takes the unit that follows a bare number, if there is one. */
function unitAhead(cursor: Cursor): Input | null {
  const perNodeOnly = perNode(cursor, null)
  if (perNodeOnly) return perNodeOnly
  const word = wordOf(peek(cursor))
  if (looksLikeInstance(word)) return unitInput('nodes')
  const input = word ? findInput(word) : undefined
  if (!input?.isUnit) return null
  cursor.index++
  return perNode(cursor, input)
}

/** Takes `/node`, `per node` or `par nœud` and makes pods those of each node; else gives `input` back. */
function perNode<Otherwise extends Input | null>(
  cursor: Cursor,
  input: Otherwise,
): Input | Otherwise {
  if (input !== null && input.word !== 'pods') return input
  const isPer = isSymbol(peek(cursor), '/') || PER.has(wordOf(peek(cursor)))
  if (!isPer || findInput(wordOf(peek(cursor, 1)))?.word !== 'nodes') return input
  cursor.index += 2
  return unitInput('pods/node')
}

/** An input by its word, with `=`, `:` or a space before its value. */
function readInput(cursor: Cursor, from: number, named: Input): Reading {
  let input = perNode(cursor, named)
  const hasSign = isSymbol(peek(cursor), '=', ':')
  if (hasSign) cursor.index++
  if (input.takes === 'switch') return readSwitch(cursor, from, input, hasSign)
  const value = peek(cursor)
  const isValue = value?.kind === 'word' || value?.kind === 'quoted'
  if (!isValue || (!hasSign && !looksNumeric(value.text))) {
    return problem(cursor, from, { code: 'value-missing', word: input.word })
  }
  if (!hasSign && input.isUnit) return unitBeforeNumber(cursor, from, input, value.text)
  cursor.index++
  if (input.word === 'pods') input = perNode(cursor, input)
  const number = typedNumber(value.text)
  if (!number || number.unit) return notANumber(cursor, from, input.word)
  return countClause(cursor, from, number.digits, input)
}

/** `nodes 2 pods 27` could be read two ways, so it is not read at all. */
function unitBeforeNumber(cursor: Cursor, from: number, input: Input, value: string): Reading {
  cursor.index++
  const suggestion = typedNumber(value) ? `${input.word}=${value}` : null
  return problem(cursor, from, { code: 'value-missing', word: input.word }, suggestion)
}

function readSwitch(cursor: Cursor, from: number, input: SwitchInput, hasSign: boolean): Reading {
  const value = hasSign ? SWITCH_WORDS.get(peek(cursor)?.text.toLowerCase() ?? '') : true
  if (hasSign) cursor.index = Math.min(cursor.index + 1, cursor.tokens.length)
  if (value === undefined) return problem(cursor, from, { code: 'not-a-switch', word: input.word })
  return { kind: 'input', input, value, ...placeSince(cursor, from) }
}

function countClause(cursor: Cursor, from: number, digits: string, input: Input): Reading {
  if (input.takes !== 'count') return notANumber(cursor, from, input.word)
  const value = checkedCount(digits, input, SCENARIO_LIMITS[input.limit])
  if (typeof value !== 'number') return problem(cursor, from, value)
  return { kind: 'input', input, value, ...placeSince(cursor, from) }
}

function notANumber(cursor: Cursor, from: number, word: string | null = null): Reading {
  return problem(cursor, from, { code: 'not-a-number', word })
}

/** A word that no table knows; a value given to it is taken along, so that it is one problem. */
function unknown(cursor: Cursor, from: number): Reading {
  const typed = wordOf(cursor.tokens[from])
  const meant = typed ? suggest(plainWord(typed), [...SPELLINGS, ...INSTANCE_NAMES]) : null
  const reading = problem(cursor, from, { code: 'unknown-word' }, meant)
  if (isSymbol(peek(cursor), '=', ':'))
    cursor.index = Math.min(cursor.index + 2, cursor.tokens.length)
  return reading
}

function problem(
  cursor: Cursor,
  from: number,
  detail: ProblemDetail,
  suggestion: string | null = null,
): Problem {
  const { at, length } = placeSince(cursor, from)
  return { ...detail, at, length, text: cursor.text.slice(at, at + length), suggestion }
}

const NODES = requiredInput('nodes')
const PODS_PER_NODE = requiredInput('pods/node')

function unitInput(word: 'nodes' | 'pods/node'): CountInput {
  return word === 'nodes' ? NODES : PODS_PER_NODE
}

function requiredInput(word: string): CountInput {
  const input = findInput(word)
  if (input?.takes !== 'count') throw new Error(`the grammar has no count called ${word}`)
  return input
}
