import { answer } from '../answer.ts'
import { message } from '../blocks/message.ts'
import type { Asker } from '../history/history.ts'
import { NO_PREFERENCE } from '../history/preferences.ts'
import { UNKEPT } from '../history/unkept.ts'
import { WORDS } from '../words/words.ts'

/** One that is answered, and one that is not understood. */
const LINES = ['t3.2xlarge 2 nodes 27 pods warm-ip=2', 'm5.larg 3 nods']
/** The first one takes ten times as long as the last. */
const ROUNDS = 10

const NOBODY: Asker = {
  workspace: 'none',
  channel: 'none',
  thread: null,
  isPrivate: true,
  author: 'none',
  authorName: null,
  isAdmin: false,
}

/**
 * Answers some lines in memory, draws the answers, and throws them away: what is loaded or compiled
 * at its first use makes nobody wait. Other work goes on between two rounds.
 */
export async function warmUp(): Promise<void> {
  const request = { key: null, answerBy: null, delivery: null }
  const kept = { history: UNKEPT, budgets: null, preferences: null, preference: NO_PREFERENCE }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const words of Object.values(WORDS)) {
      const means = { ...kept, words, now: new Date(), timeZone: 'UTC', isCanonical: false }
      for (const line of LINES) await answer(line, NOBODY, request, { ...means, draw: message })
    }
    await new Promise(setImmediate)
  }
}
