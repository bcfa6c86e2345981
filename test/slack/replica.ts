// A replica of the bot as a process of its own, to be killed: prints its address when it is ready.
// `STUCK=1`: it stores and acknowledges, and then never gets to send the reply.
import { pino } from 'pino'
import { z } from 'zod'
import { openPool } from '../../src/database/pool.ts'
import { openPrisma } from '../../src/database/prisma.ts'
import { prismaInstallations } from '../../src/history/installations.ts'
import { prismaOauthStates } from '../../src/history/oauth-states.ts'
import { prismaBudgets } from '../../src/history/budgets.ts'
import { prismaPreferences } from '../../src/history/preferences.ts'
import { prismaOutbox } from '../../src/history/outbox.ts'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { startSlack } from '../../src/slack/app.ts'

const settings = z
  .object({
    DATABASE_URL: z.string(),
    SLACK_API_URL: z.string(),
    SLACK_SIGNING_SECRET: z.string(),
    STUCK: z.string().optional(),
  })
  .parse(process.env)

// Whoever tests what comes after a crash does not want to wait for a busy machine's database.
const patience = { connectionTimeoutMillis: 20_000, query_timeout: 20_000, lock_timeout: 20_000 }
const pool = openPool(settings.DATABASE_URL, ignore, patience)
const prisma = openPrisma(pool, ignore, { maxWait: 20_000, timeout: 20_000 })
// The first query of a process takes longer than Slack waits.
await prisma.workspace.count()
const outbox = prismaOutbox(prisma, pool)
const stuck = {
  ...outbox,
  begin: () => new Promise<never>(ignore),
  take: () => Promise.resolve([]),
}

const bot = await startSlack({
  slack: {
    kind: 'one-workspace',
    botToken: 'xoxb-1',
    signingSecret: settings.SLACK_SIGNING_SECRET,
    appToken: null,
    apiUrl: settings.SLACK_API_URL,
  },
  address: { port: 0, host: '127.0.0.1' },
  logger: pino({ level: 'warn' }, pino.destination(2)),
  language: 'en',
  now: () => new Date(),
  history: prismaHistory(prisma, pool, ignore),
  outbox: settings.STUCK === '1' ? stuck : outbox,
  installations: prismaInstallations(prisma),
  oauthStates: prismaOauthStates(prisma),
  budgets: prismaBudgets(prisma),
  preferences: prismaPreferences(prisma),
  purge: () => Promise.resolve(),
  isReady: () => Promise.resolve(true),
  onLost: ignore,
  pace: { take: () => null },
})
process.stdout.write(`${bot.url}\n`)

function ignore(): void {}
