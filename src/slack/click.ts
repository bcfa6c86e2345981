import type { Context } from '@slack/bolt'
import type { Caller } from './asker.ts'
import { installationOf } from './installation.ts'

/** What is used of a click on something of a message, whatever was clicked. */
interface Click {
  readonly team: { readonly id: string }
  readonly channel: { readonly id: string; readonly name: string }
  readonly user: { readonly id: string; readonly name?: string | undefined }
  /** Where the message stands. */
  readonly container: { readonly thread_ts?: string | undefined }
}

/** Whoever has clicked, where the clicked message stands. */
export function askerOfClick({ team, channel, user, container }: Click, bolt: Context): Caller {
  return {
    installation: installationOf(bolt, team.id),
    workspace: team.id,
    channel: channel.id,
    channelName: channel.name,
    thread: container.thread_ts ?? null,
    user: user.id,
    userName: user.name ?? null,
  }
}
