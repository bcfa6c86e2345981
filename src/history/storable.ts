/** NUL, and halves of characters: Postgres takes neither in a text nor in JSON. */
const UNSTORABLE = /[\0\p{Cs}]/u

/** Whether Postgres can store a value, its texts at any depth and the names of its parts. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !UNSTORABLE.test(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return true
  return Object.entries(value).every(([name, part]) => isStorable(name) && isStorable(part))
}
