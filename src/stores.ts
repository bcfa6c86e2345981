import type { Database } from './database/database.ts'
import { prismaBudgets } from './history/budgets.ts'
import { prismaInstallations } from './history/installations.ts'
import { prismaOauthStates } from './history/oauth-states.ts'
import { prismaOutbox } from './history/outbox.ts'
import { prismaPreferences } from './history/preferences.ts'
import { prismaHistory } from './history/prisma-history.ts'

/** All that the bot keeps in a database. `onUnreadable` gets what is wrong with a run that it cannot read. */
export function storesIn(
  { prisma, pool }: Pick<Database, 'prisma' | 'pool'>,
  onUnreadable: (error: Error) => void,
) {
  return {
    history: prismaHistory(prisma, pool, onUnreadable),
    budgets: prismaBudgets(prisma),
    preferences: prismaPreferences(prisma),
    outbox: prismaOutbox(prisma, pool),
    installations: prismaInstallations(prisma),
    oauthStates: prismaOauthStates(prisma),
  }
}
