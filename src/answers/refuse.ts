import { parse } from '../command/parse.ts'
import type { OfRun, Problem } from '../command/problem.ts'
import { noRunReply } from '../reply/no-run-reply.ts'
import { problemReply } from '../reply/problem-reply.ts'
import type { Answered } from './answered.ts'
import { parseOptions, type Context } from './context.ts'
import { newestRun } from './newest-run.ts'

/** What keeps a line from being answered, all of it at once. */
export async function refuse(problems: readonly Problem[], context: Context): Promise<Answered> {
  const { text, words } = context
  const outcome = { kind: 'refused', problems } as const
  const newest = await newestRun(context)
  const options = parseOptions(context)
  if (!newest) {
    const asks = newest === null ? asksOfRun(problems) : null
    if (asks !== null) return { reply: noRunReply(asks, words), outcome }
    return { reply: problemReply(text, problems, words, options), outcome }
  }
  const meant = problems.map((problem) => withRun(problem, newest, context))
  return { reply: problemReply(text, meant, words, { ...options, newest }), outcome }
}

/** What a line asks that says enough for an earlier run, and for nothing else. */
function asksOfRun([problem, ...others]: readonly Problem[]): OfRun | null {
  return problem?.code === 'type-missing' && others.length === 0 ? problem.asks : null
}

/** A line that says enough for an earlier run was probably meant for the newest. */
function withRun(problem: Problem, newest: number, { text, words }: Context): Problem {
  const asks = asksOfRun([problem])
  if (asks === null) return problem
  const ofRun = `${words.help.spelling(asks)} #${newest}`
  const suggestion = asks === 'what-if' ? `${ofRun} ${text.trim()}` : ofRun
  const isAll = asks === 'what-if' || !/\s/.test(text.trim())
  if (!isAll || !parse(suggestion).ok) return problem
  return { ...problem, at: 0, length: text.length, text, suggestion }
}
