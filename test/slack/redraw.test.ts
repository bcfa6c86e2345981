import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { answer } from '../../src/answer.ts'
import { prismaBudgets } from '../../src/history/budgets.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { prismaOutbox } from '../../src/history/outbox.ts'
import { NO_PREFERENCE, prismaPreferences } from '../../src/history/preferences.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { redraw } from '../../src/slack/delivery/redraw.ts'
import { WORDS, type Language } from '../../src/words/words.ts'
import { ADA } from '../answers/teller.ts'
import { freshDatabase } from '../support/database.ts'

const { prisma, pool, owner } = await freshDatabase()
const history = prismaHistory(prisma, pool, () => {})
const budgets = prismaBudgets(prisma)
const preferences = prismaPreferences(prisma)
const outbox = prismaOutbox(prisma)

const NOW = new Date('2026-11-22T12:00:00Z')

const LINES = [
  't3.2xlarge 2 nodes 27 pods as prod-blue',
  't3.2xlarge 2 nodes 27 pods warm-ip=2',
  '2x m5.large + t3.large prefix subnet=10.0.0.0/22',
  'm5.large 3 nodes vs prod-blue',
  't2.small 2 nodes warm-prefix=2',
]

test.each(['en', 'fr'] as const)(
  'the reply to a whole question is the same where another process draws it (%s)',
  async (language) => {
    const asker = { ...ADA, workspace: `T-${language}` }
    await budgets.set(asker, { kind: 'addresses', addresses: 100 })
    for (const line of LINES) {
      const { id, reply } = await ask(line, asker, language)
      // Replies of a channel wait for each other.
      await owner.pool.query("UPDATE outbox SET posted_at = now() - interval '1 minute'")
      const [due] = await outbox.begin([id])
      if (due === undefined) throw new Error('the reply was not taken')
      expect(await redraw(due, { history, budgets, preferences }, NOW)).toEqual(reply)
      await outbox.finish([{ id, state: 'sent', ts: null, reason: null }])
    }
  },
)

async function ask(line: string, asker: typeof ADA, language: Language) {
  const delivery = { id: randomUUID(), installation: 'T1', language, responseUrl: null }
  const request = { key: null, answerBy: null, delivery }
  const reply = await answer<Reply>(line, asker, request, {
    history,
    budgets,
    preferences,
    preference: NO_PREFERENCE,
    isCanonical: false,
    words: WORDS[language],
    now: NOW,
    timeZone: 'Europe/Paris',
    linkOf: (run) => `https://eksip.example.com/runs/${asker.workspace}/${run}`,
    draw: (drawn) => drawn,
  })
  return { id: delivery.id, reply }
}
