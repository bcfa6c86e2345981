import { readView, type ViewBody } from '../block-kit/view.ts'
import type { BlockProblem } from '../block-kit/check.ts'
import { viewPayload } from '../delivery/view-payload.ts'
import {
  openModal,
  publishHome,
  pushModal,
  updateView,
  type ShowError,
} from '../interaction/modals.ts'
import type { Core } from '../core.ts'
import type { AppView, State } from '../state/model.ts'
import { refuse, textOf, type ApiAnswer, type ApiMethod, type Arguments } from './answer.ts'

// https://docs.slack.dev/reference/methods/views.open and its neighbours

export const openView: ApiMethod = (core, args) =>
  withView(args, 'modal', (body) => {
    const trigger = core.triggers.spend(textOf(args, 'trigger_id'))
    if (typeof trigger === 'string') return refuse(trigger)
    return shown(core, openModal(core, trigger.userId, body))
  })

export const pushView: ApiMethod = (core, args) =>
  withView(args, 'modal', (body) => {
    const trigger = core.triggers.spend(textOf(args, 'trigger_id'))
    if (typeof trigger === 'string') return refuse(trigger)
    const open = core.live.current().modals[trigger.userId] ?? []
    // Only what happens inside a modal can put another one on top of it.
    if (!open.some(({ id }) => id === trigger.viewId)) return refuse('not_found')
    return shown(core, pushModal(core, trigger.userId, body))
  })

export const changeView: ApiMethod = (core, args) =>
  withView(args, undefined, (body) => {
    const found = findShown(core.live.current(), args)
    if (found === undefined || found.view.type !== body.type) return refuse('not_found')
    if (isOutdated(found.view, args)) return refuse('hash_conflict')
    return shown(core, updateView(core, found.userId, found.view, body))
  })

export const publishView: ApiMethod = (core, args) =>
  withView(args, 'home', (body) => {
    const state = core.live.current()
    const userId = textOf(args, 'user_id')
    if (!state.users.some(({ id }) => id === userId)) return refuse('invalid_arguments')
    const old = state.homes[userId]
    if (old !== undefined && isOutdated(old, args)) return refuse('hash_conflict')
    return shown(core, publishHome(core, userId, body))
  })

/** Reads the view of a call, and goes on with it if it is of the right type. */
function withView(
  args: Arguments,
  type: AppView['type'] | undefined,
  use: (body: ViewBody) => ApiAnswer,
): ApiAnswer {
  const body = readView(args['view'])
  if (!body.ok) return refuseView(body.problems)
  if (type !== undefined && body.value.type !== type) {
    return refuseView([{ pointer: '/view/type', message: `must be one of: ${type}` }])
  }
  return use(body.value)
}

/** Slack names what is wrong with a view in the messages beside `invalid_arguments`. */
export function refuseView(problems: readonly BlockProblem[]): ApiAnswer {
  const messages = problems.map(
    ({ pointer, message }) => `[ERROR] ${message} [json-pointer:${pointer}]`,
  )
  return { ok: false, error: 'invalid_arguments', response_metadata: { messages } }
}

function findShown(state: State, args: Arguments) {
  const id = textOf(args, 'view_id')
  const externalId = textOf(args, 'external_id')
  const all = [
    ...Object.entries(state.homes).map(([userId, view]) => ({ userId, view })),
    ...Object.entries(state.modals).flatMap(([userId, views]) =>
      views.map((view) => ({ userId, view })),
    ),
  ]
  return all.find(({ view }) =>
    id === '' ? externalId !== '' && view.externalId === externalId : view.id === id,
  )
}

function isOutdated(view: AppView, args: Arguments): boolean {
  const hash = textOf(args, 'hash')
  return hash !== '' && hash !== view.hash
}

function shown(core: Core, view: AppView | ShowError): ApiAnswer {
  if (typeof view === 'string') return refuse(view)
  return { ok: true, view: viewPayload(core.live.current(), view) }
}
