import type { Context } from '@slack/bolt'
import type { z } from 'zod'
import type { Caller } from './asker.ts'
import { installationOf } from './installation.ts'
import type { ButtonClick } from './requests.ts'

/** Whoever has clicked, where the clicked message stands. */
export function askerOfClick(click: z.infer<typeof ButtonClick>, bolt: Context): Caller {
  return {
    installation: installationOf(bolt, click.team.id),
    workspace: click.team.id,
    channel: click.channel.id,
    channelName: click.channel.name,
    thread: click.container.thread_ts ?? null,
    user: click.user.id,
    userName: click.user.name ?? null,
  }
}
