import type { Words } from '../words/words.ts'
import type { Answered } from './answered.ts'

/** The answer to a command that a door without channels and people has no use for. */
export function onlyInSlack(words: Words): Answered {
  const text = words.recall.onlyInSlack
  return {
    reply: { summary: text, audience: 'asker', parts: [{ kind: 'text', line: [text] }] },
    outcome: { kind: 'help' },
  }
}
