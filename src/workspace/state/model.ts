import type { AnyBlock } from '@slack/types'

/** The one workspace (Slack says: team) that there is. */
export type Team = { readonly id: string; readonly name: string; readonly domain: string }

/** A person, the bot's user or Slackbot. `name` is the handle without `@`. */
export type User = {
  readonly id: string
  readonly name: string
  readonly realName: string
  readonly locale: string
  readonly isBot: boolean
}

/** The installed app: its ids, and the slash commands of its manifest, each with its slash. */
export type App = {
  readonly id: string
  readonly name: string
  readonly botId: string
  readonly botUserId: string
  readonly commands: readonly string[]
}

/** A conversation. A direct one is between one person and the bot, and has no name of its own. */
export type Channel = {
  readonly id: string
  readonly name: string
  readonly kind: 'public' | 'private' | 'direct'
  readonly memberIds: readonly string[]
}

/** What a message says: text in Slack's mrkdwn, and the blocks that are drawn in its place. */
export type MessageBody = { readonly text: string; readonly blocks: readonly AnyBlock[] }

/** A message in a channel. One with `visibleTo` is ephemeral: only that user sees it. */
export type Message = MessageBody & {
  readonly ts: string
  readonly channelId: string
  readonly userId: string
  readonly visibleTo?: string | undefined
  readonly threadTs?: string | undefined
  readonly editedTs?: string
}

/** Everything that the workspace knows. `lastTsMicros` is the newest message's time. */
export type State = {
  readonly team: Team
  readonly app: App
  readonly users: readonly User[]
  readonly channels: readonly Channel[]
  readonly messages: readonly Message[]
  readonly lastTsMicros: number
}

/** What one step did to the state. */
export type Change =
  | { readonly kind: 'posted' | 'changed' | 'deleted'; readonly message: Message }
  | { readonly kind: 'joined'; readonly channel: Channel }

/** The next state and what is new in it. */
export type Transition = { readonly state: State; readonly change: Change }
