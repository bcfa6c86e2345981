import type { Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'

/** How a text names a run: `#42`. */
export function runLabel({ number }: Pick<Run, 'number'>, words: Words): string {
  return number === null ? words.reply.notKept : `#${number}`
}
