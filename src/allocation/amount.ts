import type { Amount } from './plan.ts'

/** A plain number where both ends are the same, else the range. */
export function amount(min: number, max: number): Amount {
  return min === max ? max : { min, max }
}

/** The lower end. */
export function minOf(value: Amount): number {
  return typeof value === 'number' ? value : value.min
}

/** The upper end: what a planner has to count with. */
export function maxOf(value: Amount): number {
  return typeof value === 'number' ? value : value.max
}

/** The sum of two figures, end by end. */
export function addAmounts(a: Amount, b: Amount): Amount {
  if (typeof a === 'number' && typeof b === 'number') return a + b
  return amount(minOf(a) + minOf(b), maxOf(a) + maxOf(b))
}

/** A figure taken `times` over. */
export function timesAmount(value: Amount, times: number): Amount {
  return typeof value === 'number' ? value * times : amount(value.min * times, value.max * times)
}
