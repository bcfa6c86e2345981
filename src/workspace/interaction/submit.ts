import { readView } from '../block-kit/view.ts'
import type { Core } from '../core.ts'
import { commonParts } from '../delivery/payload-parts.ts'
import { viewPayload } from '../delivery/view-payload.ts'
import { formErrors, type FormState } from '../elements/form-state.ts'
import { placedElements } from '../elements/placed.ts'
import type { FormValues, SubmitAnswer } from '../http/page-contract.ts'
import { isObject, parseJson, type JsonObject } from '../json.ts'
import { NotHere } from '../not-here.ts'
import { findView, topModal } from '../state/lookup.ts'
import type { AppView, User } from '../state/model.ts'
import { setModals } from '../state/views.ts'
import { wordsFor } from '../words/words.ts'
import { stateOf } from './form.ts'
import { pushModal, updateView } from './modals.ts'

/** Somebody sends the form of the modal on top. `cause` marks every change that comes of it. */
export type Submission = {
  readonly user: User
  readonly viewId: string
  readonly form: FormValues
  readonly cause: string
}

/**
 * Checks a form as Slack does, sends it to the bot, and does what it answers: close, update, push,
 * clear, or show what is wrong. Throws when the modal is not on top.
 * https://docs.slack.dev/surfaces/modals#handling_submissions
 */
export async function submit(core: Core, submission: Submission): Promise<SubmitAnswer> {
  const { user, viewId, form } = submission
  const view = topModal(core.live.current(), user.id)
  if (view?.id !== viewId) throw new NotHere(`the modal ${viewId} is not on top`)
  const values = stateOf(core, user, { kind: 'view', view }, form)
  const errors = formErrors(view.blocks, values, wordsFor(user.locale))
  if (Object.keys(errors).length > 0) return { ok: false, error: 'invalid_input', errors }
  const payload = submissionPayload(core, submission, view, values)
  const delivery = await core.send({ kind: 'interactive', name: 'view_submission', payload })
  if (delivery.kind === 'failed') return refused(delivery.error)
  return obey(core, submission, delivery.body)
}

function submissionPayload(core: Core, submission: Submission, view: AppView, values: FormState) {
  const state = core.live.current()
  const { user } = submission
  return {
    type: 'view_submission',
    ...commonParts(state, user, core.verificationToken),
    trigger_id: core.triggers.issue({ userId: user.id, viewId: view.id }),
    view: viewPayload(state, view, values),
    response_urls: responseUrls(core, submission, view, values),
  }
}

/** One address for each channel that was chosen in a menu with `response_url_enabled`. */
function responseUrls(
  core: Core,
  { user, cause }: Submission,
  view: AppView,
  values: FormState,
): readonly JsonObject[] {
  return placedElements(view.blocks).flatMap(({ element, blockId, actionId }) => {
    if (!('response_url_enabled' in element) || !element.response_url_enabled) return []
    const held = values[blockId]?.[actionId]
    const channelId = held?.['selected_conversation'] ?? held?.['selected_channel']
    if (typeof channelId !== 'string') return []
    const source = { kind: 'shortcut' } as const
    const url = core.responseUrls.issue({ channelId, userId: user.id, source, cause })
    const place = { block_id: blockId, action_id: actionId, channel_id: channelId }
    return [{ ...place, response_url: url.address }]
  })
}

function obey(core: Core, submission: Submission, body: string): SubmitAnswer {
  const answer = body.trim() === '' ? {} : parseJson(body)
  if (!isObject(answer)) return refused('invalid_response_action')
  switch (answer['response_action']) {
    case undefined:
      return closeTop(core, submission)
    case 'clear':
      return closeAll(core, submission)
    case 'errors':
      return readErrors(core, submission, answer['errors'])
    case 'update':
    case 'push':
      return showNext(core, submission, answer['response_action'], answer['view'])
    default:
      return refused('invalid_response_action')
  }
}

function closeTop(core: Core, { user, viewId, cause }: Submission): SubmitAnswer {
  core.live.apply((state) => {
    const open = state.modals[user.id] ?? []
    return setModals(
      state,
      user.id,
      open.filter(({ id }) => id !== viewId),
    )
  }, cause)
  return { ok: true }
}

function closeAll(core: Core, { user, cause }: Submission): SubmitAnswer {
  core.live.apply((state) => setModals(state, user.id, []), cause)
  return { ok: true }
}

/** Slack shows errors beside input blocks only; others make the answer as bad as none. */
function readErrors(core: Core, { user, viewId }: Submission, errors: unknown): SubmitAnswer {
  const view = findView(core.live.current(), user.id, viewId)
  const inputs = placedElements(view?.blocks ?? []).filter(({ input }) => input !== undefined)
  const entries = isObject(errors) ? Object.entries(errors) : []
  const known = entries.flatMap(([blockId, text]) =>
    typeof text === 'string' && inputs.some((input) => input.blockId === blockId)
      ? [[blockId, text] as const]
      : [],
  )
  if (known.length === 0 || known.length < entries.length) return refused('invalid_errors')
  return { ok: false, error: 'errors', errors: Object.fromEntries(known) }
}

function showNext(
  core: Core,
  { user, viewId, cause }: Submission,
  how: 'update' | 'push',
  body: unknown,
): SubmitAnswer {
  const read = readView(body)
  if (!read.ok || read.value.type !== 'modal') {
    const faults = read.ok ? [] : read.problems
    const details = faults.map(({ pointer, message }) => `${message} [json-pointer:${pointer}]`)
    return refused(['invalid_view', ...details].join('\n'))
  }
  const old = findView(core.live.current(), user.id, viewId)
  if (old === undefined) return refused('view_not_found')
  const shown =
    how === 'push'
      ? pushModal(core, user.id, read.value, cause)
      : updateView(core, user.id, old, read.value, cause)
  return typeof shown === 'string' ? refused(shown) : { ok: true }
}

function refused(error: string): SubmitAnswer {
  return { ok: false, error, errors: {} }
}
