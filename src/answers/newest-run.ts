import type { Context } from './context.ts'
import { isStored } from './runs.ts'
import { isInTerminal } from './terminal.ts'

/**
 * The number of the newest run of the conversation, for those who could go on from it; `null`: there
 * is none yet, and `undefined`: that is not known.
 */
export async function newestRun({
  conversation,
  asker,
  history,
}: Context): Promise<number | null | undefined> {
  if (conversation) return conversation.number
  // A terminal opens its history to keep something, and not for an example.
  if (isInTerminal(asker)) return undefined
  try {
    const found = await history.find(asker, { kind: 'last' })
    if (found.kind === 'run') return isStored(found.run) ? found.run.number : undefined
    return found.kind === 'none' ? null : undefined
  } catch {
    // It is worth no more than an example.
    return undefined
  }
}
