import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EVERY_RUN, type Asker, type Query } from '../../src/history/history.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, newRun, scenarioOf } from './runs.ts'

const { prisma, pool, owner } = await freshDatabase()
const history = prismaHistory(prisma, pool, (error) => {
  throw error
})
const TYPES = ['m5.large', 't3.2xlarge'] as const
const NAMES = ['prod', 'test']
const FIRST_DAY = Date.UTC(2026, 0, 1)
const DAY_MS = 86_400_000

/** A run as a page is asked for it. */
interface Row {
  readonly channel: string
  readonly isPrivate: boolean
  readonly author: string
  readonly thread: string | null
  readonly type: (typeof TYPES)[number]
  readonly name: string | null
  readonly isPinned: boolean
  readonly askedAt: Date
}

const author = fc.constantFrom('U1', 'U2', 'U3')
const channel = fc.constantFrom('C1', 'C2', 'G1', 'G2')

/** Histories in which few runs are private, or nearly all; a channel may have become private. */
const rows = fc.tuple(fc.nat(60), fc.constantFrom(0, 1, 9)).chain(([length, hidden]) =>
  fc.array(
    fc.record({
      channel,
      isPrivate: fc.nat(9).map((chance) => chance < hidden),
      author,
      thread: fc.option(fc.constantFrom('1.1', '1.2'), { freq: 2 }),
      type: fc.constantFrom(...TYPES),
      name: fc.option(fc.constantFrom(...NAMES), { freq: 2 }),
      isPinned: fc.boolean(),
    }),
    { minLength: length, maxLength: length },
  ),
)

const queries = fc.record({
  author: fc.option(author, { freq: 1 }),
  channel: fc.option(channel, { freq: 1 }),
  thread: fc.option(fc.constantFrom('1.1', '1.2'), { freq: 1 }),
  name: fc.option(fc.constantFrom(...NAMES), { freq: 1 }),
  type: fc.option(fc.constantFrom(...TYPES), { freq: 1 }),
  since: fc.option(fc.nat(60), { freq: 1 }),
  until: fc.option(fc.nat(60), { freq: 1 }),
  isPinned: fc.boolean(),
  before: fc.option(fc.integer({ min: 1, max: 70 }), { freq: 1 }),
})

const dayOf = (day: number | null) => (day === null ? null : new Date(FIRST_DAY + day * DAY_MS))

test('a page has those runs that fit and may be seen, the newest first', async () => {
  let count = 0
  const look = fc.record({ author, channel, query: queries, size: fc.constantFrom(1, 3, 10) })
  await fc.assert(
    fc.asyncProperty(rows, fc.array(look, { minLength: 5, maxLength: 20 }), async (runs, looks) => {
      const workspace = `T${++count}`
      const stored = runs.map((run, index) => ({ ...run, askedAt: dayOf(index) ?? new Date(0) }))
      await store(workspace, stored)
      for (const { query, size, ...who } of looks) {
        const asker: Asker = { ...ADA, workspace, ...who }
        const days = { since: dayOf(query.since), until: dayOf(query.until) }
        const sought: Query = { ...EVERY_RUN, ...query, ...days }
        const expected = numbersOf(stored, asker, sought)
        const page = await history.page(asker, sought, size)
        expect(page.runs.map(({ number }) => number)).toEqual(expected.slice(0, size))
        expect(page.older).toBe(expected.length > size ? expected[size - 1] : null)
        for (const run of page.runs) {
          const { name, isPinned, askedAt } = stored[(run.number ?? 0) - 1] ?? {}
          expect(run).toMatchObject({ name, isPinned, askedAt })
        }
      }
    }),
    { numRuns: process.env['CASES'] === undefined ? 40 : 300 },
  )
}, 600_000)

/** What a page has, by its definition: run by run. */
function numbersOf(stored: readonly Row[], asker: Asker, query: Query): readonly number[] {
  const channelOfThread = query.thread === null ? null : asker.channel
  const place = query.channel ?? channelOfThread
  const fits = (run: Row, number: number) =>
    (!run.isPrivate || run.channel === asker.channel || run.author === asker.author) &&
    (query.author === null || run.author === query.author) &&
    (place === null || run.channel === place) &&
    (query.thread === null || run.thread === query.thread) &&
    (query.name === null || run.name === query.name) &&
    (query.type === null || run.type === query.type) &&
    (query.since === null || run.askedAt >= query.since) &&
    (query.until === null || run.askedAt < query.until) &&
    (!query.isPinned || run.isPinned) &&
    (query.before === null || number < query.before)
  const numbers = stored.flatMap((run, index) => (fits(run, index + 1) ? [index + 1] : []))
  return numbers.toReversed()
}

/** In two statements, as what is tried here is not how runs are kept. */
async function store(workspace: string, runs: readonly Row[]): Promise<void> {
  await owner.prisma.workspace.create({ data: { id: workspace, lastNumber: runs.length } })
  await owner.prisma.scenario.createMany({
    data: runs.map(({ type, isPinned: _isPinned, askedAt: createdAt, ...rest }, index) => ({
      ...ANSWERS[type],
      ...rest,
      workspaceId: workspace,
      number: index + 1,
      shape: type,
      createdAt,
    })),
  })
  const pinned = runs.flatMap(({ isPinned }, index) => (isPinned ? [index + 1] : []))
  await owner.pool.query(
    `INSERT INTO label (workspace_id, number, is_pinned, channel, author, is_private)
     SELECT workspace_id, number, true, channel, author, is_private FROM scenario
     WHERE workspace_id = $1 AND number = ANY($2)
     ON CONFLICT (workspace_id, number) DO UPDATE SET is_pinned = true`,
    [workspace, pinned],
  )
}

const ANSWERS = {
  'm5.large': answerOf('m5.large'),
  't3.2xlarge': answerOf('t3.2xlarge'),
} as const

function answerOf(type: string) {
  const { line, scenario, plan } = newRun(scenarioOf(type))
  return { line, scenario, plan: JSON.parse(JSON.stringify(plan)), engine: 1, cni: '1.23' }
}
