import { z } from 'zod'
import type { Asker } from './asker.ts'
import { decodeIfReadable } from './codec.ts'
import type { Page, Query } from './found.ts'
import { Prisma } from './generated/client.ts'
import {
  nextRunsQuery,
  numbersOfDaysQuery,
  seenRunsQuery,
  type NumberedQuery,
} from './page-query.ts'
import { RunRow } from './run-row.ts'
import type { Statements } from './workspace-transaction.ts'

/** The newest runs that fit, from indexes that have them in their order; never a count, nor a sort. */
export async function findPage(
  tx: Statements,
  asker: Asker,
  query: Query,
  size: number,
  onUnreadable: (error: Error) => void,
): Promise<Page> {
  const found = await findRows(tx, asker, query, size + 1)
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
type PageRow = z.infer<typeof PageRow>
const NextRows = z.array(PageRow.extend({ place: z.int() }))
const Numbers = z.tuple([z.object({ from: z.int().nullable(), to: z.int().nullable() })])
const Labels = z.array(RunRow.pick({ number: true, name: true, is_pinned: true }))
const NO_LABEL = { name: null, is_pinned: false }

/** As many times the runs of a page are looked at before only those are that may be seen. */
const LOOKED_THROUGH = 3

/** The rows of the newest runs that fit and may be seen. */
export async function findRows(
  tx: Statements,
  asker: Asker,
  query: Query,
  most: number,
): Promise<readonly PageRow[]> {
  const numbered = await withNumbers(tx, asker, query)
  if (numbered === null) return []
  const window = most * LOOKED_THROUGH
  const next = nextRunsQuery(asker, numbered, most, window)
  if (next === null) return findSeen(tx, asker, numbered, most)
  const near = NextRows.parse(await tx.$queryRaw(next))
  const last = near.at(-1)
  // Numbers go down to 1: no more runs than that are left, and so many were looked at.
  const isEnd = last !== undefined && last.number - 1 <= window - last.place
  if (near.length === most || isEnd) return near
  const before = last?.number ?? query.before
  return [...near, ...(await findSeen(tx, asker, { ...numbered, before }, most - near.length))]
}

/** `null`: nothing was asked in those days. */
async function withNumbers(
  tx: Statements,
  asker: Asker,
  query: Query,
): Promise<NumberedQuery | null> {
  const { since, until } = query
  if (since === null && until === null) return { ...query, from: null, to: null }
  const [{ from, to }] = Numbers.parse(await tx.$queryRaw(numbersOfDaysQuery(asker, query)))
  const isEmpty = (since !== null && from === null) || (until !== null && to === null)
  return isEmpty ? null : { ...query, from, to }
}

async function findSeen(
  tx: Statements,
  asker: Asker,
  query: NumberedQuery,
  most: number,
): Promise<readonly PageRow[]> {
  const rows = z.array(PageRow).parse(await tx.$queryRaw(seenRunsQuery(asker, query, most)))
  return rows.toSorted((a, b) => b.number - a.number)
}

/** The names and pins of some runs; joined to a page, they would be sorted, or looked up one by one. */
export function labelQuery(workspace: string, numbers: readonly number[]): Prisma.Sql {
  return Prisma.sql`
    SELECT number, name, is_pinned FROM label
    WHERE workspace_id = ${workspace} AND number = ANY(${numbers}::int[])`
}
