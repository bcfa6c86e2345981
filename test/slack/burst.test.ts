import { expect, test } from 'vitest'
import type { History } from '../../src/history/history.ts'
import { openPool } from '../../src/database/pool.ts'
import { openPrisma } from '../../src/database/prisma.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { send, startBot } from './bot.ts'

let keep: History['keep']
const bot = await startBot({
  history: (kept) => ({ ...kept, keep: (run) => keep(run) }),
})

test('twenty lines of one person at once: each is answered truly, with the limits of production', async () => {
  const pool = openPool(bot.database.url, () => {})
  const prisma = openPrisma(pool, () => {})
  const history = prismaHistory(prisma, pool, () => {})
  keep = (run) => history.keep(run)
  const responses = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      send(bot.url, { text: `t3.2xlarge ${index + 1} pods`, triggerId: `burst.${index}` }),
    ),
  )
  const answers = await Promise.all(responses.map((response) => response.text()))
  const answered = answers.filter((answer) => answer.includes('in_channel'))
  const unknown = answers.filter((answer) => answer.includes('may have been saved'))
  const stored = await bot.database.owner.prisma.scenario.count()
  await prisma.$disconnect()
  await pool.end()
  expect(stored).toBeGreaterThanOrEqual(answered.length)
  expect(stored).toBeLessThanOrEqual(answered.length + unknown.length)
})
