import type { ParseOptions } from '../command/parse.ts'
import type { Budgets } from '../history/budgets.ts'
import type { Asker, History, Request } from '../history/history.ts'
import type { Preference, Preferences } from '../history/preferences.ts'
import type { Reply } from '../reply/reply.ts'
import type { Words } from '../words/words.ts'
import type { Outcome } from './answered.ts'
import type { StoredRun } from './runs.ts'

/** What every line of a door is answered with. */
export interface Surroundings {
  readonly history: History
  /** `null` where the door keeps none, as in a terminal. */
  readonly budgets: Budgets | null
  /** `null` where the door has settings of its own. */
  readonly preferences: Preferences | null
  /** What the asker has set for themself. */
  readonly preference: Preference
  readonly words: Words
  /** Those of a reader who has set no language; `words` if not given. */
  readonly usualWords?: Words
  readonly now: Date
  /** The reader's time zone, such as `Europe/Paris`: where their days begin. */
  readonly timeZone: string
  /** The address of a run in a browser, where runs have one. */
  readonly linkOf?: (run: number) => string
  /** True for a line that eksip printed itself: it says all that it means. */
  readonly isCanonical: boolean
}

/** What the way from a line to its answer needs from outside. */
export interface Means<Drawn> extends Surroundings {
  /** How the door that was knocked at shows a reply: Block Kit, a terminal's text, JSON. */
  readonly draw: (reply: Reply, outcome: Outcome) => Drawn
}

/** What one line is answered with. */
export interface Context extends Surroundings {
  /** The line as it was typed. */
  readonly text: string
  readonly asker: Asker
  readonly request: Request
  /** The run that the conversation is about; `null` where there is none. */
  readonly conversation: StoredRun | null
}

/** How a line is read: in its conversation, and with what its writer has set. */
export function parseOptions({
  conversation,
  preference: { cni },
  isCanonical,
}: Pick<Context, 'conversation' | 'preference' | 'isCanonical'>): Partial<ParseOptions> {
  if (isCanonical) return {}
  return { follows: conversation !== null, ...(cni !== null && { cni }) }
}
