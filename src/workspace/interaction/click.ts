import type { Core } from '../core.ts'
import type { Delivery } from '../delivery/bot-request.ts'
import { commonParts } from '../delivery/payload-parts.ts'
import { blocksOf, idOf, shownParts, type Shown } from '../delivery/shown.ts'
import { actionOf } from '../elements/action.ts'
import { findPlaced, type Target } from '../elements/placed.ts'
import type { ElementValue, FormValues } from '../http/page-contract.ts'
import { NotHere } from '../not-here.ts'
import type { User } from '../state/model.ts'
import { knownIn, stateOf } from './form.ts'

/** Somebody uses an element. `cause` marks every change that comes of it. */
export type Click = {
  readonly user: User
  readonly shown: Shown
  readonly target: Target
  readonly value?: ElementValue | undefined
  /** What the inputs beside it hold. */
  readonly form?: FormValues | undefined
  readonly cause: string
}

/**
 * Tells the bot of a click and waits for its acknowledgement. Throws if there is nothing to click.
 * https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
export async function click(core: Core, used: Click): Promise<Delivery> {
  const { user, shown, target, value, cause } = used
  const state = core.live.current()
  const placed = findPlaced(blocksOf(shown), target)
  if (placed === undefined) throw new NotHere(`nothing to click: ${JSON.stringify(target)}`)
  const action = actionOf(placed, value, knownIn(core, user, idOf(shown)))
  // A menu holds what was just chosen in it.
  const { blockId, actionId } = placed
  const chosen = value === undefined ? {} : { [actionId]: value }
  const form = { ...used.form, [blockId]: { ...used.form?.[blockId], ...chosen } }
  const viewId = shown.kind === 'view' && shown.view.type === 'modal' ? shown.view.id : undefined
  const payload = {
    type: 'block_actions',
    ...commonParts(state, user, core.verificationToken),
    ...shownParts(state, shown, stateOf(core, user, shown, form)),
    trigger_id: core.triggers.issue({ userId: user.id, viewId }),
    ...(shown.kind === 'message' && { response_url: responseUrl(core, user, shown, cause) }),
    actions: [{ ...action, action_ts: (core.nowMs() / 1000).toFixed(6) }],
  }
  return core.send({ kind: 'interactive', name: 'block_actions', payload })
}

function responseUrl(
  core: Core,
  user: User,
  { channel, message }: Shown & { kind: 'message' },
  cause: string,
): string {
  const source = { kind: 'message', ts: message.ts } as const
  return core.responseUrls.issue({ channelId: channel.id, userId: user.id, source, cause }).address
}
