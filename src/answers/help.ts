import { helpReply } from '../reply/help-reply.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { newestRun } from './newest-run.ts'

/** What can be asked, with an example of a run that there is. */
export async function help(topic: string | null, context: Context): Promise<Answered> {
  const newest = topic === null ? await newestRun(context) : null
  return {
    reply: helpReply(context.words, topic, newest ?? undefined),
    outcome: { kind: 'help' },
  }
}
