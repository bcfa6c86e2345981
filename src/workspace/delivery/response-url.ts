/** A response_url may be used five times within thirty minutes. */
export const maximumUses = 5
export const lifetimeMs = 30 * 60 * 1000

/** What a response_url answers: a typed command, a shortcut or form, or a click in a message. */
export type ResponseSource =
  | { readonly kind: 'command' | 'shortcut' }
  | { readonly kind: 'message'; readonly ts: string }

/** One response_url: where its replies go, and how much of it is left. */
export type ResponseUrl = {
  readonly id: string
  readonly channelId: string
  readonly userId: string
  readonly source: ResponseSource
  /** Marks every change that comes of the command or click. */
  readonly cause: string
  readonly issuedAtMs: number
  readonly uses: number
}

/** The url after one more use, or Slack's name for why it is dead. */
export type Use =
  | { readonly kind: 'used'; readonly url: ResponseUrl }
  | { readonly kind: 'refused'; readonly error: 'used_url' | 'expired_url' }

/**
 * Uses a response_url once more.
 * https://docs.slack.dev/interactivity/handling-user-interaction
 */
export function useOnce(url: ResponseUrl, nowMs: number): Use {
  if (nowMs - url.issuedAtMs > lifetimeMs) return { kind: 'refused', error: 'expired_url' }
  if (url.uses >= maximumUses) return { kind: 'refused', error: 'used_url' }
  return { kind: 'used', url: { ...url, uses: url.uses + 1 } }
}
