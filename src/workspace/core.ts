import { deliver, type BotDoor, type Delivery } from './delivery/deliver.ts'
import { createIssuedUrls, type IssuedUrls } from './issued-urls.ts'
import type { LiveState } from './state/live-state.ts'
import type { Manifest } from './state/manifest.ts'

/** What the parts of the workspace share: its state, the way to the bot, clock and ids. */
export type Core = {
  readonly live: LiveState
  readonly manifest: Manifest
  readonly nowMs: () => number
  /** A new id that nobody can guess. */
  readonly newId: () => string
  /** The address that the workspace listens on, such as `http://127.0.0.1:4000`. */
  readonly origin: () => string
  /** What the bot shows to use the Web API. */
  readonly botToken: string
  /** Slack's older proof of origin. It is still sent; the signature is what counts. */
  readonly verificationToken: string
  readonly responseUrls: IssuedUrls
  /** Sends a signed form to the bot and waits for its acknowledgement. */
  send(form: URLSearchParams): Promise<Delivery>
}

/** What a core is made from. */
export type CoreParts = Pick<Core, 'live' | 'manifest' | 'newId' | 'origin' | 'botToken'> & {
  readonly door: BotDoor
}

export function createCore({ live, manifest, door, newId, origin, botToken }: CoreParts): Core {
  const { nowMs } = door
  return {
    live,
    manifest,
    nowMs,
    newId,
    origin,
    botToken,
    verificationToken: newId(),
    responseUrls: createIssuedUrls({ origin, newId, nowMs, teamId: live.current().team.id }),
    send: (form) => deliver(door, form),
  }
}

/** A trigger id in Slack's form: three parts with dots between. */
export function newTriggerId(core: Core): string {
  return `${core.nowMs()}.${core.live.current().team.id}.${core.newId()}`
}
