import { firstOverlap } from '../subnet/overlap.ts'
import { failure, success } from '../result.ts'
import type { BudgetChange } from './command.ts'
import { checkedCount, typedNumber } from './count.ts'
import { isSymbol, passFillers, peek, takeSign, wordOf, type Cursor } from './cursor.ts'
import type { Operands } from './operands.ts'
import { readSubnets } from './read-space.ts'
import { problem } from './reading.ts'
import { plainWord } from './spelling.ts'
import { DEFAULT, NO, SUBNET, SWITCH_WORDS } from './vocabulary.ts'

const ADDRESSES = { word: 'budget', least: 1, limit: 'freeAddresses' } as const

/** `500`, `10.0.0.0/22 /24` or `off`; nothing at all asks for the budget as it is. */
export const readBudget: Operands<BudgetChange | null> = (cursor) => {
  takeSign(cursor)
  passFillers(cursor)
  const from = cursor.index
  if (peek(cursor) === undefined) return success(null)
  if (isOff(cursor)) {
    cursor.index++
    return success({ kind: 'off' })
  }
  return isNumberAlone(cursor) ? readAddresses(cursor, from) : readSpace(cursor, from)
}

function isOff(cursor: Cursor): boolean {
  const word = plainWord(wordOf(peek(cursor)))
  return SWITCH_WORDS.get(word) === false || NO.has(word) || DEFAULT.has(word)
}

/** `500`, and not the beginning of `10.0.0.0/22`. */
function isNumberAlone(cursor: Cursor): boolean {
  return typedNumber(wordOf(peek(cursor)))?.unit === '' && !isSymbol(peek(cursor, 1), '/')
}

function readAddresses(cursor: Cursor, from: number): ReturnType<Operands<BudgetChange>> {
  const digits = typedNumber(wordOf(peek(cursor)))?.digits ?? ''
  cursor.index++
  const addresses = checkedCount(digits, ADDRESSES)
  passFillers(cursor)
  if (typeof addresses === 'number') return success({ kind: 'addresses', addresses })
  return failure([problem({ ...cursor, index: from + 1 }, from, addresses)])
}

function readSpace(cursor: Cursor, from: number): ReturnType<Operands<BudgetChange>> {
  const isNamed = SUBNET.has(plainWord(wordOf(peek(cursor))))
  if (isNamed) cursor.index++
  const reading = readSubnets(cursor, from)
  if (reading && 'code' in reading && cursor.index > from) return failure([reading])
  if (reading && 'subnets' in reading) {
    const overlap = firstOverlap(reading.subnets)
    if (overlap !== null) {
      const { first, second } = overlap
      return failure([problem(cursor, from, { code: 'overlapping-subnets', first, second })])
    }
    if (reading.subnets.length === 0) return success({ kind: 'off' })
    return success({ kind: 'subnets', subnets: reading.subnets })
  }
  cursor.index = cursor.tokens.length
  const values = ['500', '10.0.0.0/22', 'off']
  return failure([problem(cursor, from, { code: 'wrong-value', word: 'budget', values })])
}
