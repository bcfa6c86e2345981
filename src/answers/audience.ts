import type { Run } from '../history/history.ts'
import type { Reply } from '../reply/reply.ts'
import type { Context } from './context.ts'

type Audience = Reply['audience']

/**
 * Who sees an answer: whom the line names; else its asker alone where they like it quiet, or where it
 * tells of a private run of another place; else the channel.
 */
export function audienceOf(
  stated: Audience | null,
  runs: readonly (Run | null)[],
  { preference, asker }: Pick<Context, 'preference' | 'asker'>,
): Audience {
  const isElsewhere = runs.some((run) => run?.isPrivate && run.channel !== asker.channel)
  return stated ?? (preference.isQuiet || isElsewhere ? 'asker' : 'channel')
}
