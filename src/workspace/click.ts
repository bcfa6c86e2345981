import { newTriggerId, type Core } from './core.ts'
import { actionForm } from './delivery/block-actions.ts'
import type { Delivery } from './delivery/deliver.ts'
import { findAction, type Target } from './delivery/find-action.ts'
import type { Channel, Message, User } from './state/model.ts'

/** Somebody uses an element of a message. `cause` marks every change that comes of it. */
export type ClickedElement = {
  readonly user: User
  readonly channel: Channel
  readonly message: Message
  readonly target: Target
  readonly cause: string
}

/** Delivers a click and waits for its acknowledgement. Throws if there is nothing to click. */
export async function click(core: Core, clicked: ClickedElement): Promise<Delivery> {
  const { user, channel, message, target, cause } = clicked
  const action = findAction(message, target)
  if (action === undefined) throw new Error(`nothing to click: ${JSON.stringify(target)}`)
  const url = core.responseUrls.issue({
    channelId: channel.id,
    userId: user.id,
    source: { kind: 'message', ts: message.ts },
    cause,
  })
  const form = actionForm(core.live.current(), {
    user,
    channel,
    message,
    action,
    actionTs: (core.nowMs() / 1000).toFixed(6),
    triggerId: newTriggerId(core),
    responseUrl: url.address,
    verificationToken: core.verificationToken,
  })
  return core.send(form)
}
