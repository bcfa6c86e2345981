import type { Asker, Run } from '../history/history.ts'
import type { Reply } from '../reply/reply.ts'

/** A run of another place that is private is for its author's eyes only: the channel must not see it. */
export function audienceFor(runs: readonly Run[], asker: Asker): Reply['audience'] {
  const isElsewhere = runs.some(({ isPrivate, channel }) => isPrivate && channel !== asker.channel)
  return isElsewhere ? 'asker' : 'channel'
}
