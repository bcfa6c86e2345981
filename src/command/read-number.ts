import { looksLikeInstance } from '../instance/instance.ts'
import { suggest } from '../nearest.ts'
import { looksNumeric, typedNumber } from './count.ts'
import { inputAhead, isSign, peek, placeSince, wordOf, type Cursor } from './cursor.ts'
import type { CountInput } from './grammar.ts'
import { takePerNode } from './per-node.ts'
import { freeReading, takeFreeWord } from './read-space.ts'
import { countReading, notANumber, problem, type Reading } from './reading.ts'
import { wordToken, type Token } from './tokenize.ts'
import {
  FILLERS,
  findInput,
  NODES,
  NUMBER_WORDS,
  PODS,
  PODS_PER_NODE,
  UNIT_SPELLINGS,
} from './vocabulary.ts'

/** A number that comes first: its unit follows, or a `/node`, or the type of so many nodes. */
export function readNumber(cursor: Cursor, from: number, token: Token): Reading {
  const number = typedNumber(token.text)
  const grown = number?.unit ? unitOf(number.unit) : null
  if (!number || (number.unit && !grown)) {
    return notANumber(cursor, from, token, takeUnit(cursor), null)
  }
  if (takeThousands(cursor, token)) return spacedThousands(cursor, from)
  if (!grown && takeFreeWord(cursor)) return freeReading(cursor, from, number.digits)
  const unit = grown ? perNodeOr(cursor, grown) : takeUnit(cursor)
  if (unit) return countReading(cursor, from, number.digits, unit, isOfType(cursor, unit))
  const meant = unitMeantBy(peek(cursor))
  if (meant === null) return { kind: 'number', digits: number.digits, ...placeSince(cursor, from) }
  const misspelt = cursor.index++
  return problem(cursor, misspelt, { code: 'unknown-word' }, meant)
}

/** The number that a word before its unit stands for: `three nodes`; `null` for other words. */
export function readNumberWord(cursor: Cursor, from: number, token: Token): Reading {
  const digits = NUMBER_WORDS.get(token.plain)
  if (digits === undefined || !isCountAhead({ ...cursor, index: from })) return null
  return readNumber(cursor, from, wordToken(digits, token))
}

function unitOf(word: string): CountInput | null {
  const input = findInput(word)
  return input?.takes === 'count' && input.isUnit ? input : null
}

/** Whether the number at the cursor counts something: what follows is its unit, or the rest of it. */
export function isCountAhead(cursor: Cursor): boolean {
  const from = cursor.index++
  const token = cursor.tokens[from]
  const isCount = token !== undefined && (takeThousands(cursor, token) || takeUnit(cursor) !== null)
  cursor.index = from
  return isCount
}

/** Takes the unit that follows a bare number, if there is one. */
function takeUnit(cursor: Cursor): CountInput | null {
  if (takePerNode(cursor)) return PODS_PER_NODE
  if (looksLikeInstance(wordOf(peek(cursor)))) return NODES
  const next = inputAhead(cursor)
  if (next?.input.takes !== 'count') return null
  const after = peek(cursor, next.words)
  if (isSign(after) || (!next.input.isUnit && looksNumeric(wordOf(after)))) return null
  cursor.index += next.words
  return perNodeOr(cursor, next.input)
}

function perNodeOr(cursor: Cursor, unit: CountInput): CountInput {
  return unit === PODS && takePerNode(cursor) ? PODS_PER_NODE : unit
}

/** `2 t3.2xlarge` and `2x t3.2xlarge`, not `2 nodes t3.2xlarge`, which may be said of all groups. */
function isOfType(cursor: Cursor, unit: CountInput): boolean {
  const last = wordOf(peek(cursor, -1))
  return unit === NODES && looksLikeInstance(wordOf(peek(cursor))) && /^\d*x?$/.test(last)
}

/** The unit that a word was probably meant as; a word that is known for something else is none. */
function unitMeantBy(token: Token | undefined): string | null {
  const word = token?.plain ?? ''
  if (!word || findInput(word) || FILLERS.has(word)) return null
  return suggest(word, UNIT_SPELLINGS)
}

/** Takes the rest of `1 000`: three digits after a space that is narrow or does not break, or zeros. */
function takeThousands(cursor: Cursor, token: Token): boolean {
  const next = peek(cursor)
  if (!next || !/^\d{3}$/.test(next.text) || !/^\d{1,3}$/.test(token.text)) return false
  const space = cursor.text.slice(token.at + token.length, next.at)
  if (!/^[\u00a0\u2009\u202f]$/.test(space) && !next.text.startsWith('0')) return false
  cursor.index++
  return true
}

function spacedThousands(cursor: Cursor, from: number): Reading {
  const digits = cursor.tokens.slice(from, cursor.index).map(({ text }) => text)
  const { at, length } = placeSince(cursor, from)
  const unit = takeUnit(cursor) && cursor.text.slice(at + length, endOf(cursor))
  return problem(
    cursor,
    from,
    { code: 'not-a-number', word: null },
    `${digits.join('')}${unit ?? ''}`,
  )
}

function endOf(cursor: Cursor): number {
  const last = peek(cursor, -1)
  return last ? last.at + last.length : 0
}
