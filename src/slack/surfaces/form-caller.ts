import type { Context } from '@slack/bolt'
import type { Caller } from '../asker.ts'
import { installationOf } from '../installation.ts'
import type { Metadata } from './metadata.ts'

interface Sender {
  readonly team: { readonly id: string }
  readonly user: { readonly id: string; readonly name?: string | undefined }
}

/** Whoever uses a form, in the place that the form is about; without one, in a place of their own. */
export function callerOfForm(
  { team, user }: Sender,
  { channel, channelName, thread }: Pick<Metadata, 'channel' | 'channelName' | 'thread'>,
  bolt: Context,
): Caller {
  return {
    installation: installationOf(bolt, team.id),
    workspace: team.id,
    // Nothing of any channel is seen from here but what everybody may see, and what is one's own.
    channel: channel ?? user.id,
    channelName,
    thread,
    user: user.id,
    userName: user.name ?? null,
  }
}
