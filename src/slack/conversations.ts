import { z } from 'zod'
import type { Clients } from './clients.ts'
import { lookUp } from './look-up.ts'

/** The conversations of all workspaces. */
export interface Conversations {
  /** Whether the channel is known to be open to its whole workspace. Never fails, and soon answers. */
  isPublic(installation: string, channel: string): Promise<boolean>
}

const WITHIN_MS = 500
/** A public channel may become private; what is asked later must not be taken for public for long. */
const KEEP_MS = 10 * 60 * 1_000
const KEEP_FAILURE_MS = 60_000
const MOST_CHANNELS = 10_000

/** What is used of `conversations.info`. */
const ConversationInfo = z.object({
  channel: z.object({ is_private: z.boolean(), is_im: z.boolean().optional() }),
})

export function slackConversations(clients: Clients, now: () => number = Date.now): Conversations {
  const isPublic = lookUp<boolean>({
    async ask(key) {
      const [installation = '', channel = ''] = key.split(' ')
      const client = await clients.of(installation)
      const info = ConversationInfo.parse(await client.conversations.info({ channel }))
      return !info.channel.is_private && info.channel.is_im !== true
    },
    otherwise: false,
    withinMs: WITHIN_MS,
    keepMs: KEEP_MS,
    keepFailureMs: KEEP_FAILURE_MS,
    most: MOST_CHANNELS,
    now,
  })
  return { isPublic: (installation, channel) => isPublic(`${installation} ${channel}`) }
}
