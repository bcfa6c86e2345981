import { expect, test } from 'vitest'
import { prismaBudgets } from '../../src/history/budgets.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, newRun, scenarioOf } from './runs.ts'

const { prisma, pool } = await freshDatabase()
const history = prismaHistory(prisma, pool, () => {})
const budgets = prismaBudgets(prisma)

test('a budget counts the latest run of each name of its channel, by the names of today', async () => {
  const elsewhere = { ...ADA, channel: 'C2' }
  const blue = { name: 'blue' }
  await history.keep(newRun(scenarioOf('t3.2xlarge', { nodes: 9 }), blue))
  await history.keep(newRun(scenarioOf('t3.2xlarge', { nodes: 2 }), blue))
  await history.keep(newRun(scenarioOf('t3.2xlarge', { nodes: 3 }), { ...blue, asker: elsewhere }))
  await history.keep(newRun(scenarioOf('t3.2xlarge')))
  await history.keep(newRun(scenarioOf('m5.large'), { name: 'green' }))
  expect(await budgets.plans(ADA)).toEqual([
    { number: 5, name: 'green', reserved: 20, held: 20 },
    { number: 2, name: 'blue', reserved: 60, held: 60 },
  ])
  await history.rename(ADA, 5, null)
  await history.remove(ADA, 2)
  expect(await budgets.plans(ADA)).toEqual([{ number: 1, name: 'blue', reserved: 270, held: 270 }])
  expect(await budgets.plans(elsewhere)).toMatchObject([{ number: 3, reserved: 90 }])
})

test('of a range, a budget counts the upper end', async () => {
  const { settings, ...group } = scenarioOf('t3.2xlarge').groups[0] ?? {}
  if (!settings) throw new Error('a group has settings')
  const scenario = scenarioOf('t3.2xlarge', {
    ...group,
    settings: { ...settings, WARM_IP_TARGET: 2 },
    pods: { count: 10, per: 'group', stated: true },
    attachedEnis: 2,
  })
  const asker = { ...ADA, channel: 'C3' }
  const { run } = await history.keep(newRun(scenario, { asker, name: 'range' }))
  expect(run.plan.held).toEqual({ min: 13, max: 14 })
  expect(await budgets.plans(asker)).toMatchObject([{ name: 'range', held: 14 }])
})
