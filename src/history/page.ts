import { z } from 'zod'
import type { Asker } from './asker.ts'
import { decodeIfReadable } from './codec.ts'
import type { Page, Query } from './found.ts'
import { Prisma } from './generated/client.ts'
import { literal } from './literal.ts'
import { RunRow } from './run-row.ts'
import { visible } from './visible.ts'
import type { Transaction } from './workspace-transaction.ts'

/** The newest runs that fit, from an index that has them in their order; never a count, nor a sort. */
export async function findPage(
  tx: Transaction,
  asker: Asker,
  query: Query,
  size: number,
  onUnreadable: (error: Error) => void,
): Promise<Page> {
  const found = z.array(PageRow).parse(await tx.$queryRaw(pageQuery(asker, query, size + 1)))
  const shown = found.slice(0, size)
  const numbers = shown.map(({ number }) => number)
  const labels = Labels.parse(await tx.$queryRaw(labelQuery(asker.workspace, numbers)))
  const runs = shown.flatMap((row) => {
    const label = labels.find(({ number }) => number === row.number) ?? NO_LABEL
    return decodeIfReadable({ ...row, ...label, number: row.number }, onUnreadable) ?? []
  })
  const readable = new Set<number>(runs.map(({ number }) => number))
  return {
    runs,
    older: found.length > size ? (numbers.at(-1) ?? null) : null,
    unreadable: numbers.filter((number) => !readable.has(number)),
  }
}

const PageRow = RunRow.omit({ name: true, is_pinned: true })
const Labels = z.array(RunRow.pick({ number: true, name: true, is_pinned: true }))
const NO_LABEL = { name: null, is_pinned: false }

export function pageQuery(asker: Asker, query: Query, most: number): Prisma.Sql {
  return Prisma.sql`
    SELECT scenario.workspace_id, scenario.number, scenario.line, scenario.scenario, scenario.plan,
      scenario.engine, scenario.parent, scenario.channel, scenario.thread, scenario.is_private,
      scenario.author, scenario.author_name, scenario.created_at
    FROM ${source(asker, query)}
    WHERE ${Prisma.join([...conditions(asker, query), visible(asker, 'scenario')], ' AND ')}
    ORDER BY ${order(query)} DESC LIMIT ${literal(most)}`
}

/** The names and pins of some runs; joined to a page, they would be sorted, or looked up one by one. */
export function labelQuery(workspace: string, numbers: readonly number[]): Prisma.Sql {
  return Prisma.sql`
    SELECT number, name, is_pinned FROM label
    WHERE workspace_id = ${workspace} AND number = ANY(${numbers}::int[])`
}

/** The table whose index finds the runs: that of names and pins, that of types, or the runs' own. */
function source(asker: Asker, query: Query): Prisma.Sql {
  const driver = driverOf(query)
  if (driver === 'scenario') return TABLES.scenario
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

function order(query: Query): Prisma.Sql {
  return Prisma.sql`${TABLES[driverOf(query)]}.number`
}

function conditions(asker: Asker, query: Query): readonly Prisma.Sql[] {
  const { workspace } = asker
  const driver = TABLES[driverOf(query)]
  const { author, thread, name, isPinned, type, since, until, before } = query
  const channel = query.channel ?? (thread === null ? null : asker.channel)
  return [
    Prisma.sql`${driver}.workspace_id = ${workspace}`,
    ...(channel === null ? [] : [Prisma.sql`${driver}.channel = ${channel}`]),
    ...(before === null ? [] : [Prisma.sql`${driver}.number < ${before}::int`]),
    ...(thread === null ? [] : [Prisma.sql`scenario.thread = ${thread}`]),
    ...(author === null ? [] : [Prisma.sql`scenario.author = ${author}`]),
    ...(name === null ? [] : [Prisma.sql`label.name = ${name}`]),
    ...(isPinned ? [Prisma.sql`label.is_pinned`] : []),
    ...(type === null ? [] : [ofType(workspace, type, driverOf(query))]),
    ...(since === null ? [] : askedSince(workspace, since, driver)),
    ...(until === null ? [] : askedBefore(workspace, until, driver)),
  ]
}

function ofType(workspace: string, type: string, driver: keyof typeof TABLES): Prisma.Sql {
  if (driver === 'scenario_type') return Prisma.sql`scenario_type.type = ${type}`
  return Prisma.sql`EXISTS (
    SELECT FROM scenario_type
    WHERE scenario_type.workspace_id = ${workspace} AND scenario_type.type = ${type}
      AND scenario_type.number = scenario.number)`
}

/*
 * Later runs have larger numbers, but for the clocks of several replicas: a minute is more than those
 * differ. So the index of times gives the number where to stop, and the one where to begin.
 */

function askedSince(workspace: string, since: Date, driver: Prisma.Sql): readonly Prisma.Sql[] {
  const moment = Prisma.sql`${since.toISOString()}::timestamptz`
  return [
    Prisma.sql`scenario.created_at >= ${moment}`,
    Prisma.sql`${driver}.number >= (
      SELECT first.number FROM scenario AS first
      WHERE first.workspace_id = ${workspace}
        AND first.created_at >= ${moment} - interval '1 minute'
      ORDER BY first.created_at LIMIT 1)`,
  ]
}

function askedBefore(workspace: string, until: Date, driver: Prisma.Sql): readonly Prisma.Sql[] {
  const moment = Prisma.sql`${until.toISOString()}::timestamptz`
  return [
    Prisma.sql`scenario.created_at < ${moment}`,
    Prisma.sql`${driver}.number <= (
      SELECT last.number FROM scenario AS last
      WHERE last.workspace_id = ${workspace}
        AND last.created_at < ${moment} + interval '1 minute'
      ORDER BY last.created_at DESC LIMIT 1)`,
  ]
}
