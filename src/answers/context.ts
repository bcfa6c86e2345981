import type { Budgets } from '../history/budgets.ts'
import type { Asker, History, Request } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import type { StoredRun } from './runs.ts'

/** What an answer is made with. */
export interface Context {
  /** The line as it was typed. */
  readonly text: string
  readonly asker: Asker
  readonly request: Request
  /** The run that the conversation is about; `null` where there is none. */
  readonly conversation: StoredRun | null
  readonly history: History
  readonly budgets?: Budgets
  readonly words: Words
  readonly now: Date
  /** The reader's time zone, such as `Europe/Paris`: where their days begin. */
  readonly timeZone: string
}
