import type { Pool, PoolClient } from 'pg'
import { z } from 'zod'
import { PAGE_SIZE } from '../../src/answers/list.ts'
import { EVERY_RUN, type Asker, type NewRun, type Query } from '../../src/history/history.ts'
import { findRun, nameQuery, numberOf, rowQuery } from '../../src/history/find.ts'
import { keepQuery } from '../../src/history/keep-query.ts'
import { findRows, labelQuery } from '../../src/history/page.ts'
import { statementsOn } from '../../src/history/workspace-transaction.ts'
import { ADA, newRun, NO_KEY, scenarioOf } from '../../test/history/runs.ts'
import { fill, HIDING, HIDING_CHANNELS } from './fill.ts'

/** Promised of each look-up in the first part of the table; the growth is for ten times as many runs. */
const MOST_PAGES = 8
const MOST_GROWTH = 2
/** Promised of all others, however many runs there are and however few of them may be seen. */
const MOST_OF_OTHERS = 80

interface Place {
  readonly workspace: string
  readonly channel: string
  readonly number: number
  readonly name: string
}

/** Sends what the program sends, as it sends it. */
type LookUp = (tx: ReturnType<typeof statementsOn>, asker: Asker, place: Place) => Promise<unknown>

const page =
  (query: Partial<Query>): LookUp =>
  (tx, asker) =>
    findRows(tx, asker, { ...EVERY_RUN, ...query }, PAGE_SIZE + 1)

const LATEST = 'latest of the same types'

