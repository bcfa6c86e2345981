import type { Problem } from '../command/problem.ts'
import { problemReply } from '../reply/problem-reply.ts'
import type { Answered } from './answered.ts'
import { parseOptions, type Context } from './context.ts'

/** What keeps a line from being answered, all of it at once. */
export function refuse(problems: readonly Problem[], context: Context): Answered {
  const { text, words } = context
  const reply = problemReply(text, problems, words, parseOptions(context))
  return { reply, outcome: { kind: 'refused', problems } }
}
