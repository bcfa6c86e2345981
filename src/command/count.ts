import { SCENARIO_LIMITS } from '../scenario/limits.ts'
import type { CountInput } from './grammar.ts'
import type { ProblemDetail } from './problem.ts'

/** A number as it was typed, perhaps with a unit grown onto it: `27`, `27pods`, `2x`, `3-node`. */
export interface TypedNumber {
  readonly digits: string
  /** '' where the number stands alone. */
  readonly unit: string
}

const DIGIT_0 = 0x30

/** Nobody means a longer one, and up to here it is exact. */
const MOST_DIGITS = 15

/** Reads a whole number in plain digits; `1e12`, `0x10`, `1_000`, `2.0`, `-0` and the like are none. */
export function typedNumber(word: string): TypedNumber | null {
  const match = /^(\d+)(?:-?(\p{L}+))?$/u.exec(word)
  return match ? { digits: match[1] ?? '', unit: match[2] ?? '' } : null
}

/** Whether a word was meant as a number, be it one or not. */
export function looksNumeric(word: string): boolean {
  const first = word.charCodeAt(0)
  if (first >= DIGIT_0 && first <= DIGIT_0 + 9) return true
  return /^[^\p{L}\p{N}]*\p{N}/u.test(word) || /^-?(infinity|nan)$/i.test(word)
}

/** More zeros than any limit has. */
const MOST_ZEROS = 20

/**
 * The whole number that `1,000`, `1_000`, `10k`, `1e3`, `2.0` or `~27` most probably stands for, or
 * `null`.
 */
export function meantDigits(word: string): string | null {
  const [, digits, zeros] = /^(\d{1,3})e\+?(\d{1,3})$/i.exec(word) ?? []
  if (digits) return digits + '0'.repeat(Math.min(Number(zeros), MOST_ZEROS))
  if (/^\d{1,3}([,_']\d{3})+$/.test(word)) return word.replaceAll(/[,_']/g, '')
  if (/^\d+[.,]0$/.test(word)) return word.slice(0, -2)
  if (/^[~≈+]\d+$/.test(word)) return word.slice(1)
  return /^\d{1,4}k$/i.test(word) ? `${word.slice(0, -1)}000` : null
}

/** The value of digits for an input, or what is wrong with it. */
export function checkedCount(
  digits: string,
  input: Pick<CountInput, 'word' | 'least' | 'limit'>,
): number | ProblemDetail {
  const value = digits.replace(/^0+(?=\d)/, '').length > MOST_DIGITS ? Infinity : Number(digits)
  const { word, least, limit } = input
  const most = SCENARIO_LIMITS[limit]
  if (value > most) return { code: 'too-large', word, limit, most }
  if (value < least) return { code: 'too-small', word, least }
  return value
}
