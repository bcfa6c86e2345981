import type { Core } from '../core.ts'
import { isSubscribed } from '../delivery/events.ts'
import type { Revoked } from '../issued/tokens.ts'

/**
 * Takes the app out of the workspace: its tokens end, and it is told so while it can still be told.
 * https://docs.slack.dev/reference/events/app_uninstalled and tokens_revoked
 */
export function uninstall(core: Core, reason: Revoked): void {
  if (!core.tokens.isInstalled()) return
  core.tokens.revokeBot(reason)
  const event_ts = (core.nowMs() / 1000).toFixed(6)
  const { botUserId } = core.live.current().app
  if (isSubscribed(core.manifest, 'tokens_revoked')) {
    core.announce({ type: 'tokens_revoked', tokens: { oauth: [], bot: [botUserId] }, event_ts })
  }
  if (isSubscribed(core.manifest, 'app_uninstalled')) {
    core.announce({ type: 'app_uninstalled', event_ts })
  }
}
