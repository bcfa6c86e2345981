import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { prismaOutbox, type Ending, type NewReply } from '../../src/history/outbox.ts'
import { freshDatabase } from '../support/database.ts'

const serving = await freshDatabase()
const outbox = prismaOutbox(serving.prisma, serving.pool)
const { prisma, pool } = serving.owner

beforeEach(async () => {
  await prisma.workspace.deleteMany()
  await pool.query('DELETE FROM outbox')
})

describe('a reply that was stored', () => {
  test('is left to the process that stored it, which takes it once', async () => {
    const id = await add('T1', 1)
    expect(await outbox.take(10)).toEqual([])
    const taken = await outbox.begin([id])
    expect(taken).toMatchObject([{ number: 1, channel: 'C1', form: 'blocks', earlier: null }])
    expect(await outbox.begin([id])).toEqual([])
    expect(await outbox.take(10)).toEqual([])
  })

  test('is taken by any replica when that process is gone', async () => {
    const id = await add('T1', 1)
    await makeDue()
    const [taken, ...others] = await outbox.take(10)
    expect(taken?.delivery.id).toBe(id)
    expect(others).toEqual([])
    expect(await outbox.begin([id])).toEqual([])
  })

  test('is taken by one of many that ask at the same time', async () => {
    for (const number of [1, 2, 3, 4, 5]) await add(`T${number}`, 1, { channel: `C${number}` })
    await makeDue()
    const taken = await Promise.all(Array.from({ length: 8 }, () => outbox.take(2)))
    const ids = taken.flat().map(({ delivery }) => delivery.id)
    expect(ids).toHaveLength(5)
    expect(new Set(ids).size).toBe(5)
  })

  test('is not sent again once it is sent, refused or unknown, and its address is forgotten', async () => {
    for (const state of ['sent', 'refused', 'unknown'] as const) {
      const id = await add('T1', 1, { channel: state })
      await outbox.begin([id])
      await outbox.finish([{ id, state, ts: '17.000001', reason: null }])
      await makeDue()
      expect(await outbox.take(10)).toEqual([])
      expect(await prisma.outbox.findUnique({ where: { id } })).toMatchObject({
        state,
        responseUrl: null,
      })
    }
  })

  test('that was postponed waits, and comes back in the form it is to have', async () => {
    const id = await add('T1', 1)
    await outbox.begin([id])
    await outbox.postpone(id, 60_000, 'plain', 'ratelimited')
    expect(await outbox.take(10)).toEqual([])
    await makeDue()
    expect(await outbox.take(10)).toMatchObject([{ form: 'plain', delivery: { id } }])
  })

  test('goes with its run', async () => {
    await add('T1', 1)
    await prisma.workspace.deleteMany()
    expect(await prisma.outbox.count()).toBe(0)
  })
})

test('what became of replies of several workspaces is noted at once, each with its message', async () => {
  const replies = [await add('T1', 1), await add('T2', 1), await add('T3', 1)]
  await outbox.begin(replies)
  const reason = 'is_archived'
  const [one = '', two = '', three = ''] = replies
  await outbox.finish([
    { id: one, state: 'sent', ts: '17.000001', reason: null },
    { id: two, state: 'refused', ts: null, reason },
    { id: three, state: 'sent', ts: '17.000002', reason: null },
  ])
  const rows = await prisma.outbox.findMany({ orderBy: { workspaceId: 'asc' } })
  expect(rows).toMatchObject([
    { state: 'sent' },
    { state: 'refused', error: reason },
    { ts: '17.000002' },
  ])
  const messages = await prisma.message.findMany({ orderBy: { workspaceId: 'asc' } })
  expect(messages).toMatchObject([
    { workspaceId: 'T1', timestamp: '17.000001' },
    { workspaceId: 'T3', timestamp: '17.000002' },
  ])
})

describe('what somebody was sending who is gone', () => {
  test('is unknown: it is never sent again', async () => {
    const id = await add('T1', 1)
    await outbox.begin([id])
    expect(await outbox.abandon()).toBe(0)
    await pool.query("UPDATE outbox SET leased_until = now() - interval '1 ms'")
    expect(await outbox.abandon()).toBe(1)
    expect(await outbox.take(10)).toEqual([])
    expect(await prisma.outbox.findUnique({ where: { id } })).toMatchObject({ state: 'unknown' })
  })

  test('and its taker cannot finish it any more', async () => {
    const id = await add('T1', 1)
    await outbox.begin([id])
    await pool.query("UPDATE outbox SET leased_until = now() - interval '1 ms'")
    await outbox.abandon()
    await outbox.finish([sent(id)])
    expect(await prisma.outbox.findUnique({ where: { id } })).toMatchObject({ state: 'unknown' })
  })
})

