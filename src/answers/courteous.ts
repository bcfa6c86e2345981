import type { Courtesy } from '../command/courtesy.ts'
import { courtesyReply } from '../reply/courtesy-reply.ts'
import type { Words } from '../words/words.ts'
import type { Answered } from './answered.ts'

/** The answer to a line that asks nothing; nothing is stored. */
export function courteous(courtesy: Courtesy, words: Words): Answered {
  return { reply: courtesyReply(courtesy, words), outcome: { kind: 'help' } }
}
