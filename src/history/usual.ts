import { z } from 'zod'

/** An object without the parts that are as usual: what is usual is not stored. */
export function withoutUsual<T extends object>(
  whole: T,
  usual: Readonly<Partial<T>>,
): Readonly<Record<string, unknown>> {
  const usualJson = new Map(Object.entries(usual).map(([name, part]) => [name, asJson(part)]))
  return Object.fromEntries(
    Object.entries(whole).filter(([name, part]) => usualJson.get(name) !== asJson(part)),
  )
}

function asJson(part: unknown): string {
  return JSON.stringify(part)
}

/** Reads an object that was stored without its usual parts, and checks the whole. */
export function withUsual<S extends z.ZodType>(usual: object, whole: S) {
  return z
    .looseObject({})
    .transform((parts): unknown => ({ ...usual, ...parts }))
    .pipe(whole)
}
