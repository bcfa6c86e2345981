import type { Core } from '../core.ts'
import { isSubscribed } from '../delivery/events.ts'
import { viewPayload } from '../delivery/view-payload.ts'
import { isMember } from '../state/lookup.ts'
import type { User } from '../state/model.ts'

/**
 * Tells the bot that somebody has opened its Home; it may publish a view then.
 * https://docs.slack.dev/reference/events/app_home_opened
 */
export function openHome(core: Core, user: User): void {
  const state = core.live.current()
  if (!isSubscribed(core.manifest, 'app_home_opened')) return
  const direct = state.channels.find(
    (channel) => channel.kind === 'direct' && isMember(channel, user.id),
  )
  const home = state.homes[user.id]
  core.announce({
    type: 'app_home_opened',
    user: user.id,
    channel: direct?.id ?? '',
    tab: 'home',
    ...(home !== undefined && { view: viewPayload(state, home) }),
    event_ts: (core.nowMs() / 1000).toFixed(6),
  })
}
