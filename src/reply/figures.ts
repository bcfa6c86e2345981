import type { Amount } from '../allocation/plan.ts'
import type { Words } from '../words/words.ts'

/** Up to so many nodes are written out one by one: `14 + 13`, `2+2`. */
export const MOST_SPELT_OUT = 4

/** A figure in the reader's digits, or its range: `13–14`. */
export function amountText(amount: Amount, words: Words): string {
  if (typeof amount === 'number') return words.numbers.number(amount)
  return words.reply.range(amount.min, amount.max)
}
