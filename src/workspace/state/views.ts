import type { AppView, State, Transition } from './model.ts'

/** Gives a user another stack of modals, lowest first; an empty one closes all. */
export function setModals(state: State, userId: string, modals: readonly AppView[]): Transition {
  return {
    state: { ...state, modals: { ...state.modals, [userId]: modals } },
    change: { kind: 'modals', userId, modals },
  }
}

/** Shows an App Home to its user. */
export function setHome(state: State, userId: string, home: AppView): Transition {
  return {
    state: { ...state, homes: { ...state.homes, [userId]: home } },
    change: { kind: 'home', userId, home },
  }
}

/** Puts a view in the place of one with the same id, wherever it is shown. */
export function replaceView(state: State, userId: string, view: AppView): Transition {
  if (state.homes[userId]?.id === view.id) return setHome(state, userId, view)
  const modals = state.modals[userId] ?? []
  return setModals(
    state,
    userId,
    modals.map((each) => (each.id === view.id ? view : each)),
  )
}
