import type { Surroundings } from '../answers/context.ts'
import type { Visitor } from './asker.ts'
import type { ListenerContext } from './context.ts'

/** What a line of somebody in Slack is answered with. */
export function surroundings(
  { asker, preference, words, usualWords, timeZone }: Visitor,
  { history, budgets, preferences, links, now }: ListenerContext,
): Omit<Surroundings, 'isCanonical'> {
  const { workspace } = asker
  return {
    history,
    budgets,
    preferences,
    preference,
    words,
    usualWords,
    timeZone,
    now: now(),
    ...(links && { linkOf: (number: number) => links.of({ workspace, number }) }),
  }
}
