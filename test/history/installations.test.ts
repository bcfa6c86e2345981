import { expect, test } from 'vitest'
import { prismaInstallations } from '../../src/history/installations.ts'
import { freshDatabase } from '../support/database.ts'

const { prisma } = await freshDatabase()
const installations = prismaInstallations(prisma)

test('an installation is stored, replaced and removed', async () => {
  expect(await installations.find('T1')).toBeNull()
  await installations.put('T1', Uint8Array.of(1, 2))
  await installations.put('T2', Uint8Array.of(9))
  await installations.put('T1', Uint8Array.of(3))
  expect(await installations.find('T1')).toEqual(Uint8Array.of(3))
  await installations.remove('T1')
  await installations.remove('T1')
  expect(await installations.find('T1')).toBeNull()
  expect(await installations.find('T2')).toEqual(Uint8Array.of(9))
})
