import type { Asker, History } from '../history/history.ts'
import { isStored, type StoredRun } from './runs.ts'

/**
 * The run that a thread is about: its newest one, or the one whose reply began it. Outside of threads
 * a line stands for itself.
 */
export async function conversationRun(asker: Asker, history: History): Promise<StoredRun | null> {
  if (asker.thread === null) return null
  const newest = await history.find(asker, { kind: 'last' })
  const found =
    newest.kind === 'none'
      ? await history.find(asker, { kind: 'message', timestamp: asker.thread })
      : newest
  return found.kind === 'run' && isStored(found.run) ? found.run : null
}
