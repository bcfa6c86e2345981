import { beforeAll, describe, expect, test } from 'vitest'
import { EVERY_RUN, type Asker, type History } from '../../src/history/history.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, BOB, newRun, scenarioOf } from './runs.ts'

const { prisma, pool, owner } = await freshDatabase()
const history = prismaHistory(prisma, pool, () => {})
const m5 = scenarioOf('m5.large')

const IN_PUBLIC = { channel: 'C1', isPrivate: false } as const
const IN_PRIVATE = { channel: 'G1', isPrivate: true } as const
const IN_HER_DM = { channel: 'D1', isPrivate: true } as const

/** Number, name and message of the run that is looked for; a child of #1, compared with nothing. */
const SECRET = 2

beforeAll(async () => {
  const secret = { ...ADA, ...IN_PRIVATE, thread: '17.1' }
  await history.keep(newRun(m5, { asker: { ...ADA, ...IN_PUBLIC } }))
  await history.keep(newRun(m5, { asker: secret, name: 'secret', parent: 1 }))
  await history.message(secret, SECRET, '17.5')
  await history.message(secret, SECRET, (Date.now() / 1_000).toFixed(6))
  await history.pin(secret, SECRET, true)
})

/** Who looks, from where, and whether the run of the private channel G1 is there for them. */
const LOOKS: readonly (readonly [string, Asker, boolean])[] = [
  ['its author, in its channel', { ...ADA, ...IN_PRIVATE }, true],
  ['its author, in a public channel', { ...ADA, ...IN_PUBLIC }, true],
  ['its author, in a direct message', { ...ADA, ...IN_HER_DM }, true],
  ['a member, in its channel', { ...BOB, ...IN_PRIVATE }, true],
  ['a member, in a public channel', { ...BOB, ...IN_PUBLIC }, false],
  ['somebody, in another private channel', { ...BOB, channel: 'G2', isPrivate: true }, false],
  ['an admin, in a public channel', { ...BOB, ...IN_PUBLIC, isAdmin: true }, false],
]

type Look = (asker: Asker) => Promise<boolean>
const isFound = (kind: string) => kind !== 'none'

/** Every way to a run, by the method that it uses. */
const WAYS: Readonly<Record<keyof History, readonly Look[]>> = {
  find: [
    async (asker) => isFound((await history.find(asker, { kind: 'number', number: SECRET })).kind),
    async (asker) => isFound((await history.find(asker, { kind: 'name', name: 'secret' })).kind),
  ],
  page: [
    {},
    { name: 'secret' },
    { isPinned: true },
    { type: 'm5.large' },
    { author: 'U0ADA' },
    { channel: 'G1' },
    { channel: 'G1', thread: '17.1' },
    { channel: 'G1', type: 'm5.large', name: 'secret' },
  ].map((query): Look => {
    return async (asker) => {
      const { runs } = await history.page(asker, { ...EVERY_RUN, ...query }, 9)
      return runs.some(({ number }) => number === SECRET)
    }
  }),
  every: [
    async (asker) => {
      const numbers: (number | null)[] = []
      for await (const { number } of history.every(asker, EVERY_RUN)) numbers.push(number)
      return numbers.includes(SECRET)
    },
  ],
  lineage: [
    async (asker) => (await history.lineage(asker, SECRET)).length > 0,
    async (asker) => (await history.lineage(asker, 1)).some(({ number }) => number === SECRET),
  ],
  names: [async (asker) => (await history.names(asker)).includes('secret')],
  rename: [async (asker) => isFound((await history.rename(asker, SECRET, 'secret')).kind)],
  pin: [async (asker) => isFound((await history.pin(asker, SECRET, true)).kind)],
  keep: [
    async (asker) => {
      const run = newRun(scenarioOf('c5.large'), { asker, against: SECRET })
      return (await history.keep(run)).earlier?.number === SECRET
    },
    async (asker) => {
      const { run, earlier } = await history.keep(newRun(m5, { asker, parent: SECRET }))
      expect(run.parent === SECRET).toBe(earlier?.number === SECRET)
      return run.parent === SECRET
    },
  ],
  posted: [async (asker) => (await history.posted(asker, SECRET))?.channel === 'G1'],
  message: [
    async (asker) => {
      const timestamp = `18.${asker.channel}.${asker.author}`
      await history.message(asker, SECRET, timestamp)
      return isFound((await history.find(asker, { kind: 'message', timestamp })).kind)
    },
  ],
  // Last, as the run is gone then; its tombstone is as private as it was.
  remove: [
    async (asker) => {
      const copy = await history.keep(newRun(m5, { asker: { ...ADA, ...IN_PRIVATE } }))
      const number = copy.run.number ?? 0
      const first = await history.remove(asker, number)
      await history.remove({ ...ADA, ...IN_PRIVATE }, number)
      const second = await history.find(asker, { kind: 'number', number })
      expect(isFound(second.kind)).toBe(isFound(first.kind))
      return isFound(first.kind)
    },
  ],
}

describe.each(LOOKS)('%s', (_, asker, isThere) => {
  test.each(Object.entries(WAYS))('%s', async (_method, ways) => {
    for (const look of ways) expect(await look(asker)).toBe(isThere)
  })
})

test('every method of the history is in the table', () => {
  expect(Object.keys(WAYS).toSorted()).toEqual(Object.keys(history).toSorted())
})

test('what says nothing about its channel counts as private', async () => {
  const row = { workspaceId: 'T9', number: 1, channel: 'C1', author: 'U0ADA', line: '', engine: 1 }
  await owner.prisma.workspace.create({ data: { id: 'T9', lastNumber: 1 } })
  const stored = await owner.prisma.scenario.create({
    data: { ...row, shape: 'm5.large', cni: '1.23', scenario: {}, plan: {} },
  })
  expect(stored.isPrivate).toBe(true)
})