describe('a channel', () => {
  test('gets its replies one after the other, in their order, a second apart', async () => {
    const first = await add('T1', 1)
    const second = await add('T1', 2)
    const elsewhere = await add('T1', 3, { channel: 'C2' })
    await makeDue()
    expect(new Set(ids(await outbox.take(10)))).toEqual(new Set([first, elsewhere]))
    expect(await outbox.take(10)).toEqual([])
    await outbox.finish([sent(first)])
    expect(await outbox.take(10)).toEqual([])
    await pool.query("UPDATE outbox SET posted_at = posted_at - interval '2 seconds'")
    expect(ids(await outbox.take(10))).toEqual([second])
  })

  test('has its order among replies that are taken at once, too', async () => {
    const first = await add('T1', 1)
    const second = await add('T1', 2)
    const elsewhere = await add('T1', 3, { channel: 'C2' })
    expect(ids(await outbox.begin([second, first, elsewhere]))).toEqual([first, elsewhere])
  })

  test('that must wait makes a new reply due for whoever is first', async () => {
    const first = await add('T1', 1)
    const second = await add('T1', 2)
    expect(await outbox.begin([second])).toEqual([])
    expect(await outbox.take(10)).toEqual([])
    await outbox.begin([first])
    await outbox.finish([sent(first)])
    await pool.query("UPDATE outbox SET posted_at = posted_at - interval '2 seconds'")
    expect(ids(await outbox.take(10))).toEqual([second])
  })

  test('that Slack has put off keeps no other one waiting', async () => {
    const slow = await add('T1', 1)
    await outbox.begin([slow])
    await outbox.postpone(slow, 30_000, 'blocks', 'ratelimited')
    const behind = await add('T1', 2)
    const other = await add('T1', 3, { channel: 'C2' })
    expect(await outbox.begin([behind])).toEqual([])
    expect(await outbox.begin([other])).toHaveLength(1)
  })
})

test('a workspace with many replies does not keep another one waiting', async () => {
  for (const number of [1, 2, 3, 4]) await add('T1', number, { channel: `C${number}` })
  await add('T2', 1, { channel: 'C9' })
  await makeDue()
  const taken = await outbox.take(2)
  expect(taken.map(({ workspace }) => workspace).toSorted()).toEqual(['T1', 'T2'])
})

test('finished replies are forgotten after some days, others never', async () => {
  const id = await add('T1', 1)
  await add('T1', 2, { channel: 'C2' })
  await outbox.begin([id])
  await outbox.finish([sent(id)])
  await pool.query("UPDATE outbox SET created_at = created_at - interval '8 days'")
  expect(await outbox.forget(7 * 86_400_000)).toBe(1)
  expect(await prisma.outbox.count()).toBe(1)
})

function sent(id: string): Ending {
  return { id, state: 'sent', ts: '17.000001', reason: null }
}

async function add(
  workspace: string,
  number: number,
  place: Partial<NewReply> = {},
): Promise<string> {
  await storeRun(workspace, number)
  const id = randomUUID()
  const responseUrl = 'https://hooks.example/1'
  await outbox.add({
    delivery: { id, installation: workspace, language: 'en', responseUrl },
    channel: 'C1',
    thread: null,
    author: 'U1',
    sharedBy: null,
    earlier: null,
    ...place,
    workspace,
    number,
  })
  return id
}

async function storeRun(workspace: string, number: number): Promise<void> {
  await pool.query('INSERT INTO workspace (id) VALUES ($1) ON CONFLICT DO NOTHING', [workspace])
  await pool.query(
    `INSERT INTO scenario
       (workspace_id, number, id, channel, author, line, shape, scenario, plan, engine, cni)
     VALUES ($1, $2, gen_random_uuid(), 'C1', 'U1', 't3.large', 't3.large', '{}', '{}', 1, '1.23')
     ON CONFLICT DO NOTHING`,
    [workspace, number],
  )
}

/** Passes the time that belongs to the process that stored them. */
async function makeDue(): Promise<void> {
  // A column of milliseconds rounds, half of the time up: to a moment that has yet to come.
  await pool.query("UPDATE outbox SET due_at = now() - interval '1 ms'")
}

function ids(replies: readonly { readonly delivery: { readonly id: string } }[]) {
  return replies.map(({ delivery }) => delivery.id)
}
