import { Client } from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Asker, NewRun } from '../../src/history/history.ts'
import { NotKeptError } from '../../src/history/not-kept.ts'
import { prismaBudgets } from '../../src/history/budgets.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, BOB, newRun, NO_KEY, scenarioOf } from './runs.ts'

const { prisma, pool, owner } = await freshDatabase()
const fail = (error: Error) => {
  throw error
}
// As the bot stores runs.
const history = prismaHistory(prisma, pool, fail)
const t3 = scenarioOf('t3.2xlarge')
const m5 = scenarioOf('m5.large')

/** A statement as Prisma gives it to `pg`. */
const Statement = z.object({ text: z.string() }).transform(({ text }) => text)

function firstWords(sql: string): string {
  return sql.trim().split(/\s+/).slice(0, 3).join(' ')
}

let workspaces = 0
let keys = 0

/** Keeps runs in a workspace of the test's own; each request has a key, and each line is another. */
function teller() {
  const workspace = `T${++workspaces}`
  return (changes: Partial<NewRun> = {}) => {
    const asker = { ...(changes.asker ?? ADA), workspace }
    const request = { ...NO_KEY, key: `trigger ${++keys}` }
    return history.keep(
      newRun(changes.scenario ?? t3, { request, line: `line ${keys}`, ...changes, asker }),
    )
  }
}

describe('the same line again', () => {
  const at = (seconds: number) => new Date(Date.parse('2026-11-22T12:00:00Z') + seconds * 1_000)
  const line = 't3.2xlarge'

  test('within 30 seconds is the same run, and takes no number', async () => {
    const tell = teller()
    const first = await tell({ line, askedAt: at(0) })
    const again = await tell({ line, askedAt: at(29) })
    expect(again).toEqual({ ...first, status: 'already' })
    expect(await tell({ askedAt: at(29) })).toMatchObject({ status: 'new', run: { number: 2 } })
  })

  test.each<[string, Partial<NewRun>]>([
    ['after 30 seconds', { askedAt: at(30) }],
    ['of somebody else', { asker: BOB }],
    ['in another channel', { asker: { ...ADA, channel: 'C2' } }],
    ['of a request without a key', { request: NO_KEY }],
  ])('%s is a new run', async (_, changes) => {
    const tell = teller()
    await tell({ line, askedAt: at(0) })
    const kept = await tell({ line, askedAt: at(5), ...changes })
    expect(kept).toMatchObject({ status: 'new', run: { number: 2 } })
  })

  test('many times at once is one run', async () => {
    const tell = teller()
    const kept = await Promise.all(Array.from({ length: 10 }, () => tell({ line })))
    expect(kept.map(({ run }) => run.number)).toEqual(Array.from({ length: 10 }, () => 1))
    expect(kept.filter(({ status }) => status === 'new')).toHaveLength(1)
  })

  test('is a new run when the first was deleted', async () => {
    const tell = teller()
    const { run } = await tell({ line })
    await history.remove({ ...ADA, workspace: `T${workspaces}` }, run.number ?? 0)
    expect(await tell({ line })).toMatchObject({ status: 'new', run: { number: 2 } })
  })
})

test('the same request again is compared with what it was compared with then', async () => {
  const tell = teller()
  const request = { ...NO_KEY, key: 'the key' }
  await tell({ line: 'one' })
  const first = await tell({ line: 'two', request })
  await tell({ line: 'three' })
  expect(first.earlier?.number).toBe(1)
  expect(await tell({ line: 'two', request })).toEqual({ ...first, status: 'again' })
})

