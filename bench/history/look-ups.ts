import { escapeLiteral, type Pool, type PoolClient } from 'pg'
import { z } from 'zod'
import type { Asker, Query } from '../../src/history/history.ts'
import { nameQuery, numberOf, rowQuery } from '../../src/history/find.ts'
import { Prisma } from '../../src/history/generated/client.ts'
import { latestOfShape } from '../../src/history/latest.ts'
import { lookUpQuery } from '../../src/history/look-up.ts'
import { labelQuery, pageQuery } from '../../src/history/page.ts'
import { ADA, ANY, newRun, NO_KEY, scenarioOf } from '../../test/history/runs.ts'
import { fill } from './fill.ts'

/** Promised of each look-up in the first part of the table. */
const MOST_PAGES = 8
const MOST_GROWTH = 2

const PAGE = 10

interface Place {
  readonly workspace: string
  readonly channel: string
  readonly number: number
  readonly name: string
}

type LookUp = (asker: Asker, place: Place) => Prisma.Sql

const page =
  (query: Partial<Query>, size = PAGE): LookUp =>
  (asker) =>
    pageQuery(asker, { ...ANY, ...query }, size + 1)

/** The statements that the program sends, as it sends them. */
const PROMISED: Readonly<Record<string, LookUp>> = {
  'latest of the same types': (asker) => Prisma.sql`SELECT ${latestOfShape(asker, 'm5.large')}`,
  'by number': (asker, { number }) => rowQuery(asker, numberOf(asker, { kind: 'number', number })),
  'by name': (asker, { name }) => nameQuery(asker, name, 'here'),
  'by name, elsewhere': (asker, { name }) => nameQuery(asker, name, 'anywhere'),
  'page of history, channel': (asker) => page({ channel: asker.channel })(asker, NOWHERE),
  'page of history, everywhere': page({}),
}

const OTHERS: Readonly<Record<string, LookUp>> = {
  'names and pins of a page': (asker, { number }) =>
    labelQuery(
      asker.workspace,
      Array.from({ length: PAGE }, (_, index) => number + 3 * index),
    ),
  'page, from the middle': (asker, { number }) => page({ before: number })(asker, NOWHERE),
  'page by author': page({ author: 'U3' }),
  'page of one week': page({
    since: new Date('2025-01-06T00:00:00Z'),
    until: new Date('2025-01-13T00:00:00Z'),
  }),
  'page by type': page({ type: 'c5.xlarge' }),
  'page by name': (asker, { name }) => page({ name })(asker, NOWHERE),
  'page of pinned runs': page({ isPinned: true }),
  'all that a new run looks up': (asker) => {
    const request = { ...NO_KEY, key: 'a new key' }
    return lookUpQuery(newRun(scenarioOf('m5.large'), { asker, request, name: 'name 7' }))
  },
}

const NOWHERE: Place = { workspace: '', channel: '', number: 0, name: '' }

/** Prints the table; returns what breaks a promise. */
export async function measureLookUps(
  owner: Pool,
  serving: Pool,
  sizes: readonly number[],
): Promise<readonly string[]> {
  const problems: string[] = []
  const pages = new Map<string, number[]>()
  for (const size of sizes) {
    const started = performance.now()
    await fill(owner, size)
    console.error(`${size} runs in ${Math.round((performance.now() - started) / 1_000)} s`)
    const places = await somePlaces(owner)
    for (const [name, lookUp] of Object.entries({ ...PROMISED, ...OTHERS })) {
      const seen = await measure(serving, places, lookUp)
      pages.set(name, [...(pages.get(name) ?? []), seen.pages])
      problems.push(...seen.nodes.map((node) => `${node} in "${name}" at ${size} runs`))
    }
  }
  printTable(sizes, pages)
  for (const name of Object.keys(PROMISED)) {
    const counts = pages.get(name) ?? []
    if (Math.max(...counts) > MOST_PAGES) problems.push(`${name}: more than ${MOST_PAGES} pages`)
    const growths = counts.slice(1).map((count, index) => count - (counts[index] ?? 0))
    if (Math.max(...growths) > MOST_GROWTH) problems.push(`${name}: grows by more than 2 pages`)
  }
  return problems
}

