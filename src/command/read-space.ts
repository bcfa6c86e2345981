import { formatSubnet, parseSubnet } from '../subnet/cidr.ts'
import { checkedCount, typedNumber } from './count.ts'
import {
  isSign,
  isSymbol,
  peek,
  placeSince,
  plainAt,
  takeAdjoining,
  takeSign,
  wordOf,
  type Cursor,
} from './cursor.ts'
import { notANumber, problem, type Reading } from './reading.ts'
import { ASKS_FIT, COUNTED, DEFAULT, FILLERS, FIT, FREE } from './vocabulary.ts'

/** The addresses that somebody counted as free. */
const FREE_ADDRESSES = { word: 'free', least: 0, limit: 'freeAddresses' } as const

/** One subnet or several, with commas or spaces between them: `subnet=10.0.0.0/22`, `subnet=/24`. */
export function readSubnets(cursor: Cursor, from: number): Reading {
  const hasSign = takeSign(cursor)
  if (DEFAULT.has(plainAt(cursor))) {
    cursor.index++
    return noSubnets(cursor, from)
  }
  const texts = isSubnetAhead(cursor) || hasSign ? takeAdjoining(cursor).split(',') : []
  while (isSubnetAhead(cursor)) texts.push(...takeAdjoining(cursor).split(','))
  const read = texts.map(parseSubnet)
  if (texts.length === 0 || read.some(({ ok }) => !ok)) {
    return problem(cursor, from, { code: 'not-a-subnet' }, suggestion(texts))
  }
  const subnets = read.flatMap((subnet) => (subnet.ok ? [formatSubnet(subnet.value)] : []))
  return { kind: 'subnets', subnets, ...placeSince(cursor, from) }
}

/** The blocks that the addresses lie in, or `/24` for a bare `24`, where that is all that is wrong. */
function suggestion(texts: readonly string[]): string | null {
  const meant = texts.map((text) => {
    const subnet = parseSubnet(text)
    if (subnet.ok) return text
    if (parseSubnet(`/${text}`).ok) return `/${text}`
    const [found] = subnet.problems
    return found?.code === 'host-bits' ? found.network : null
  })
  return meant.length === 0 || meant.includes(null) ? null : `subnet=${meant.join(',')}`
}

/** Whether a subnet with its addresses stands there, which needs no word before it: `10.0.0.0/22`. */
export function isCidrAt(cursor: Cursor, index: number): boolean {
  const [address, slash] = [cursor.tokens[index], cursor.tokens[index + 1]]
  return /^\d+(\.\d+){3}$/.test(wordOf(address)) && isSymbol(slash, '/')
}

/** `does it fit in 10.0.0.0/26?`: the words up to a subnet, where they ask no more than that. */
export function takeFit(cursor: Cursor, from: number): boolean {
  const ahead = { ...cursor, index: from }
  let asksFit = false
  for (;;) {
    const word = plainAt(ahead)
    if (FIT.has(word)) asksFit = true
    else if (!FILLERS.has(word) && !ASKS_FIT.has(word)) break
    ahead.index++
  }
  if (!asksFit || !isSubnetAhead(ahead)) return false
  cursor.index = ahead.index
  return true
}

function isSubnetAhead(cursor: Cursor): boolean {
  const slash = /^[\d.]+$/.test(wordOf(peek(cursor))) ? 1 : 0
  return isSymbol(peek(cursor, slash), '/') && /^\d/.test(wordOf(peek(cursor, slash + 1)))
}

/** `no subnet`, `subnet=default`: nobody asks any more whether the addresses are enough. */
export function noSubnets(cursor: Cursor, from: number): Reading {
  return { kind: 'subnets', subnets: [], ...placeSince(cursor, from) }
}

/** `120 free`: the same, with the number first. */
export function takeFreeWord(cursor: Cursor): boolean {
  const ahead = COUNTED.has(plainAt(cursor)) ? 1 : 0
  const after = peek(cursor, ahead + 1)
  if (!FREE.has(plainAt(cursor, ahead)) || isSign(after)) return false
  if (typedNumber(wordOf(after))?.unit === '') return false
  cursor.index += ahead + 1
  return true
}

/** The free addresses that those digits count. */
export function freeReading(cursor: Cursor, from: number, digits: string): Reading {
  const free = checkedCount(digits, FREE_ADDRESSES)
  if (typeof free !== 'number') return problem(cursor, from, free)
  return { kind: 'free', free, ...placeSince(cursor, from) }
}

/** `free=120`: addresses that the subnets have left, counted by whoever asks. */
export function readFree(cursor: Cursor, from: number): Reading {
  takeSign(cursor)
  const token = peek(cursor)
  if (DEFAULT.has(plainAt(cursor))) {
    cursor.index++
    return { kind: 'free', free: null, ...placeSince(cursor, from) }
  }
  if (!token) return problem(cursor, from, { code: 'value-missing', word: FREE_ADDRESSES.word })
  const number = typedNumber(token.text)
  if (!number || number.unit) {
    takeAdjoining(cursor)
    return notANumber(cursor, from, token, FREE_ADDRESSES)
  }
  cursor.index++
  return freeReading(cursor, from, number.digits)
}
