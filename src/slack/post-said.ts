import type { Caller } from './asker.ts'
import type { Clients } from './clients.ts'
import { verdictOf } from './delivery/verdict.ts'
import type { Said } from './respond.ts'

/**
 * Says something as the bot, where the caller is; in plain text where the workspace does not know a
 * block of it.
 * @throws where Slack does not take it.
 */
export async function postSaid(
  { message, audience, plain }: Said,
  { installation, channel, thread, user }: Caller,
  { clients }: { readonly clients: Clients },
): Promise<void> {
  const client = await clients.of(installation)
  const place = { channel, ...(thread === null ? {} : { thread_ts: thread }) }
  const say = (content: { readonly text: string; readonly blocks?: typeof message.blocks }) => {
    const { text, blocks } = content
    const said = { text, ...place, ...(blocks && { blocks: [...blocks] }) }
    return audience === 'channel'
      ? client.chat.postMessage({ ...said, unfurl_links: false, unfurl_media: false })
      : client.chat.postEphemeral({ ...said, user })
  }
  try {
    await say(message)
  } catch (error) {
    if (plain === undefined || verdictOf(error).kind !== 'plain') throw error
    await say({ text: plain })
  }
}
