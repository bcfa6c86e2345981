import type { Channel } from '../state/model.ts'
import type { Words } from '../words/words.ts'

/** A channel as the sidebar and titles name it. */
export function channelLabel(channel: Channel): string {
  if (channel.kind === 'direct') return 'eksip'
  return channel.kind === 'private' ? `🔒 ${channel.name}` : `# ${channel.name}`
}

/** What stands under the title of a channel. */
export function aboutChannel(channel: Channel, botUserId: string, words: Words): string {
  if (channel.kind === 'direct') return words.youAndBot
  const count = channel.memberIds.length
  return channel.memberIds.includes(botUserId)
    ? words.membersWithBot(count)
    : words.membersWithoutBot(count)
}
