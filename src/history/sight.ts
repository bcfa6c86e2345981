import type { Asker } from './asker.ts'
import { Prisma } from './generated/client.ts'

/**
 * Runs that somebody may see for one reason: all that are looked for, the public ones, one's own,
 * those of this channel. Some are in two of them.
 */
export type Sight = 'all' | 'public' | 'own' | 'here'

/**
 * In which of them the runs are that somebody may see of those by an author and of a channel; `null`:
 * of any. `visible` says the same of each run; but looked for by it, runs of others are passed.
 */
export function sightsOf(
  asker: Asker,
  { author, channel }: { readonly author: string | null; readonly channel: string | null },
): readonly Sight[] {
  if (author === asker.author || channel === asker.channel) return ['all']
  const own: readonly Sight[] = author === null ? ['own'] : []
  const here: readonly Sight[] = channel === null ? ['here'] : []
  return ['public', ...own, ...here]
}

/** The condition of a sight, for a table that has the run's channel, author and privacy. */
export function inSight({ author, channel }: Asker, sight: Sight, table: Prisma.Sql): Prisma.Sql {
  switch (sight) {
    case 'all':
      return Prisma.sql`TRUE`
    case 'public':
      return Prisma.sql`NOT ${table}.is_private`
    case 'own':
      return Prisma.sql`${table}.author = ${author}`
    case 'here':
      return Prisma.sql`${table}.channel = ${channel}`
  }
}

/**
 * The newest of several queries, each of which is ordered by number and gives `most`; a run that is
 * in two of them, once. They are merged as they are read, so none is sorted, nor read to its end.
 */
export function newestOf(queries: readonly Prisma.Sql[], most: Prisma.Sql): Prisma.Sql {
  const [first] = queries
  if (first && queries.length === 1) return first
  return Prisma.sql`
    SELECT DISTINCT ON (number) * FROM ((${Prisma.join([...queries], ') UNION ALL (')})) AS seen
    ORDER BY number DESC LIMIT ${most}`
}
