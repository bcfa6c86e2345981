import { deliver, type BotDoor, type Delivery } from './delivery/deliver.ts'
import {
  useOnce,
  type ResponseSource,
  type ResponseUrl,
  type Use,
} from './delivery/response-url.ts'
import type { LiveState } from './state/live-state.ts'
import { postMessage, type Draft } from './state/messages.ts'
import { slackbotId } from './state/seed.ts'
import type { Channel, Message, User } from './state/model.ts'

/** What the parts of the workspace share: its state, the way to the bot, clock and ids. */
export type Core = {
  readonly live: LiveState
  readonly nowMs: () => number
  /** Sends a signed form to the bot and waits for its acknowledgement. */
  readonly send: (form: URLSearchParams) => Promise<Delivery>
  /** A new id that nobody can guess. */
  readonly newId: () => string
  /** The address that the workspace listens on, such as `http://127.0.0.1:4000`. */
  readonly origin: () => string
  readonly botToken: string
  /** Slack's older proof of origin. It is still sent; the signature is what counts. */
  readonly verificationToken: string
  readonly responseUrls: Map<string, ResponseUrl>
}

/** What a core is made from. */
export type CoreParts = {
  readonly live: LiveState
  readonly door: BotDoor
  readonly newId: () => string
  readonly origin: () => string
  readonly botToken: string
}

export function createCore({ live, door, newId, origin, botToken }: CoreParts): Core {
  return {
    live,
    nowMs: door.nowMs,
    send: (form) => deliver(door, form),
    newId,
    origin,
    botToken,
    verificationToken: newId(),
    responseUrls: new Map(),
  }
}

/** Makes a response_url for a command or click and gives the id that is in it. */
export function issueResponseUrl(
  core: Core,
  user: User,
  channel: Channel,
  source: ResponseSource,
  cause: string,
): ResponseUrl {
  const url = {
    id: core.newId(),
    channelId: channel.id,
    userId: user.id,
    source,
    cause,
    issuedAtMs: core.nowMs(),
    uses: 0,
  }
  core.responseUrls.set(url.id, url)
  return url
}

/** The address to post to. Slack's own look alike, on hooks.slack.com. */
export function addressOf(core: Core, url: ResponseUrl): string {
  const folder = url.source.kind === 'command' ? 'commands' : 'actions'
  const { team } = core.live.current()
  return `${core.origin()}/hooks/${folder}/${team.id}/${url.id}`
}

/** Counts one use of a response_url. An unknown one is as dead as an expired one. */
export function spendResponseUrl(core: Core, id: string): Use {
  const url = core.responseUrls.get(id)
  if (url === undefined) return { kind: 'refused', error: 'expired_url' }
  const use = useOnce(url, core.nowMs())
  if (use.kind === 'used') core.responseUrls.set(id, use.url)
  return use
}

/** A trigger id in Slack's form: three parts with dots between. */
export function newTriggerId(core: Core): string {
  const { team } = core.live.current()
  return `${core.nowMs()}.${team.id}.${core.newId()}`
}

/** Posts a message now. */
export function post(core: Core, draft: Draft, cause?: string): Message {
  const change = core.live.apply((state) => postMessage(state, draft, core.nowMs()), cause)
  if (change.kind === 'joined') throw new Error('posting made a member')
  return change.message
}

/** Slackbot tells one user something that nobody else sees. */
export function tellPrivately(
  core: Core,
  to: { readonly user: User; readonly channel: Channel; readonly threadTs?: string | undefined },
  text: string,
  cause?: string,
): Message {
  const draft = {
    channelId: to.channel.id,
    userId: slackbotId,
    visibleTo: to.user.id,
    threadTs: to.threadTs,
    text,
    blocks: [],
  }
  return post(core, draft, cause)
}
