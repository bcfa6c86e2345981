import { allocate } from '../allocation/allocate.ts'
import type { Command } from '../command/command.ts'
import { goneReply } from '../reply/gone-reply.ts'
import { shownReply } from '../reply/shown-reply.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { audienceOf } from './audience.ts'
import { refuse } from './refuse.ts'
import { foundRun } from './runs.ts'

/** A run once more, with its reasons, by today's rules; where it was stored with other figures, that is said. */
export async function show(
  { run: reference, audience: stated }: Extract<Command, { kind: 'show' }>,
  context: Context,
): Promise<Answered> {
  const { history, asker, words, now, linkOf } = context
  const found = await history.find(asker, reference)
  if (found.kind === 'deleted') {
    return { reply: goneReply(found, words, now), outcome: { kind: 'gone', run: found } }
  }
  const result = await foundRun(found, reference, context)
  if (!result.ok) return refuse(result.problems, context)
  const { plan: stored, ...asked } = result.value
  const run = { ...asked, plan: allocate(asked.scenario) }
  const audience = audienceOf(stated, [run], context)
  const link = run.number === null ? null : (linkOf?.(run.number) ?? null)
  const reply = shownReply({ run, stored, link, audience, words, now })
  return { reply, outcome: { kind: 'shown', run } }
}