/** Of all that a look-up sends, this is counted; what `kept_run` does is part of whoever calls it. */
const COUNTED: Readonly<Record<string, RegExp>> = { [LATEST]: /keep_run\.shape/ }
const ALL = /^(?!\(\s+SELECT to_json\(kept\))/

const PROMISED: Readonly<Record<string, LookUp>> = {
  'by number': (tx, asker, { number }) =>
    tx.$queryRaw(rowQuery(asker, numberOf(asker, { kind: 'number', number }))),
  'by name': (tx, asker, { name }) => tx.$queryRaw(nameQuery(asker, name, 'here')),
  'by name, elsewhere': (tx, asker, { name }) => tx.$queryRaw(nameQuery(asker, name, 'newest')),
  'page of history, channel': (tx, asker) => page({ channel: asker.channel })(tx, asker, NOWHERE),
  'page of history, everywhere': page({}),
}

const OTHERS: Readonly<Record<string, LookUp>> = {
  'names and pins of a page': (tx, asker, { number }) => {
    const numbers = Array.from({ length: PAGE_SIZE }, (_, index) => number + 3 * index)
    return tx.$queryRaw(labelQuery(asker.workspace, numbers))
  },
  'page, from the middle': (tx, asker, { number }) => page({ before: number })(tx, asker, NOWHERE),
  'page by author': page({ author: 'U5' }),
  'page by author, channel': (tx, asker) =>
    page({ author: 'U5', channel: asker.channel })(tx, asker, NOWHERE),
  'page of one week': page({
    since: new Date('2025-01-06T00:00:00Z'),
    until: new Date('2025-01-13T00:00:00Z'),
  }),
  'page by type': page({ type: 'c5.xlarge' }),
  'page by name': (tx, asker, { name }) => page({ name })(tx, asker, NOWHERE),
  'page of pinned runs': page({ isPinned: true }),
}

/** Measured last: a run that is kept and rolled back leaves traces in the pages of its channel. */
const KEEPING: Readonly<Record<string, LookUp>> = {
  [LATEST]: (tx, asker) => tx.$queryRaw(keepQuery([newRunOf(asker)], Date.now())),
  'all that a new run looks up': (tx, asker) => {
    const request = { ...NO_KEY, key: 'a new key' }
    const run = newRunOf(asker, { request, name: 'name 7' })
    return tx.$queryRaw(keepQuery([run], Date.now()))
  },
}

function newRunOf(asker: Asker, changes: Partial<NewRun> = {}): NewRun {
  return newRun(scenarioOf('m5.large'), { asker, ...changes })
}

/** Asked where of 1,000 runs one is public, one of this channel and one of the asker. */
const HIDDEN: Readonly<Record<string, LookUp>> = {
  'page, everywhere': page({}),
  'page, from the middle': OTHERS['page, from the middle'] ?? page({}),
  'page by author': page({ author: 'U9' }),
  'page of one week': OTHERS['page of one week'] ?? page({}),
  'page by type': page({ type: 'c5.xlarge' }),
  'page by name': OTHERS['page by name'] ?? page({}),
  'page of pinned runs': page({ isPinned: true }),
  'by name': (tx, asker, { name }) => findRun(tx, asker, { kind: 'name', name }, () => {}),
}

const NOWHERE: Place = { workspace: '', channel: '', number: 0, name: '' }

/** Prints the table; returns what breaks a promise. */
export async function measureLookUps(
  owner: Pool,
  observer: PoolClient,
  sizes: readonly number[],
): Promise<readonly string[]> {
  await observe(observer)
  const problems: string[] = []
  const pages = new Map<string, number[]>()
  for (const size of sizes) {
    const started = performance.now()
    await fill(owner, size)
    console.error(`${size} runs in ${Math.round((performance.now() - started) / 1_000)} s`)
    const places = await somePlaces(owner)
    const hiding = await hidingPlaces(owner)
    const lookUps = [
      ...Object.entries({ ...PROMISED, ...OTHERS }).map((entry) => [...entry, places] as const),
      ...Object.entries(HIDDEN).map(
        ([name, lookUp]) => [`${name}, nearly all hidden`, lookUp, hiding] as const,
      ),
      ...Object.entries(KEEPING).map((entry) => [...entry, places] as const),
    ]
    for (const [name, lookUp, where] of lookUps) {
      const seen = await measure(observer, where, lookUp, COUNTED[name] ?? ALL)
      pages.set(name, [...(pages.get(name) ?? []), seen.pages])
      problems.push(...seen.nodes.map((node) => `${node} in "${name}" at ${size} runs`))
    }
  }
  printTable(sizes, pages)
  return [...problems, ...brokenPromises(pages)]
}

function brokenPromises(pages: ReadonlyMap<string, readonly number[]>): readonly string[] {
  return [...pages].flatMap(([name, counts]) => {
    const isFirst = name in PROMISED || name === LATEST
    const most = isFirst ? MOST_PAGES : MOST_OF_OTHERS
    const growths = counts.slice(1).map((count, index) => count - (counts[index] ?? 0))
    const isGrowing = isFirst && Math.max(...growths) > MOST_GROWTH
    return [
      ...(Math.max(...counts) > most ? [`${name}: more than ${most} pages`] : []),
      ...(isGrowing ? [`${name}: grows by more than ${MOST_GROWTH} pages`] : []),
    ]
  })
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
      WHERE id <> '${HIDING}'
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

/** The public channel and the private one that the asker is in, at some numbers and with some names. */
async function hidingPlaces(owner: Pool): Promise<readonly Place[]> {
  const { rows } = await owner.query<Place>(
    `SELECT '${HIDING}' AS workspace, channel, number, 'name ' || number % 20 AS name
     FROM unnest($1::text[]) AS channel, (
       SELECT number FROM scenario WHERE workspace_id = '${HIDING}'
       ORDER BY hashtext(scenario.number::text) LIMIT 8) AS place`,
    [Object.values(HIDING_CHANNELS)],
  )
  return rows
}

interface Seen {
  readonly pages: number
  readonly nodes: readonly string[]
}

/** The most pages of all places, planned for each statement and for all of its kind. */
async function measure(
  observer: PoolClient,
  places: readonly Place[],
  lookUp: LookUp,
  counted: RegExp,
): Promise<Seen> {
  let most = 0
  const nodes = new Set<string>()
  for (const mode of ['force_custom_plan', 'force_generic_plan']) {
    // Pages of the catalog, which a connection reads once, are not counted.
    for (const place of places.slice(0, 1)) await plansOf(observer, mode, place, lookUp)
    for (const place of places) {
      const plans = await plansOf(observer, mode, place, lookUp)
      const pages = plans.filter(({ text }) => counted.test(text)).map(pagesOf)
      most = Math.max(
        most,
        pages.reduce((sum, count) => sum + count, 0),
      )
      for (const node of plans.flatMap(({ plan }) => nodesOf(plan)))
        if (/Seq Scan|Sort/.test(node)) nodes.add(`${node} (${mode})`)
    }
  }
  return { pages: most, nodes: [...nodes] }
}

/** At the top of what writes, of a foreign key that is checked, and of a function that does both. */
const WRITING = /^(ModifyTable|LockRows|Function Scan)$/

/** The plans of all statements of a look-up but those that write. */
async function plansOf(
  observer: PoolClient,
  mode: string,
  place: Place,
  lookUp: LookUp,
): Promise<readonly Told[]> {
  const told: Told[] = []
  const onNotice = ({ message }: { message?: string | undefined }) => {
    if (message?.startsWith('duration')) told.push(readPlan(message))
  }
  const asker: Asker = { ...ADA, ...place, author: 'U3' }
  await observer.query('BEGIN')
  try {
    await observer.query("SELECT set_config('eksip.workspace', $1, true)", [place.workspace])
    await observer.query(`SET LOCAL plan_cache_mode = ${mode}`)
    observer.on('notice', onNotice)
    await lookUp(statementsOn(observer), asker, place)
    // Of a statement, the plan is told when the next one begins.
    await observer.query('SELECT')
  } finally {
    observer.off('notice', onNotice)
    await observer.query('ROLLBACK')
  }
  return told.filter(({ plan }) => !WRITING.test(plan['Node Type']))
}

/** Makes a connection of the owner act as the account that serves, and tell all plans, inner ones too. */
async function observe(observer: PoolClient): Promise<void> {
  await observer.query(`LOAD 'auto_explain';
    SET auto_explain.log_min_duration = 0; SET auto_explain.log_level = notice;
    SET auto_explain.log_analyze = on; SET auto_explain.log_buffers = on;
    SET auto_explain.log_nested_statements = on; SET auto_explain.log_format = json;
    SET ROLE eksip_bot`)
}

interface Plan {
  readonly 'Node Type': string
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly 'One-Time Filter'?: string | undefined
  readonly Plans?: readonly Plan[] | undefined
}

const Plan: z.ZodType<Plan> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Shared Hit Blocks': z.number(),
    'Shared Read Blocks': z.number(),
    'One-Time Filter': z.string().optional(),
    Plans: z.array(Plan).optional(),
  }),
)

/** What auto_explain tells of a statement. */
interface Told {
  readonly text: string
  readonly plan: Plan
}

const Told = z
  .object({ 'Query Text': z.string(), Plan })
  .transform((told): Told => ({ text: told['Query Text'].trim(), plan: told.Plan }))

function readPlan(message: string): Told {
  return Told.parse(JSON.parse(message.slice(message.indexOf('{'))))
}

function pagesOf({ plan }: Told): number {
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
}

/** Without what is planned for a value that is NULL: nothing is read there, and nothing sorted. */
function nodesOf(plan: Plan): readonly string[] {
  const below = plan.Plans ?? []
  if (below.some((node) => node['One-Time Filter'] === 'false')) return []
  return [plan['Node Type'], ...below.flatMap(nodesOf)]
}
