import { expect, test } from 'vitest'
import { prismaBudgets } from '../../src/history/budgets.ts'
import { NO_PREFERENCE, prismaPreferences } from '../../src/history/preferences.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, BOB } from './runs.ts'

const { prisma, owner } = await freshDatabase()
const preferences = prismaPreferences(prisma)
const budgets = prismaBudgets(prisma)

test('a person changes what they name, and everything else stays as it was', async () => {
  expect(await preferences.find(ADA)).toEqual(NO_PREFERENCE)
  await preferences.change(ADA, { language: 'fr', cni: '1.18' })
  const changed = { language: 'fr', cni: '1.18', isQuiet: true, figure: null }
  expect(await preferences.change(ADA, { isQuiet: true })).toEqual(changed)
  expect(await preferences.find(ADA)).toEqual(changed)
  expect(await preferences.change(ADA, { language: null })).toMatchObject({ language: null })
  expect(await preferences.find(BOB)).toEqual(NO_PREFERENCE)
})

test('a channel has one budget, a count or subnets, and what happens to it is written down', async () => {
  expect(await budgets.find(ADA)).toBeNull()
  await budgets.set(ADA, { kind: 'addresses', addresses: 500 })
  const subnets = { kind: 'subnets', subnets: ['10.0.0.0/22', '/24'] } as const
  const set = { amount: subnets, setBy: 'U0BOB', setAt: expect.any(Date) }
  expect(await budgets.set(BOB, subnets)).toEqual(set)
  expect(await budgets.find(ADA)).toEqual(set)
  expect(await budgets.find({ ...ADA, channel: 'C2' })).toBeNull()
  await budgets.remove(ADA)
  await budgets.remove(ADA)
  expect(await budgets.find(ADA)).toBeNull()
  const entries = await owner.prisma.auditEntry.findMany({ orderBy: { at: 'asc' } })
  expect(entries.map(({ actor, action }) => `${action} ${actor}`)).toEqual([
    'set-budget U0ADA',
    'set-budget U0BOB',
    'drop-budget U0ADA',
  ])
})
