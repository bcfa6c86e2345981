import { DatabaseError, type QueryConfig } from 'pg'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openPool } from '../../src/database/pool.ts'
import { NotKeptError } from '../../src/history/not-kept.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { encodeScenario } from '../../src/history/stored-scenario.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, newRun, NO_KEY, scenarioOf } from './runs.ts'

const { prisma, pool, owner, url } = await freshDatabase()
const unreadable: string[] = []
const history = prismaHistory(prisma, pool, ({ message }) => void unreadable.push(message))
const t3 = scenarioOf('t3.2xlarge')
const m5 = scenarioOf('m5.large')

beforeEach(async () => {
  await owner.prisma.workspace.deleteMany()
})

async function keepNumber(...run: Parameters<typeof newRun>) {
  return (await history.keep(newRun(...run))).run.number
}

describe('a kept run', () => {
  test('is given back whole', async () => {
    const run = newRun(t3, { name: 'prod blue' })
    const { asker, request: _request, against: _against, ...kept } = run
    const { author, authorName, channel, thread, isPrivate } = asker
    expect(await history.keep(run)).toEqual({
      run: {
        ...kept,
        author,
        authorName,
        channel,
        thread,
        isPrivate,
        engine: 1,
        isPinned: false,
        number: 1,
      },
      earlier: null,
      budget: null,
      status: 'new',
    })
  })

  test('is one row, with its question and its answer', async () => {
    await history.keep(newRun(t3))
    expect(await owner.prisma.scenario.findMany()).toMatchObject([
      {
        number: 1,
        scenario: encodeScenario(t3),
        plan: { v: 3, reserved: 30, held: 30 },
        engine: 1,
      },
    ])
  })

  test('cannot be changed', async () => {
    await history.keep(newRun(t3))
    await expect(owner.prisma.scenario.updateMany({ data: { line: 'another' } })).rejects.toThrow(
      /immutable|changed/i,
    )
  })
})

