import { describe, expect, test } from 'vitest'
import { EVERY_RUN, type Asker, type NewRun, type Query } from '../../src/history/history.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, BOB, newRun, scenarioOf } from './runs.ts'

const { prisma, pool, owner } = await freshDatabase()
const unreadable: string[] = []
const history = prismaHistory(prisma, pool, ({ message }) => void unreadable.push(message))
const t3 = scenarioOf('t3.2xlarge')
const m5 = scenarioOf('m5.large')

/** Keeps runs in a workspace of the test's own; each takes the changes to `newRun`. */
async function story(workspace: string, runs: readonly Partial<NewRun>[] = []) {
  const ada: Asker = { ...ADA, workspace }
  const bob: Asker = { ...BOB, workspace }
  for (const run of runs) {
    const asker = { ...(run.asker ?? ADA), workspace }
    await history.keep(newRun(run.scenario ?? t3, { ...run, asker }))
  }
  return { ada, bob }
}

describe('the message of a run is', () => {
  /** Slack's timestamp of so many seconds after now. */
  const after = (seconds: number) => (Date.now() / 1_000 + seconds).toFixed(6)
  const thisRun = after(1)

  test.each([
    ['the first one of it', [after(40), thisRun], thisRun],
    ['posted by a clock that goes a little ahead', [after(-30)], expect.any(String)],
    ['none where none is known', [], null],
    ['none of a day later', [after(90_000)], null],
  ])('%s', async (about, timestamps, expected) => {
    const { ada } = await story(`T-${about}`, [{}, {}])
    await history.message(ada, 2, after(0))
    for (const timestamp of timestamps) await history.message(ada, 1, timestamp)
    const posted = await history.posted(ada, 1)
    expect(posted).toEqual(expected === null ? null : { channel: 'C1', timestamp: expected })
  })

  test('that of the channel where it was asked, not of another one where it was shared', async () => {
    const { ada } = await story('T-shared', [{}])
    await history.message({ ...ada, channel: 'C2' }, 1, after(1))
    expect(await history.posted(ada, 1)).toBeNull()
  })
})

describe('a run is found', () => {
  test('by its number, as it was kept', async () => {
    const { ada } = await story('T-number', [{}, { name: 'prod blue', line: 'the second' }])
    const found = await history.find(ada, { kind: 'number', number: 2 })
    const { plan, ...kept } = (await history.keep(newRun(t3, { asker: ada }))).run
    expect(found).toMatchObject({
      kind: 'run',
      run: { ...kept, number: 2, name: 'prod blue', line: 'the second', plan: { held: plan.held } },
    })
    expect(await history.find(ada, { kind: 'number', number: 9 })).toEqual({ kind: 'none' })
  })

  test('by its name: the newest of this channel, or else of another one', async () => {
    const { ada } = await story('T-name', [
      { name: 'prod', asker: { ...ADA, channel: 'C2' } },
      { name: 'prod' },
      { name: 'prod', asker: { ...ADA, channel: 'C2' } },
      { name: 'test', asker: { ...ADA, channel: 'C2' } },
    ])
    const numberOf = async (name: string) => {
      const found = await history.find(ada, { kind: 'name', name })
      return found.kind === 'run' ? found.run.number : found.kind
    }
    expect([await numberOf('prod'), await numberOf('test'), await numberOf('none')]).toEqual([
      2,
      4,
      'none',
    ])
  })

  test('as the last one of the channel, or of the thread that is read', async () => {
    const inThread = { ...ADA, thread: '17.1' }
    const { ada } = await story('T-last', [
      {},
      { asker: inThread },
      {},
      { asker: { ...ADA, channel: 'C2' } },
    ])
    await history.message(ada, 1, '17.9')
    const last = (asker: Partial<Asker>) => history.find({ ...ada, ...asker }, { kind: 'last' })
    expect(await last({})).toMatchObject({ run: { number: 3 } })
    expect(await last({ thread: '17.1' })).toMatchObject({ run: { number: 2, thread: '17.1' } })
    expect(await last({ thread: '17.9' })).toMatchObject({ run: { number: 1 } })
    expect(await last({ thread: '17.2' })).toEqual({ kind: 'none' })
    expect(await last({ channel: 'C9' })).toEqual({ kind: 'none' })
  })

  test('by the message that is its reply', async () => {
    const { ada } = await story('T-message', [{}])
    await history.message(ada, 1, '17.000100')
    await history.message(ada, 1, '17.000100')
    await history.message(ada, 99, '17.000200')
    const find = (timestamp: string) => history.find(ada, { kind: 'message', timestamp })
    expect(await find('17.000100')).toMatchObject({ run: { number: 1 } })
    expect(await find('17.000200')).toEqual({ kind: 'none' })
  })
})

