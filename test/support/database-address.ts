import { z } from 'zod'

/**
 * Where a test file makes its database, and the migrated one that it copies. `serving` is the address
 * of the account that the program works with, as in production: it owns nothing.
 */
export const DatabaseAddress = z.object({
  url: z.string(),
  serving: z.string(),
  template: z.string(),
})
export type DatabaseAddress = z.infer<typeof DatabaseAddress>

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
