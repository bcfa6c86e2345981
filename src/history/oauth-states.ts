import { z } from 'zod'
import type { PrismaClient } from './generated/client.ts'

/** Installations that were begun in a browser, each good for one use. */
export interface OauthStates {
  put(hash: string, options: z.core.util.JSONType, expiresAt: Date): Promise<void>
  /** Takes one away and gives its options; `null` when it is not there, was used, or has expired. */
  take(hash: string, now: Date): Promise<z.core.util.JSONType | null>
}

export function prismaOauthStates(prisma: PrismaClient): OauthStates {
  return {
    async put(hash, options, expiresAt) {
      await prisma.oauthState.deleteMany({ where: { expiresAt: { lt: new Date() } } })
      await prisma.oauthState.create({
        data: { hash, options: JsonObject.parse(options), expiresAt },
      })
    },
    async take(hash, now) {
      // Whoever deletes the row has the only use of it.
      const taken = await prisma.$queryRaw`
        DELETE FROM oauth_state WHERE hash = ${hash} RETURNING options, expires_at`
      const [row] = Rows.parse(taken)
      return row && row.expires_at > now ? row.options : null
    },
  }
}

const JsonObject = z.record(z.string(), z.json())
const Rows = z.array(z.object({ options: z.json(), expires_at: z.date() }))