describe('a page', () => {
  const inThread = { ...ADA, thread: '17.1' }
  const day = (date: string) => new Date(`2026-11-${date}T12:00:00Z`)
  const both = { ...t3, groups: [...t3.groups, ...m5.groups] }
  const stories = story('T-page', [
    { askedAt: day('01'), name: 'prod' },
    { askedAt: day('02'), asker: BOB, scenario: m5 },
    { askedAt: day('03'), asker: { ...ADA, channel: 'C2' }, scenario: both },
    { askedAt: day('04'), asker: inThread },
    { askedAt: day('05'), asker: { ...BOB, channel: 'C2' }, name: 'prod' },
    { askedAt: day('06'), asker: inThread, scenario: m5 },
  ])

  test.each<[string, Partial<Query>, readonly number[]]>([
    ['everything', {}, [6, 5, 4, 3, 2, 1]],
    ['by author', { author: 'U0BOB' }, [5, 2]],
    ['by channel', { channel: 'C2' }, [5, 3]],
    ['by thread', { thread: '17.1' }, [6, 4]],
    ['by name', { name: 'prod' }, [5, 1]],
    ['by name and channel', { name: 'prod', channel: 'C1' }, [1]],
    ['by type', { type: 'm5.large' }, [6, 3, 2]],
    ['by type and channel', { type: 't3.2xlarge', channel: 'C2' }, [5, 3]],
    ['by type and name', { type: 't3.2xlarge', name: 'prod' }, [5, 1]],
    ['by type and author', { type: 'm5.large', author: 'U0BOB' }, [2]],
    ['since a day', { since: day('04') }, [6, 5, 4]],
    ['until a day', { until: day('03') }, [2, 1]],
    ['between days', { since: day('02'), until: day('05') }, [4, 3, 2]],
    ['between days, by name', { since: day('02'), until: day('06'), name: 'prod' }, [5]],
    ['before the first day', { until: day('01') }, []],
    ['after the last day', { since: day('07') }, []],
    ['pinned', { isPinned: true }, [4, 2]],
    ['pinned, by channel and author', { isPinned: true, channel: 'C1', author: 'U0ADA' }, [4]],
    ['before a number', { before: 3 }, [2, 1]],
    [
      'everything at once',
      {
        author: 'U0ADA',
        channel: 'C1',
        thread: '17.1',
        type: 'm5.large',
        since: day('05'),
        until: day('07'),
        before: 7,
      },
      [6],
    ],
  ])('%s', async (_, query, numbers) => {
    const { ada } = await stories
    await history.pin(ada, 2, true)
    await history.pin(ada, 4, true)
    const { runs, older } = await history.page(ada, { ...EVERY_RUN, ...query }, 10)
    expect(runs.map(({ number }) => number)).toEqual(numbers)
    expect(older).toBeNull()
  })

  test('goes on where the one before ended, and runs that came meanwhile change nothing', async () => {
    const { ada } = await story(
      'T-pages',
      Array.from({ length: 7 }, () => ({})),
    )
    const first = await history.page(ada, EVERY_RUN, 3)
    expect(first).toMatchObject({ runs: [{ number: 7 }, { number: 6 }, { number: 5 }], older: 5 })
    await history.keep(newRun(t3, { asker: ada }))
    const second = await history.page(ada, { ...EVERY_RUN, before: first.older }, 3)
    expect(second).toMatchObject({ runs: [{ number: 4 }, { number: 3 }, { number: 2 }], older: 2 })
    const third = await history.page(ada, { ...EVERY_RUN, before: second.older }, 3)
    expect(third).toMatchObject({ runs: [{ number: 1 }], older: null })
  })

  test('names the runs that cannot be read, and shows the others', async () => {
    const { ada } = await story('T-unreadable', [{}, {}, {}])
    await owner.prisma.scenario.delete({
      where: { workspaceId_number: { workspaceId: 'T-unreadable', number: 2 } },
    })
    const row = { workspaceId: 'T-unreadable', number: 2, channel: 'C1', author: 'U', line: '' }
    await owner.prisma.scenario.create({
      data: {
        ...row,
        isPrivate: false,
        engine: 1,
        cni: '1.23',
        shape: 'a',
        scenario: {},
        plan: {},
      },
    })
    expect(await history.page(ada, EVERY_RUN, 10)).toMatchObject({
      runs: [{ number: 3 }, { number: 1 }],
      unreadable: [2],
    })
    expect(await history.find(ada, { kind: 'number', number: 2 })).toEqual({
      kind: 'unreadable',
      number: 2,
    })
    expect(unreadable.at(-1)).toMatch(/^scenario #2 of workspace T-unreadable cannot be read/)
  })
})

test('every run is given, page after page', async () => {
  const { ada } = await story('T-every')
  await owner.pool.query(`INSERT INTO workspace (id, last_number) VALUES ('T-every', 450)`)
  const { scenario, plan } = newRun(t3)
  await owner.pool.query(
    `INSERT INTO scenario (workspace_id, number, id, channel, is_private, author, line, shape, scenario, plan, engine, cni)
     SELECT 'T-every', n, gen_random_uuid(), 'C1', false, 'U' || n % 2, '', 't3.2xlarge', $1, $2, 1, '1.23'
     FROM generate_series(1, 450) AS n`,
    [JSON.stringify(scenario), JSON.stringify(plan)],
  )
  const numbers: (number | null)[] = []
  for await (const { number } of history.every(ada, { ...EVERY_RUN, author: 'U1' }))
    numbers.push(number)
  expect(numbers).toEqual(Array.from({ length: 225 }, (_, index) => 449 - 2 * index))
})

describe('a lineage', () => {
  test('is the tree of a run, seen from any of it', async () => {
    const { ada } = await story('T-tree', [
      {},
      { parent: 1 },
      {},
      { parent: 1 },
      { parent: 2 },
      { parent: 3 },
      { parent: 5 },
    ])
    for (const number of [1, 2, 4, 5, 7]) {
      const family = await history.lineage(ada, number)
      expect(family.map(({ number: n, parent }) => [n, parent])).toEqual([
        [1, null],
        [2, 1],
        [4, 1],
        [5, 2],
        [7, 5],
      ])
    }
    expect(await history.lineage(ada, 99)).toEqual([])
  })

  test('is bounded', async () => {
    const { ada } = await story('T-long', [{}])
    for (let parent = 1; parent <= 210; parent++) {
      await history.keep(newRun(t3, { asker: ada, parent }))
    }
    expect(await history.lineage(ada, 1)).toHaveLength(200)
    const fromTheEnd = await history.lineage(ada, 211)
    expect(fromTheEnd).toHaveLength(200)
    expect(fromTheEnd.at(-1)?.number).toBe(211)
  })

  test('has no parent that is not there', async () => {
    const { ada } = await story('T-orphan', [{ parent: 7 }])
    expect(await history.lineage(ada, 1)).toMatchObject([{ number: 1, parent: null }])
  })
})

test('names are those in use, latest first, each once', async () => {
  const { ada } = await story('T-names', [
    { name: 'a' },
    { name: 'b' },
    { name: 'a' },
    { name: 'c' },
    {},
  ])
  await history.rename(ada, 4, null)
  await history.rename(ada, 2, 'd')
  expect(await history.names(ada)).toEqual(['a', 'd'])
})