describe('the earlier run', () => {
  const inThread: Asker = { ...ADA, thread: '17.1' }

  test('is the one named, else the parent, else that of the thread, of the name, of the types', async () => {
    const tell = teller()
    await tell({ scenario: m5 })
    await tell({ scenario: m5, name: 'prod' })
    await tell({ scenario: m5, asker: inThread })
    await tell()
    await tell({ scenario: m5, asker: { ...ADA, channel: 'C2' } })
    const all = { against: 5, parent: 1, asker: inThread, name: 'prod' }
    const earlier = async (changes: Partial<NewRun>) =>
      (await tell(changes)).earlier?.number ?? null
    expect(await earlier(all)).toBe(5)
    expect(await earlier({ ...all, against: null })).toBe(1)
    expect(await earlier({ ...all, against: 99, parent: null })).toBe(7)
    expect(await earlier({ name: 'prod' })).toBe(8)
    expect(await earlier({})).toBe(9)
    expect(await earlier({ asker: { ...ADA, channel: 'C3' } })).toBeNull()
  })

  test('in a thread that has none yet is the run that the thread is about', async () => {
    const tell = teller()
    await tell({ scenario: m5 })
    await tell()
    await history.message({ ...ADA, workspace: `T${workspaces}` }, 1, '17.1')
    expect((await tell({ asker: inThread })).earlier?.number).toBe(1)
  })

  test('by name is that of the present name', async () => {
    const tell = teller()
    await tell({ scenario: m5, name: 'prod' })
    await tell({ scenario: m5 })
    const ada = { ...ADA, workspace: `T${workspaces}` }
    await history.rename(ada, 1, 'old prod')
    await history.rename(ada, 2, 'prod')
    expect((await tell({ name: 'prod' })).earlier).toMatchObject({ number: 2, name: 'prod' })
  })
})

test('a run comes with the budget of its channel, and so does one that was there', async () => {
  const tell = teller()
  const { run } = await tell()
  const asker = { ...ADA, workspace: `T${workspaces}`, channel: run.channel }
  const budget = await prismaBudgets(prisma).set(asker, { kind: 'addresses', addresses: 500 })
  const request = { ...NO_KEY, key: 'twice' }
  expect(await tell({ request })).toMatchObject({ budget, status: 'new' })
  expect(await tell({ request })).toMatchObject({ budget, status: 'again' })
  expect(await tell({ asker: { ...asker, channel: 'C2' } })).toMatchObject({ budget: null })
})

test('what is stored goes in one statement', async () => {
  const tell = teller()
  const query = vi.spyOn(Client.prototype, 'query')
  const delivery = {
    id: crypto.randomUUID(),
    installation: 'T',
    language: 'en',
    responseUrl: null,
  } as const
  await tell({ name: 'prod', request: { ...NO_KEY, key: 'a key', delivery } })
  const texts = query.mock.calls.map((words): unknown => words[0])
  query.mockRestore()
  const seen = texts.map((text) => z.union([z.string(), Statement]).parse(text))
  expect(seen.map(firstWords)).toEqual(['SELECT asked.place, kept.*'])
})

test('a reply for the outbox is stored with its run, and not again with the same request', async () => {
  const tell = teller()
  const id = crypto.randomUUID()
  const delivery = { id, installation: 'T', language: 'fr', responseUrl: 'https://x' } as const
  const request = { ...NO_KEY, key: 'with a reply', delivery }
  await tell()
  await tell({ request })
  await tell({ request })
  const workspaceId = `T${workspaces}`
  expect(await owner.prisma.outbox.findMany({ where: { workspaceId } })).toMatchObject([
    { id, number: 2, earlier: 1, language: 'fr', installation: 'T', responseUrl: 'https://x' },
  ])
})

test('keys of requests are taken away after two days, by every tenth run', async () => {
  const tell = teller()
  const days = ['01', '01', '01', '04', '04', '04', '04', '04', '04', '04']
  for (const day of days) await tell({ askedAt: new Date(`2026-11-${day}T12:00:00Z`) })
  const workspaceId = `T${workspaces}`
  const left = await owner.prisma.requestKey.findMany({ where: { workspaceId } })
  expect(new Set(left.map(({ number }) => number))).toEqual(new Set([4, 5, 6, 7, 8, 9, 10]))
})

test.each([
  ['a NUL in its line', { line: 'a\0b' }],
  ['half a character in its name', { name: 'prod \ud83d' }],
  [
    'half a character in its scenario',
    {
      scenario: { ...t3, groups: t3.groups.map((group) => ({ ...group, instanceType: '\udc00' })) },
    },
  ],
  ['a NUL in who asks', { asker: { ...ADA, authorName: '\0' } }],
])('%s: nothing reaches the database', async (_, changes) => {
  const nowhere = prismaHistory(Object.create(null), Object.create(null), () => {})
  await expect(nowhere.keep(newRun(t3, changes))).rejects.toThrow(NotKeptError)
})
