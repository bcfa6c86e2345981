import { z } from 'zod'

/** An object without the parts that are as usual: what is usual is not stored. */
export function withoutUsual<T extends object>(
  whole: T,
  usual: Readonly<Partial<T>>,
): Readonly<Record<string, unknown>> {
  const usualParts: Readonly<Record<string, unknown>> = { ...usual }
  const unusual: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(whole)) {
    if (!(name in usualParts && isSame(part, usualParts[name]))) unusual[name] = part
  }
  return unusual
}

/** Texts and figures by themselves, all else by its JSON. */
function isSame(part: unknown, usual: unknown): boolean {
  if (part === usual) return true
  return typeof part === 'object' && JSON.stringify(part) === JSON.stringify(usual)
}

/** Reads an object that was stored without its usual parts, and checks the whole. */
export function withUsual<S extends z.ZodType>(usual: object, whole: S) {
  return z.preprocess((stored) => (isObject(stored) ? { ...usual, ...stored } : stored), whole)
}

function isObject(stored: unknown): stored is object {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored)
}
