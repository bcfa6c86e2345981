import type { Core } from '../core.ts'
import { commonParts } from '../delivery/payload-parts.ts'
import { viewPayload } from '../delivery/view-payload.ts'
import type { FormValues } from '../http/page-contract.ts'
import { NotHere } from '../not-here.ts'
import type { AppView, User } from '../state/model.ts'
import { setModals } from '../state/views.ts'
import { stateOf } from './form.ts'

/** Somebody closes the modal on top, or with `all` every open one. */
export type Closing = {
  readonly user: User
  readonly viewId: string
  readonly all: boolean
  readonly form: FormValues
}

/**
 * Closes modals, and tells the bot of those that want it. Throws when the modal is not on top.
 * https://docs.slack.dev/surfaces/modals#modal_cancellations
 */
export async function closeModal(core: Core, closing: Closing): Promise<void> {
  const { user, viewId } = closing
  const open = core.live.current().modals[user.id] ?? []
  const top = open.at(-1)
  if (top?.id !== viewId) throw new NotHere(`the modal ${viewId} is not on top`)
  const clears = closing.all || top.clearOnClose
  const gone = clears ? open.toReversed() : [top]
  core.live.apply((state) => setModals(state, user.id, clears ? [] : open.slice(0, -1)))
  for (const view of gone) await tell(core, closing, view, clears)
}

async function tell(core: Core, { user, form }: Closing, view: AppView, isCleared: boolean) {
  if (!view.notifyOnClose) return
  const state = core.live.current()
  const values = stateOf(core, user, { kind: 'view', view }, form)
  const payload = {
    type: 'view_closed',
    ...commonParts(state, user, core.verificationToken),
    view: viewPayload(state, view, values),
    is_cleared: isCleared,
  }
  await core.send({ kind: 'interactive', name: 'view_closed', payload })
}
