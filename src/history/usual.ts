import { z } from 'zod'

/** An object without the parts that are as usual: what is usual is not stored. */
export function withoutUsual<T extends object>(
  whole: T,
  usual: Readonly<Partial<T>>,
): Readonly<Record<string, unknown>> {
  const usualParts: Readonly<Record<string, unknown>> = { ...usual }
  return Object.fromEntries(
    Object.entries(whole).filter(
      ([name, part]) => !(name in usualParts && isSame(part, usualParts[name])),
    ),
  )
}

/** Texts and figures by themselves, all else by its JSON. */
function isSame(part: unknown, usual: unknown): boolean {
  if (part === usual) return true
  return typeof part === 'object' && JSON.stringify(part) === JSON.stringify(usual)
}

/** Reads an object that was stored without its usual parts, and checks the whole. */
export function withUsual<S extends z.ZodType>(usual: object, whole: S) {
  return z
    .looseObject({})
    .transform((parts): unknown => ({ ...usual, ...parts }))
    .pipe(whole)
}
