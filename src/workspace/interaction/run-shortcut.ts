import type { Core } from '../core.ts'
import type { Delivery } from '../delivery/bot-request.ts'
import { channelPart, commonParts } from '../delivery/payload-parts.ts'
import { NotHere } from '../not-here.ts'
import type { Channel, Message, User } from '../state/model.ts'
import { apiMessage } from '../web-api/message.ts'

/** Somebody runs a shortcut: on a message, or a global one. */
export type ShortcutRun = {
  readonly user: User
  readonly callbackId: string
  readonly on?: { readonly channel: Channel; readonly message: Message } | undefined
  readonly cause: string
}

/**
 * Tells the bot of a shortcut. Throws when the manifest has no such one; Slack offers none on
 * messages that only one user sees.
 * https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
 */
export async function runShortcut(core: Core, run: ShortcutRun): Promise<Delivery> {
  const { user, callbackId, on } = run
  const type = on === undefined ? 'global' : 'message'
  const isKnown = core.manifest.shortcuts.some(
    (shortcut) => shortcut.callback_id === callbackId && shortcut.type === type,
  )
  if (!isKnown) throw new NotHere(`no ${type} shortcut ${callbackId}`)
  if (on?.message.visibleTo !== undefined) throw new NotHere('no shortcuts on ephemeral messages')
  // The one payload that does not name the app.
  const { api_app_id: _, ...common } = commonParts(
    core.live.current(),
    user,
    core.verificationToken,
  )
  const payload = {
    type: on === undefined ? 'shortcut' : 'message_action',
    ...common,
    callback_id: callbackId,
    action_ts: (core.nowMs() / 1000).toFixed(6),
    trigger_id: core.triggers.issue({ userId: user.id }),
    ...(on !== undefined && messageParts(core, run, on.channel, on.message)),
  }
  return core.send({ kind: 'interactive', name: payload.type, payload })
}

function messageParts(core: Core, run: ShortcutRun, channel: Channel, message: Message) {
  const { user, cause } = run
  const source = { kind: 'shortcut' } as const
  const goal = { channelId: channel.id, userId: user.id, source, cause }
  return {
    message_ts: message.ts,
    message: apiMessage(core.live.current(), message),
    channel: channelPart(channel),
    response_url: core.responseUrls.issue(goal).address,
  }
}