describe('numbers', () => {
  test('go up by one in each workspace', async () => {
    const elsewhere = { asker: { ...ADA, workspace: 'T2' } }
    expect(await keepNumber(t3)).toBe(1)
    expect(await keepNumber(t3)).toBe(2)
    expect(await keepNumber(t3, elsewhere)).toBe(1)
    expect(await keepNumber(t3)).toBe(3)
  })

  test('have no gap and no double when many ask at once', async () => {
    const numbers = await Promise.all(Array.from({ length: 20 }, () => keepNumber(t3)))
    expect(numbers.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })
})

describe('the same request again', () => {
  const request = { ...NO_KEY, key: 'trigger' }

  test('is the same run, not another one', async () => {
    const first = await history.keep(newRun(t3, { request }))
    const again = await history.keep(newRun(t3, { request, askedAt: new Date() }))
    expect(again).toEqual({ ...first, status: 'again' })
    expect(await keepNumber(t3)).toBe(2)
  })

  test('many times at once is one run', async () => {
    const kept = await Promise.all(Array.from({ length: 10 }, () => keepNumber(t3, { request })))
    expect(new Set(kept)).toEqual(new Set([1]))
    expect(await owner.prisma.scenario.count()).toBe(1)
  })

  test('of another workspace is a run of its own', async () => {
    await history.keep(newRun(t3, { request }))
    expect(await keepNumber(t3, { request, asker: { ...ADA, workspace: 'T2' } })).toBe(1)
  })
})

describe('the earlier run', () => {
  async function earlierOf(...run: Parameters<typeof newRun>) {
    return (await history.keep(newRun(...run))).earlier?.number ?? null
  }

  test('is the latest of the same instance types in that channel', async () => {
    expect(await earlierOf(t3)).toBeNull()
    expect(await earlierOf(m5)).toBeNull()
    expect(await earlierOf(t3)).toBe(1)
    expect(await earlierOf(t3)).toBe(3)
  })

  test('is never one of another channel or workspace', async () => {
    await history.keep(newRun(t3, { asker: { ...ADA, channel: 'C2' } }))
    await history.keep(newRun(t3, { asker: { ...ADA, workspace: 'T2' } }))
    expect(await earlierOf(t3)).toBeNull()
  })

  test('is the latest of the same name, whatever its types, before that of the same types', async () => {
    await history.keep(newRun(m5, { name: 'prod' }))
    await history.keep(newRun(t3))
    expect(await earlierOf(t3, { name: 'prod' })).toBe(1)
    expect(await earlierOf(t3, { name: 'new' })).toBe(3)
  })

  test('has its groups in any order', async () => {
    const groups = [...t3.groups, ...m5.groups]
    await history.keep(newRun({ ...t3, groups }))
    expect(await earlierOf({ ...t3, groups: groups.toReversed() })).toBe(1)
    expect(await earlierOf(t3)).toBeNull()
  })

  test('that cannot be read is named, and keeps nothing from being stored', async () => {
    const row = { workspaceId: 'T1', number: 1, channel: 'C1', author: 'U', line: '', engine: 1 }
    await owner.prisma.workspace.create({ data: { id: 'T1', lastNumber: 1 } })
    await owner.prisma.scenario.create({
      data: { ...row, shape: 't3.2xlarge', cni: '1.23', scenario: { v: 9 }, plan: {} },
    })
    expect(await history.keep(newRun(t3))).toMatchObject({ run: { number: 2 }, earlier: null })
    expect(unreadable).toEqual([expect.stringMatching(/scenario #1 of workspace T1/)])
  })
})

test('a run that fails to be kept takes no number', async () => {
  const bad = newRun(t3, { line: '\u0000' })
  await expect(history.keep(bad)).rejects.toThrow(NotKeptError)
  expect(await keepNumber(t3)).toBe(1)
})

describe('a run whose answer would come too late', () => {
  const request = { ...NO_KEY, key: 'late', answerBy: new Date(Date.now() - 1) }

  test('is not stored, and says so', async () => {
    await expect(history.keep(newRun(t3, { request }))).rejects.toThrow(NotKeptError)
    expect(await owner.prisma.scenario.count()).toBe(0)
    expect(await keepNumber(t3)).toBe(1)
  })
})

describe('a connection that is lost', () => {
  const request = { ...NO_KEY, key: 'lost' }

  /** The pool as it is when the first connection is lost: before it was used, or before it answered. */
  function losing(when: 'the statement' | 'its answer') {
    let isLost = false
    const lost: typeof pool = Object.create(pool)
    const connect = async () => {
      const client = await pool.connect()
      if (isLost) return client
      isLost = true
      const broken: typeof client = Object.create(client)
      const query = async (statement: QueryConfig) => {
        if (when === 'its answer') await client.query(statement)
        throw new Error('connection lost')
      }
      return Object.assign(broken, { query, release: () => client.release() })
    }
    return prismaHistory(prisma, Object.assign(lost, { connect }), () => undefined)
  }

  test.each(['the statement', 'its answer'] as const)(
    'with %s: the same once more, which is stored once',
    async (what) => {
      const { run, status } = await losing(what).keep(newRun(t3, { request }))
      expect([run.number, status]).toEqual([1, 'new'])
      expect(await owner.prisma.scenario.count()).toBe(1)
    },
  )

  test('without a key: nobody knows', async () => {
    await expect(losing('its answer').keep(newRun(t3))).rejects.toThrow('connection lost')
  })

  test('twice: nobody knows', async () => {
    const broken: typeof pool = Object.create(pool)
    const query = () => Promise.reject(new Error('connection lost'))
    const connect = () => Promise.resolve({ query, release: () => undefined })
    const none = prismaHistory(prisma, Object.assign(broken, { connect }), () => undefined)
    await expect(none.keep(newRun(t3, { request }))).rejects.toThrow('connection lost')
  })

  test('before there is one: not stored, for certain', async () => {
    const none: typeof pool = Object.create(pool)
    const connect = () => Promise.reject(new Error('connection refused'))
    const history = prismaHistory(prisma, Object.assign(none, { connect }), () => undefined)
    await expect(history.keep(newRun(t3, { request }))).rejects.toThrow(NotKeptError)
  })
})

/** A function of the database, and the statement that makes it. */
const Definition = z.object({ name: z.string(), definition: z.string() })

test('a run that the database refuses is not stored', async () => {
  const engine = { ...t3, cni: 'x'.repeat(1_000) }
  await owner.prisma.$executeRaw`ALTER TABLE scenario ADD CONSTRAINT short CHECK (length(cni) < 99)`
  try {
    await expect(history.keep(newRun(engine))).rejects.toThrow(NotKeptError)
    expect(await keepNumber(t3)).toBe(1)
  } finally {
    await owner.prisma.$executeRaw`ALTER TABLE scenario DROP CONSTRAINT short`
  }
})

test('a database that breaks down while it stores a run: nobody knows', async () => {
  const panic = Object.assign(new DatabaseError('No space left on device', 1, 'error'), {
    severity: 'PANIC',
    code: '53100',
  })
  const broken: typeof pool = Object.create(pool)
  const release = vi.fn<(isClosed?: boolean) => void>()
  const connect = () => Promise.resolve({ query: () => Promise.reject(panic), release })
  const none = prismaHistory(prisma, Object.assign(broken, { connect }), () => undefined)
  await expect(none.keep(newRun(t3))).rejects.toBe(panic)
  expect(release).toHaveBeenCalledExactlyOnceWith(true)
})

test('a connection whose plan is out of date since a migration refuses no second run', async () => {
  const one = openPool(url, () => undefined, { max: 1 })
  const bot = prismaHistory(prisma, one, () => undefined)
  const { rows } = await owner.pool.query(
    `SELECT oid::regprocedure AS name, pg_get_functiondef(oid) AS definition
     FROM pg_proc WHERE proname = 'keep_run'`,
  )
  const { name, definition } = z.tuple([Definition]).parse(rows)[0]
  const replaceBy = (next: string) => owner.pool.query(`DROP FUNCTION ${name}; ${next}`)
  await bot.keep(newRun(t3))
  await replaceBy(definition.replace('OUT earlier json', 'OUT earlier json, OUT more int'))
  try {
    await expect(bot.keep(newRun(t3))).rejects.toThrow(NotKeptError)
    expect((await bot.keep(newRun(t3))).run.number).toBe(2)
  } finally {
    await replaceBy(definition)
    await one.end()
  }
})

test('a workspace that is busy for too long: not stored, and the connection is used again', async () => {
  const one = openPool(url, () => undefined, { max: 1, lock_timeout: 50 })
  const bot = prismaHistory(prisma, one, () => undefined)
  const opened = vi.fn<() => void>()
  one.on('connect', opened)
  await bot.keep(newRun(t3))
  await owner.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM workspace FOR UPDATE`
    await expect(bot.keep(newRun(t3))).rejects.toThrow(NotKeptError)
  })
  expect((await bot.keep(newRun(t3))).run.number).toBe(2)
  expect(opened).toHaveBeenCalledTimes(1)
  await one.end()
})
