import { z } from 'zod'

/** An object without the parts that are as usual, by any of the lists: what is usual is not stored. */
export function withoutUsual<T extends object>(
  whole: T,
  ...lists: readonly Readonly<Partial<T>>[]
): Readonly<Record<string, unknown>> {
  const unusual: Record<string, unknown> = {}
  for (const name in whole) {
    const part = whole[name]
    if (!lists.some((usual) => name in usual && isSame(part, usual[name]))) unusual[name] = part
  }
  return unusual
}

/** Whether two values have the same JSON. */
function isSame(part: unknown, usual: unknown): boolean {
  if (typeof part !== 'object' || typeof usual !== 'object') return part === usual
  return JSON.stringify(part) === JSON.stringify(usual)
}

/** Reads an object that was stored without its usual parts, and checks the whole. */
export function withUsual<S extends z.ZodType>(usual: object, whole: S) {
  return z.preprocess((stored) => (isObject(stored) ? { ...usual, ...stored } : stored), whole)
}

function isObject(stored: unknown): stored is object {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored)
}
