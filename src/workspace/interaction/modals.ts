import type { ViewBody } from '../block-kit/view.ts'
import type { Core } from '../core.ts'
import type { AppView, State } from '../state/model.ts'
import { replaceView, setHome, setModals } from '../state/views.ts'

/** The most modals that stand on each other. https://docs.slack.dev/surfaces/modals */
const mostModals = 3

/** Slack's names for why a view cannot be shown. */
export type ShowError = 'duplicate_external_id' | 'push_limit_reached' | 'hash_conflict'

/** Opens a modal; one that is open already goes away with all that is under it. */
export function openModal(
  core: Core,
  userId: string,
  body: ViewBody,
  cause?: string,
): AppView | ShowError {
  if (isTaken(core.live.current(), body)) return 'duplicate_external_id'
  const view = newView(core, body, undefined)
  core.live.apply((state) => setModals(state, userId, [view]), cause)
  return view
}

/** Puts a modal on top of the open ones. */
export function pushModal(
  core: Core,
  userId: string,
  body: ViewBody,
  cause?: string,
): AppView | ShowError {
  const state = core.live.current()
  const open = state.modals[userId] ?? []
  if (open.length >= mostModals) return 'push_limit_reached'
  if (isTaken(state, body)) return 'duplicate_external_id'
  const view = newView(core, body, open.at(-1))
  core.live.apply((now) => setModals(now, userId, [...open, view]), cause)
  return view
}

/** Gives a shown view another content; it keeps its id and its place. */
export function updateView(
  core: Core,
  userId: string,
  old: AppView,
  body: ViewBody,
  cause?: string,
): AppView | ShowError {
  if (isTaken(core.live.current(), body, old.id)) return 'duplicate_external_id'
  const view = { ...old, ...body, hash: newHash(core) }
  core.live.apply((state) => replaceView(state, userId, view), cause)
  return view
}

/** Shows an App Home; it keeps its id when it is published again. */
export function publishHome(core: Core, userId: string, body: ViewBody): AppView | ShowError {
  const state = core.live.current()
  const old = state.homes[userId]
  if (isTaken(state, body, old?.id)) return 'duplicate_external_id'
  const fresh = newView(core, body, undefined)
  const view = old === undefined ? fresh : { ...fresh, id: old.id, rootViewId: old.id }
  core.live.apply((now) => setHome(now, userId, view))
  return view
}

function newView(core: Core, body: ViewBody, under: AppView | undefined): AppView {
  const id = `V${core.newId().replaceAll('-', '').slice(0, 10).toUpperCase()}`
  return {
    ...body,
    id,
    hash: newHash(core),
    rootViewId: under?.rootViewId ?? id,
    previousViewId: under?.id ?? null,
  }
}

function newHash(core: Core): string {
  return `${Math.floor(core.nowMs() / 1000)}.${core.newId().slice(0, 8)}`
}

function isTaken(state: State, { externalId }: ViewBody, except?: string): boolean {
  if (externalId === '') return false
  const shown = [...Object.values(state.modals).flat(), ...Object.values(state.homes)]
  return shown.some((view) => view.externalId === externalId && view.id !== except)
}
