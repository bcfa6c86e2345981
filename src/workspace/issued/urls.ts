import { useOnce, type ResponseUrl, type Use } from '../delivery/response-url.ts'

/** The response_urls that were given to the bot, and how often each was used. */
export type IssuedUrls = {
  /** Makes a new one; `address` is what the bot posts to. */
  issue(
    goal: Pick<ResponseUrl, 'channelId' | 'userId' | 'source' | 'cause'>,
  ): ResponseUrl & { readonly address: string }
  /** Counts one use. An unknown one is as dead as an expired one. */
  spend(id: string): Use
}

/** Keeps the response_urls of one workspace. */
export function createIssuedUrls(parts: {
  readonly origin: () => string
  readonly newId: () => string
  readonly nowMs: () => number
  readonly teamId: string
}): IssuedUrls {
  const urls = new Map<string, ResponseUrl>()
  return {
    issue(goal) {
      const url = { ...goal, id: parts.newId(), issuedAtMs: parts.nowMs(), uses: 0 }
      urls.set(url.id, url)
      // Slack's own are alike, on hooks.slack.com.
      const folder = goal.source.kind === 'command' ? 'commands' : 'actions'
      return { ...url, address: `${parts.origin()}/hooks/${folder}/${parts.teamId}/${url.id}` }
    },
    spend(id) {
      const url = urls.get(id)
      if (url === undefined) return { kind: 'refused', error: 'expired_url' }
      const use = useOnce(url, parts.nowMs())
      if (use.kind === 'used') urls.set(id, use.url)
      return use
    },
  }
}
