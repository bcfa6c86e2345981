import type { Problem } from '../command/problem.ts'
import { problemReply } from '../reply/problem-reply.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'

/** What keeps a line from being answered, all of it at once. */
export function refuse(
  problems: readonly Problem[],
  { text, words }: Pick<Context, 'text' | 'words'>,
): Answered {
  return { reply: problemReply(text, problems, words), outcome: { kind: 'refused', problems } }
}
