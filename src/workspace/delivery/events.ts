import type { AppEvent } from '../core.ts'
import { isMember } from '../state/lookup.ts'
import type { Manifest } from '../state/manifest.ts'
import type { Change, Channel, Message, State } from '../state/model.ts'

/** The scope that each event needs; those without one need none. */
const neededScopes: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  link_shared: 'links:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
}

/** Whether the app is told of an event: it has subscribed to it and has the scope for it. */
export function isSubscribed(manifest: Manifest, name: string): boolean {
  const scope = neededScopes[name]
  return (
    manifest.botEvents.includes(name) && (scope === undefined || manifest.botScopes.includes(scope))
  )
}

/**
 * What the app is told of a change: a mention, a message where the bot is a member, a link of the
 * app's domains. Ephemeral messages are told to nobody.
 */
export function eventsOf(state: State, manifest: Manifest, change: Change): readonly AppEvent[] {
  if (change.kind !== 'posted' || change.message.visibleTo !== undefined) return []
  const { message } = change
  const channel = state.channels.find(({ id }) => id === message.channelId)
  if (channel === undefined) return []
  return [
    ...mentionEvents(state, manifest, channel, message),
    ...messageEvents(state, manifest, channel, message),
    ...linkEvents(state, manifest, channel, message),
  ]
}

// https://docs.slack.dev/reference/events/app_mention: not in direct conversations, and only where
// the app is a member.
function mentionEvents(state: State, manifest: Manifest, channel: Channel, message: Message) {
  const { botUserId } = state.app
  const isMention = message.userId !== botUserId && message.text.includes(`<@${botUserId}>`)
  if (!isMention || channel.kind === 'direct' || !isMember(channel, botUserId)) return []
  if (!isSubscribed(manifest, 'app_mention')) return []
  return [{ type: 'app_mention', ...said(state, message) }]
}

// https://docs.slack.dev/reference/events/message
function messageEvents(state: State, manifest: Manifest, channel: Channel, message: Message) {
  const { app } = state
  const kind = ({ public: 'channel', private: 'group', direct: 'im' } as const)[channel.kind]
  const name = kind === 'im' ? 'message.im' : `message.${kind}s`
  if (!isMember(channel, app.botUserId) || !isSubscribed(manifest, name)) return []
  const bot = message.userId === app.botUserId ? { bot_id: app.botId, app_id: app.id } : {}
  return [{ type: 'message', ...said(state, message), channel_type: kind, ...bot }]
}

// https://docs.slack.dev/reference/events/link_shared
function linkEvents(state: State, manifest: Manifest, channel: Channel, message: Message) {
  const links = linksIn(message.text, manifest.unfurlDomains)
  const isBots = message.userId === state.app.botUserId
  if (isBots || links.length === 0 || !isSubscribed(manifest, 'link_shared')) return []
  return [
    {
      type: 'link_shared',
      channel: channel.id,
      is_bot_user_member: isMember(channel, state.app.botUserId),
      user: message.userId,
      message_ts: message.ts,
      ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
      unfurl_id: `${channel.id}-${message.ts}`,
      source: 'conversations_history',
      links,
      event_ts: message.ts,
    },
  ]
}

function said(state: State, message: Message) {
  return {
    user: message.userId,
    text: message.text,
    ts: message.ts,
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    team: state.team.id,
    channel: message.channelId,
    event_ts: message.ts,
  }
}

/** The links in a message's text that belong to one of the domains or a subdomain of one. */
export function linksIn(
  text: string,
  domains: readonly string[],
): readonly { readonly url: string; readonly domain: string }[] {
  return [...text.matchAll(/<(https?:\/\/[^|>\s]+)[^>]*>/g)].flatMap(([, escaped = '']) => {
    const url = escaped.replaceAll('&amp;', '&')
    const host = URL.canParse(url) ? new URL(url).hostname : ''
    const domain = domains.find((each) => host === each || host.endsWith(`.${each}`))
    return domain === undefined ? [] : [{ url, domain }]
  })
}
