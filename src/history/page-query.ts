import type { Asker } from './asker.ts'
import type { Query } from './found.ts'
import { Prisma } from './generated/client.ts'
import { literal } from './literal.ts'
import { ranged } from './ranged.ts'
import { inSight, newestOf, sightsOf, type Sight } from './sight.ts'
import { visible } from './visible.ts'

/** What is looked for, with the numbers that runs of its days have: see `numbersOfDaysQuery`. */
export interface NumberedQuery extends Query {
  readonly from: number | null
  readonly to: number | null
}

/**
 * Those of the next runs that may be seen, `most` at most, and the place of each among the `window`
 * that are looked at: what a page mostly is. `null` where all may be seen, or where runs are found by
 * another table than theirs.
 */
export function nextRunsQuery(
  asker: Asker,
  query: NumberedQuery,
  most: number,
  window: number,
): Prisma.Sql | null {
  if (driverOf(query) !== 'scenario' || sightsOfQuery(asker, query).length === 1) return null
  return Prisma.sql`
    SELECT * FROM (
      SELECT *, row_number() OVER (ORDER BY number DESC)::int AS place
      FROM (${sightQuery(asker, query, RUN, 'all', window)}) AS looked_at
    ) AS newest
    WHERE ${visible(asker, 'newest')}
    ORDER BY number DESC LIMIT ${literal(most)}`
}

/**
 * The newest runs that fit and may be seen; none that may not be seen is passed. By names, pins and
 * types it finds numbers only, and their runs in any order, each page of the database once.
 */
export function seenRunsQuery(asker: Asker, query: NumberedQuery, most: number): Prisma.Sql {
  const driver = driverOf(query)
  const columns = driver === 'scenario' ? RUN : Prisma.sql`${TABLES[driver]}.number`
  const sights = sightsOfQuery(asker, query)
  if (driver === 'scenario' && sights.length === 1) return keyedQuery(asker, query, most)
  const seen = newestOf(
    sights.map((sight) => sightQuery(asker, query, columns, sight, most)),
    literal(most),
  )
  if (driver === 'scenario') return seen
  return Prisma.sql`
    SELECT ${RUN} FROM scenario
    WHERE workspace_id = ${asker.workspace} AND number = ANY(ARRAY(${seen}))`
}

/**
 * The first and the last number of the days that are looked for; none where nothing was asked then.
 * Later runs have larger numbers, but for the clocks of several replicas: a minute is more than those
 * differ.
 */
export function numbersOfDaysQuery({ workspace }: Asker, { since, until }: Query): Prisma.Sql {
  const from =
    since &&
    Prisma.sql`
    SELECT number FROM scenario
    WHERE workspace_id = ${workspace}
      AND created_at >= ${since.toISOString()}::timestamptz - interval '1 minute'
    ORDER BY created_at LIMIT 1`
  const to =
    until &&
    Prisma.sql`
    SELECT number FROM scenario
    WHERE workspace_id = ${workspace}
      AND created_at < ${until.toISOString()}::timestamptz + interval '1 minute'
    ORDER BY created_at DESC LIMIT 1`
  return Prisma.sql`SELECT (${from ?? NULL}) AS "from", (${to ?? NULL}) AS "to"`
}

const NULL = Prisma.sql`NULL::int`

const RUN = Prisma.sql`
  scenario.number, scenario.workspace_id, scenario.line, scenario.scenario, scenario.plan,
  scenario.engine, scenario.parent, scenario.channel, scenario.thread, scenario.is_private,
  scenario.author, scenario.author_name, scenario.created_at`

function sightsOfQuery(asker: Asker, query: Query): readonly Sight[] {
  return sightsOf(asker, { author: query.author, channel: channelOf(asker, query) })
}

function channelOf(asker: Asker, { channel, thread }: Query): string | null {
  return channel ?? (thread === null ? null : asker.channel)
}

