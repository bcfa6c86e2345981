import { z } from 'zod'

/** Where a test file makes its database, and the migrated one that it copies. */
export const DatabaseAddress = z.object({ url: z.string(), template: z.string() })
export type DatabaseAddress = z.infer<typeof DatabaseAddress>

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
