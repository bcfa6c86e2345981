/** What the page shows, as the part of its address after `#`. */
export type Address =
  | { readonly kind: 'home' }
  | {
      readonly kind: 'channel'
      /** Empty for the first channel that there is. */
      readonly channelId: string
      /** The first message of the open thread. */
      readonly threadTs?: string | undefined
      /** The message to scroll to. */
      readonly ts?: string | undefined
    }

/** Reads `#home`, `#C1`, `#C1/ts` (a permalink) or `#C1/thread/ts`. */
export function parseAddress(hash: string): Address {
  const [channelId = '', second, third] = decodeURIComponent(hash.replace(/^#/, '')).split('/')
  if (channelId === 'home') return { kind: 'home' }
  if (second === 'thread') return { kind: 'channel', channelId, threadTs: third }
  return { kind: 'channel', channelId, ts: second }
}

/** The other way round: the address as a link's target. */
export function formatAddress(address: Address): string {
  if (address.kind === 'home') return '#home'
  const { channelId, threadTs, ts } = address
  if (threadTs !== undefined) return `#${channelId}/thread/${threadTs}`
  return ts === undefined ? `#${channelId}` : `#${channelId}/${ts}`
}
