import type { Core } from './core.ts'
import { postMessage, type Draft } from './state/messages.ts'
import type { Channel, Message, User } from './state/model.ts'
import { slackbotId } from './state/seed.ts'

/** Posts a message now. `cause` is the id of the command or click that it comes of, if known. */
export function post(core: Core, draft: Draft, cause?: string): Message {
  const change = core.live.apply((state) => postMessage(state, draft, core.nowMs()), cause)
  if (change.kind !== 'posted') throw new Error('posting has posted nothing')
  return change.message
}

/** Somebody to talk to, where they are, and what they did. */
export type Addressee = {
  readonly user: User
  readonly channel: Channel
  readonly threadTs?: string | undefined
  readonly cause: string
}

/** Slackbot tells one user something that nobody else sees. */
export function tellPrivately(core: Core, to: Addressee, text: string): void {
  const draft = {
    channelId: to.channel.id,
    userId: slackbotId,
    visibleTo: to.user.id,
    threadTs: to.threadTs,
    text,
    blocks: [],
  }
  post(core, draft, to.cause)
}
