import { expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'

const one = await freshDatabase()
const other = await freshDatabase()

test('each database of a test file has the tables and none of the rows of another', async () => {
  expect(other.url).not.toBe(one.url)
  await one.owner.prisma.workspace.create({ data: { id: 'T1' } })
  expect(await one.owner.prisma.workspace.count()).toBe(1)
  expect(await other.owner.prisma.workspace.count()).toBe(0)
})
