import type { AnyBlock, PlainTextElement } from '@slack/types'

/** The one workspace (Slack says: team) that there is. */
export type Team = { readonly id: string; readonly name: string; readonly domain: string }

/** A person, the bot's user or Slackbot. `name` is the handle without `@`. */
export type User = {
  readonly id: string
  readonly name: string
  readonly realName: string
  readonly locale: string
  readonly isBot: boolean
  /** An admin may install and uninstall apps. */
  readonly isAdmin: boolean
}

/** The app: its ids. What it may do and offers stands in its manifest. */
export type App = {
  readonly id: string
  readonly name: string
  readonly botId: string
  readonly botUserId: string
}

/** A conversation. A direct one is between one person and the bot, and has no name of its own. */
export type Channel = {
  readonly id: string
  readonly name: string
  readonly kind: 'public' | 'private' | 'direct'
  readonly memberIds: readonly string[]
  readonly isArchived: boolean
}

/** What a message says: text in Slack's mrkdwn, and the blocks that are drawn in its place. */
export type MessageBody = { readonly text: string; readonly blocks: readonly AnyBlock[] }

/** What the app shows under a link of somebody's message. */
export type Unfurl = { readonly url: string; readonly text: string } & Pick<MessageBody, 'blocks'>

/** A message in a channel. One with `visibleTo` is ephemeral: only that user sees it. */
export type Message = MessageBody & {
  readonly ts: string
  readonly channelId: string
  readonly userId: string
  readonly visibleTo?: string | undefined
  /** The `ts` of the message that this one answers; unset where it begins a conversation. */
  readonly threadTs?: string | undefined
  readonly editedTs?: string | undefined
  readonly unfurls?: readonly Unfurl[] | undefined
  readonly fileIds?: readonly string[] | undefined
}

/** A modal or an App Home, as the app has made it. */
export type AppView = {
  readonly id: string
  readonly type: 'modal' | 'home'
  readonly blocks: readonly AnyBlock[]
  readonly callbackId: string
  readonly privateMetadata: string
  readonly externalId: string
  /** Changes with each update; an update that names an older one is refused. */
  readonly hash: string
  /** The three texts of a modal's frame; a Home has none, and only the title is sure. */
  readonly title?: PlainTextElement | undefined
  readonly submit?: PlainTextElement | undefined
  readonly close?: PlainTextElement | undefined
  readonly clearOnClose: boolean
  readonly notifyOnClose: boolean
  /** The lowest view of the stack, and the one under this; `null` under the lowest. */
  readonly rootViewId: string
  readonly previousViewId: string | null
}

/** An uploaded file. */
export type StoredFile = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly altText: string
  readonly mimeType: string
  readonly contentBase64: string
  /** Who uploaded it, and when, in seconds since 1970. */
  readonly userId: string
  readonly createdSeconds: number
}

/** Everything that the workspace knows. `lastTsMicros` is the newest message's time. */
export type State = {
  readonly team: Team
  readonly app: App
  readonly users: readonly User[]
  readonly channels: readonly Channel[]
  readonly messages: readonly Message[]
  readonly files: readonly StoredFile[]
  /** Each user's App Home, by user id, and the modals that are open, lowest first. */
  readonly homes: Readonly<Record<string, AppView>>
  readonly modals: Readonly<Record<string, readonly AppView[]>>
  readonly lastTsMicros: number
}

/** What one step did to the state. */
export type Change =
  | { readonly kind: 'posted' | 'changed' | 'deleted'; readonly message: Message }
  | { readonly kind: 'channel'; readonly channel: Channel }
  | { readonly kind: 'user'; readonly user: User }
  | { readonly kind: 'file'; readonly file: StoredFile }
  | { readonly kind: 'modals'; readonly userId: string; readonly modals: readonly AppView[] }
  | { readonly kind: 'home'; readonly userId: string; readonly home: AppView }

/** The next state and what is new in it. */
export type Transition = { readonly state: State; readonly change: Change }
