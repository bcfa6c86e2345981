import { answer } from '../../src/answer.ts'
import type { Outcome } from '../../src/answers/answered.ts'
import type { Asker, History } from '../../src/history/history.ts'
import { NO_PREFERENCE } from '../../src/history/preferences.ts'
import { draw } from '../../src/terminal/draw.ts'
import { WORDS, type Language } from '../../src/words/words.ts'

export const ADA: Asker = {
  workspace: 'T1',
  channel: 'C0CAPACITY',
  thread: null,
  isPrivate: false,
  author: 'U0ADA',
  authorName: 'ada',
  isAdmin: false,
}

export const BOB: Asker = { ...ADA, author: 'U0BOB', authorName: 'bob' }

/** What somebody was told: the reply as text, who sees it, and the outcome as data. */
export interface Told {
  readonly text: string
  readonly audience: 'channel' | 'asker'
  readonly outcome: Outcome
}

/** Asks lines of a history, one minute after the other. */
export function teller(history: History) {
  let minutes = 0
  return (line: string, asker: Asker = ADA, language: Language = 'en'): Promise<Told> => {
    const now = new Date(Date.UTC(2026, 10, 22, 12, minutes++))
    const request = { key: null, answerBy: null, delivery: null }
    return answer(line, asker, request, {
      history,
      budgets: null,
      preferences: null,
      preference: NO_PREFERENCE,
      isCanonical: false,
      words: WORDS[language],
      now,
      timeZone: 'Europe/Paris',
      draw: (reply, outcome) => ({
        text: draw(reply, false),
        audience: reply.audience,
        outcome,
      }),
    })
  }
}