function printTable(sizes: readonly number[], pages: ReadonlyMap<string, readonly number[]>): void {
  const heads = sizes.map((size) => `${size / 1_000} k runs`)
  console.log(`| pages touched, at most | ${heads.join(' | ')} |`)
  console.log(`| --- |${sizes.map(() => ' ---: |').join('')}`)
  for (const [name, counts] of pages) console.log(`| ${name} | ${counts.join(' | ')} |`)
}

/** Channels of the largest workspace, of middle ones and of small ones, public and private. */
async function somePlaces(owner: Pool): Promise<readonly Place[]> {
  const { rows } = await owner.query<Place>(`
    WITH ranked AS (
      SELECT id, row_number() OVER (ORDER BY last_number DESC, id) AS rank FROM workspace
    )
    SELECT ranked.id AS workspace, channel, number, name FROM ranked
    CROSS JOIN LATERAL (
      SELECT channel, number, coalesce((
        SELECT name FROM label WHERE label.workspace_id = ranked.id AND label.number <= scenario.number
        ORDER BY label.number DESC LIMIT 1), 'no such name') AS name
      FROM scenario WHERE workspace_id = ranked.id
      ORDER BY hashtext(scenario.number::text) LIMIT 4
    ) AS place
    WHERE rank IN (1, 2, 3, 10, 30, 100, 300, 1000)`)
  return rows
}

interface Seen {
  readonly pages: number
  readonly nodes: readonly string[]
}

/** The most pages of all places, planned for each statement and for all of its kind. */
async function measure(serving: Pool, places: readonly Place[], lookUp: LookUp): Promise<Seen> {
  const client = await serving.connect()
  try {
    let most = 0
    const nodes = new Set<string>()
    for (const place of places) {
      const asker: Asker = { ...ADA, ...place, author: 'U3' }
      for (const mode of ['force_custom_plan', 'force_generic_plan']) {
        const plan = await explain(client, place.workspace, lookUp(asker, place), mode)
        most = Math.max(most, plan['Shared Hit Blocks'] + plan['Shared Read Blocks'])
        for (const node of nodesOf(plan))
          if (/Seq Scan|Sort/.test(node)) nodes.add(`${node} (${mode})`)
      }
    }
    return { pages: most, nodes: [...nodes] }
  } finally {
    client.release()
  }
}

interface Plan {
  readonly 'Node Type': string
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Plan[] | undefined
}

const Plan: z.ZodType<Plan> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Shared Hit Blocks': z.number(),
    'Shared Read Blocks': z.number(),
    Plans: z.array(Plan).optional(),
  }),
)

const Explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan })]) })])

async function explain(
  client: PoolClient,
  workspace: string,
  query: Prisma.Sql,
  mode: string,
): Promise<Plan> {
  await client.query('BEGIN')
  try {
    await client.query("SELECT set_config('eksip.workspace', $1, true)", [workspace])
    await client.query(`SET LOCAL plan_cache_mode = ${mode}`)
    await client.query(`PREPARE looked AS ${query.text}`)
    const values = query.values.map((value) =>
      escapeLiteral(Array.isArray(value) ? `{${value.join(',')}}` : String(value)),
    )
    const words = values.length > 0 ? `(${values.join(', ')})` : ''
    const { rows } = await client.query(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE looked${words}`,
    )
    return Explained.parse(rows)[0]['QUERY PLAN'][0].Plan
  } finally {
    await client.query('ROLLBACK; DEALLOCATE ALL')
  }
}

function nodesOf(plan: Plan): readonly string[] {
  return [plan['Node Type'], ...(plan.Plans ?? []).flatMap(nodesOf)]
}
