import type { Change, State, Transition } from './model.ts'

/** Told about each change; `cause` is the id of the command or click that led to it, if known. */
export type ChangeListener = (change: Change, cause: string | undefined) => void

/** The state that there is right now, and those who watch it change. */
export type LiveState = {
  current(): State
  apply(step: (state: State) => Transition, cause?: string): Change
  subscribe(listener: ChangeListener): () => void
}

/** Holds a state that changes step by step. */
export function createLiveState(first: State): LiveState {
  let state = first
  const listeners = new Set<ChangeListener>()
  return {
    current: () => state,
    apply(step, cause) {
      const transition = step(state)
      state = transition.state
      for (const listener of listeners) listener(transition.change, cause)
      return transition.change
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
