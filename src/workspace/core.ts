import type { BotRequest, Delivery } from './delivery/bot-request.ts'
import type { SocketConnections } from './delivery/socket-connections.ts'
import type { Faults } from './faults.ts'
import type { Installs } from './issued/installs.ts'
import type { Suggestions } from './issued/suggestions.ts'
import type { Tokens } from './issued/tokens.ts'
import type { Triggers } from './issued/triggers.ts'
import type { Uploads } from './issued/uploads.ts'
import type { IssuedUrls } from './issued/urls.ts'
import type { LiveState } from './state/live-state.ts'
import type { Manifest } from './state/manifest.ts'
import type { Traffic } from './traffic.ts'

/** What the parts of the workspace share: its state, the way to the bot, clock and ids. */
export type Core = {
  readonly live: LiveState
  readonly manifest: Manifest
  readonly nowMs: () => number
  /** A new id that nobody can guess. */
  readonly newId: () => string
  /** The address that the workspace listens on, such as `http://127.0.0.1:4000`. */
  readonly origin: () => string
  /** Slack's older proof of origin. It is still sent; the signature is what counts. */
  readonly verificationToken: string
  readonly responseUrls: IssuedUrls
  readonly triggers: Triggers
  readonly tokens: Tokens
  readonly suggestions: Suggestions
  readonly uploads: Uploads
  readonly installs: Installs
  readonly faults: Faults
  readonly traffic: Traffic
  readonly sockets: SocketConnections
  /** Tells the bot something once and waits for its acknowledgement. */
  send(request: BotRequest): Promise<Delivery>
  /** Tells the bot of an event that it has subscribed to, again if it must be; nobody waits. */
  announce(event: AppEvent): void
}

/** An event before it is in its envelope. */
export type AppEvent = { readonly type: string } & Readonly<Record<string, unknown>>
