import type { Channel } from '../state/model.ts'

/** A channel as the sidebar and titles name it. */
export function channelLabel(channel: Channel): string {
  if (channel.kind === 'direct') return 'eksip'
  return channel.kind === 'private' ? `🔒 ${channel.name}` : `# ${channel.name}`
}

/** What stands under the title of a channel. */
export function aboutChannel(channel: Channel, botUserId: string): string {
  if (channel.kind === 'direct') return 'You and the bot'
  const count = `${channel.memberIds.length} members`
  if (channel.memberIds.includes(botUserId)) return `${count}, eksip is one of them`
  return `${count}. eksip is not one: it answers commands, and after /invite @eksip it may post`
}
