import type { State, StoredFile, Transition } from './model.ts'

/** Keeps an uploaded file. */
export function keepFile(state: State, file: StoredFile): Transition {
  return { state: { ...state, files: [...state.files, file] }, change: { kind: 'file', file } }
}