/** One look into one index, from where the page before ended. */
function sightQuery(
  asker: Asker,
  query: NumberedQuery,
  columns: Prisma.Sql,
  sight: Sight,
  most: number,
): Prisma.Sql {
  const driver = TABLES[driverOf(query)]
  return Prisma.sql`
    SELECT ${columns} FROM ${source(asker, query)}
    WHERE ${Prisma.join([...conditions(asker, query), inSight(asker, sight, driver)], ' AND ')}
    ORDER BY ${driver}.number DESC LIMIT ${literal(most)}`
}

/** Runs of a channel, a thread or an author that may all be seen, by the index that begins with those. */
function keyedQuery(asker: Asker, query: NumberedQuery, most: number): Prisma.Sql {
  const { thread, author } = query
  const keys = Object.entries({
    channel: channelOf(asker, query),
    thread,
    // No index has both: the runs of a thread are few.
    author: thread === null ? author : null,
  }).flatMap(([name, value]) =>
    value === null ? [] : [{ column: Prisma.raw(`scenario.${name}`), value }],
  )
  const rest = { ...query, channel: null, thread: null, author: thread === null ? null : author }
  const found = [...conditions(asker, rest), ...keys.map((key) => ranged(key.column, key.value))]
  return Prisma.sql`
    SELECT ${RUN} FROM scenario WHERE ${Prisma.join(found, ' AND ')}
    ORDER BY ${Prisma.join(keys.map(({ column }) => column))}, scenario.number DESC
    LIMIT ${literal(most)}`
}

/** The table whose index finds the runs: that of names and pins, that of types, or the runs' own. */
function source(asker: Asker, query: Query): Prisma.Sql {
  const driver = driverOf(query)
  const { thread, since, until } = query
  if (driver === 'scenario' || (thread === null && since === null && until === null)) {
    return TABLES[driver]
  }
  return Prisma.sql`${TABLES[driver]} JOIN scenario
    ON scenario.workspace_id = ${asker.workspace} AND scenario.number = ${TABLES[driver]}.number`
}

function driverOf({ name, isPinned, type }: Query): keyof typeof TABLES {
  if (name !== null || isPinned) return 'label'
  return type === null ? 'scenario' : 'scenario_type'
}

const TABLES = {
  scenario: Prisma.raw('scenario'),
  label: Prisma.raw('label'),
  scenario_type: Prisma.raw('scenario_type'),
} as const

function conditions(asker: Asker, query: NumberedQuery): readonly Prisma.Sql[] {
  const { workspace } = asker
  const driver = TABLES[driverOf(query)]
  const { author, thread, name, isPinned, type, since, until, before, from, to } = query
  const channel = channelOf(asker, query)
  return [
    Prisma.sql`${driver}.workspace_id = ${workspace}`,
    ...(channel === null ? [] : [Prisma.sql`${driver}.channel = ${channel}`]),
    ...(author === null ? [] : [Prisma.sql`${driver}.author = ${author}`]),
    ...(before === null ? [] : [Prisma.sql`${driver}.number < ${before}::int`]),
    ...(from === null ? [] : [Prisma.sql`${driver}.number >= ${from}::int`]),
    ...(to === null ? [] : [Prisma.sql`${driver}.number <= ${to}::int`]),
    ...(since === null
      ? []
      : [Prisma.sql`scenario.created_at >= ${since.toISOString()}::timestamptz`]),
    ...(until === null
      ? []
      : [Prisma.sql`scenario.created_at < ${until.toISOString()}::timestamptz`]),
    ...(thread === null ? [] : [Prisma.sql`scenario.thread = ${thread}`]),
    ...(name === null ? [] : [Prisma.sql`label.name = ${name}`]),
    ...(isPinned ? [Prisma.sql`label.is_pinned`] : []),
    ...(type === null ? [] : [ofType(workspace, type, driverOf(query))]),
  ]
}

function ofType(workspace: string, type: string, driver: keyof typeof TABLES): Prisma.Sql {
  if (driver === 'scenario_type') return Prisma.sql`scenario_type.type = ${type}`
  return Prisma.sql`EXISTS (
    SELECT FROM scenario_type
    WHERE scenario_type.workspace_id = ${workspace} AND scenario_type.type = ${type}
      AND scenario_type.number = ${TABLES[driver]}.number)`
}
