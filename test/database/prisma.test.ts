import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'

const serving = await freshDatabase()
const { prisma, pool } = serving.owner

const RUN = {
  channel: 'C1',
  author: 'U1',
  line: 't3.2xlarge 2 nodes 27 pods',
  shape: 't3.2xlarge',
  scenario: { v: 1 },
  plan: { v: 1 },
  engine: 1,
  cni: '1.23',
}

async function workspaceWithRuns(id: string, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => ({ ...RUN, number: index + 1 }))
  await prisma.workspace.create({
    data: { id, lastNumber: count, scenarios: { create: numbers } },
  })
}

test('a run is read as it was stored, with an id and a time of its own', async () => {
  await workspaceWithRuns('T-read', 1)
  const row = await prisma.scenario.findUniqueOrThrow({
    where: { workspaceId_number: { workspaceId: 'T-read', number: 1 } },
  })
  expect(row).toMatchObject({ ...RUN, number: 1, name: null, authorName: null, requestKey: null })
  // The 7 that begins the third group is the version of a UUID that sorts by time.
  expect(row.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  expect(Math.abs(row.createdAt.getTime() - Date.now())).toBeLessThan(60_000)
})

describe('a stored run', () => {
  test.each([
    ['its plan', { plan: { v: 2 } }],
    ['its name', { name: 'prod-blue' }],
    ['its number', { number: 9 }],
  ])('refuses that %s is changed', async (_, data) => {
    const id = `T-${JSON.stringify(data)}`
    await workspaceWithRuns(id, 1)
    const update = prisma.scenario.updateMany({ where: { workspaceId: id }, data })
    await expect(update).rejects.toThrow(/is a record and cannot be changed/)
  })

  test('lets an update pass that changes nothing', async () => {
    await workspaceWithRuns('T-same', 2)
    const same = await prisma.scenario.updateMany({
      where: { workspaceId: 'T-same' },
      data: { author: RUN.author },
    })
    expect(same.count).toBe(2)
  })

  test('goes with its workspace, and another workspace keeps its own', async () => {
    await workspaceWithRuns('T-gone', 2)
    await workspaceWithRuns('T-kept', 3)
    await prisma.workspace.delete({ where: { id: 'T-gone' } })
    expect(await prisma.scenario.count({ where: { workspaceId: 'T-gone' } })).toBe(0)
    expect(await prisma.scenario.count({ where: { workspaceId: 'T-kept' } })).toBe(3)
  })
})

test('statements are prepared under a name, and no more than 200 of them', async () => {
  for (let width = 1; width <= 210; width++) {
    const numbers = Array.from({ length: width }, (_, index) => index)
    await serving.prisma.scenario.count({
      where: { workspaceId: 'T-none', number: { in: numbers } },
    })
  }
  const { rows } = await serving.pool.query<{ names: number }>(
    "SELECT count(*)::int AS names FROM pg_prepared_statements WHERE name LIKE 'eksip%'",
  )
  expect(rows[0]?.names).toBeGreaterThan(0)
  expect(rows[0]?.names).toBeLessThanOrEqual(200)
})

test('text sorts by code point on every server, and every letter has a lower case', async () => {
  const { rows } = await pool.query(
    `SELECT lower('ÉTÉ'), array_agg(t ORDER BY t) AS sorted
     FROM unnest(ARRAY['b', 'é', 'A', 'a', 'B']) AS t`,
  )
  expect(rows).toEqual([{ lower: 'été', sorted: ['A', 'B', 'a', 'b', 'é'] }])
})
