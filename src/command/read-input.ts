import { looksLikeInstance } from '../instance/instance.ts'
import { looksNumeric, typedNumber } from './count.ts'
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
  DEFAULT,
  NODES,
  NUMBER_WORDS,
  PODS,
  PODS_PER_NODE,
  SUBNET,
  SWITCH_WORDS,
  TO,
} from './vocabulary.ts'
import type { CountInput, Input, SwitchInput } from './grammar.ts'
import { howManyBefore } from './nodes-asked.ts'
import { noSubnets } from './read-space.ts'
import { takePerNode } from './per-node.ts'
import { countReading, notANumber, openQuote, problem, type Reading } from './reading.ts'
import { wordToken, type Token } from './tokenize.ts'

/**
 * An input by its name, with `=`, `:` or a space before its value. `WARM_IP_TARGET-` is how
 * `kubectl set env` takes a variable away.
 */
export function readInput(cursor: Cursor, from: number, named: Input): Reading {
  if (wordOf(peek(cursor, -1)).endsWith('-')) return defaultReading(cursor, from, named)
  const input = named === PODS && takePerNode(cursor) ? PODS_PER_NODE : named
  const hasSign = takeLink(cursor)
  return input.takes === 'switch'
    ? readSwitch(cursor, from, input, hasSign)
    : readCount(cursor, from, input, hasSign)
}

/** `no pods`, `sans préfixe`: 0, or off. */
export function readNone(cursor: Cursor, from: number): Reading {
  if (SUBNET.has(plainAt(cursor))) {
    cursor.index++
    return noSubnets(cursor, from)
  }
  const next = inputAhead(cursor)
  if (!next) return problem(cursor, from, { code: 'unknown-word' })
  cursor.index += next.words
  if (next.input.takes === 'count') return countReading(cursor, from, '0', next.input)
  return switchReading(cursor, from, next.input, false)
}

/** What stands between a name and its value: `=`, or the `value:` of Kubernetes' `- name: X`. */
function takeLink(cursor: Cursor): boolean {
  if (takeSign(cursor)) return true
  const word = wordOf(peek(cursor))
  const isLink =
    word === 'value' || (TO.has(plainAt(cursor)) && looksNumeric(wordOf(peek(cursor, 1))))
  if (isLink) cursor.index++
  return isLink && (takeSign(cursor) || word !== 'value')
}

function readCount(cursor: Cursor, from: number, named: CountInput, hasSign: boolean): Reading {
  const value = hasSign ? signedValue(cursor) : peek(cursor)
  if (value?.kind === 'open') return openQuote(cursor, cursor.index++)
  if (isDefault(value)) return takenDefault(cursor, from, named)
  const isNumeric = value !== undefined && looksNumeric(value.text)
  if (!value || !(isNumeric || (hasSign && isStray(cursor, value)))) {
    const asked = named === NODES && !hasSign ? howManyBefore(cursor, from) : null
    return asked === null
      ? problem(cursor, from, { code: 'value-missing', word: named.word })
      : problem(cursor, asked, { code: 'nodes-asked' })
  }
  cursor.index++
  const input = named === PODS && takePerNode(cursor) ? PODS_PER_NODE : named
  const number = typedNumber(NUMBER_WORDS.get(value.plain) ?? value.text)
  if (!number || number.unit) return notANumber(cursor, from, value, input)
  return countReading(cursor, from, number.digits, input)
}

function isDefault(value: Token | undefined): boolean {
  return DEFAULT.has(value?.plain ?? '')
}

function takenDefault(cursor: Cursor, from: number, input: Input): Reading {
  cursor.index++
  return defaultReading(cursor, from, input)
}

function defaultReading(cursor: Cursor, from: number, input: Input): Reading {
  return { kind: 'input', input, value: null, isOfType: false, ...placeSince(cursor, from) }
}

/** Whether a value that is no number was meant as one, and not as the next thing on the line. */
function isStray(cursor: Cursor, value: Token): boolean {
  if (value.kind === 'quoted') return true
  return (
    value.kind === 'word' && !inputAhead(cursor) && !looksLikeInstance(value.text.toLowerCase())
  )
}

/** The next token, and for `nodes=+2` the two that are no sign of another node group. */
function signedValue(cursor: Cursor): Token | undefined {
  const [sign, digits] = [peek(cursor), peek(cursor, 1)]
  const isSigned = sign && digits && isSymbol(sign, '+') && digits.at === sign.at + sign.length
  if (!isSigned || !looksNumeric(digits.text)) return sign
  cursor.index++
  return wordToken(`+${digits.text}`, { at: sign.at, length: sign.length + digits.length })
}

/** After a sign any value is taken; after a space only a word, so that `prefix 1 node` is two inputs. */
function readSwitch(cursor: Cursor, from: number, input: SwitchInput, hasSign: boolean): Reading {
  const token = peek(cursor)
  if (isDefault(token)) return takenDefault(cursor, from, input)
  const value = SWITCH_WORDS.get(token?.text.toLowerCase() ?? '')
  if (value !== undefined && (hasSign || !looksNumeric(wordOf(token)))) {
    cursor.index++
    return switchReading(cursor, from, input, value)
  }
  if (!hasSign) return switchReading(cursor, from, input, true)
  if (token && isStray(cursor, token)) cursor.index++
  return problem(cursor, from, { code: 'not-a-switch', word: input.word })
}

function switchReading(cursor: Cursor, from: number, input: SwitchInput, value: boolean): Reading {
  return { kind: 'input', input, value, isOfType: false, ...placeSince(cursor, from) }
}
