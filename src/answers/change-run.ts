import type { Command } from '../command/command.ts'
import type { Changed } from '../history/history.ts'
import { changedReply } from '../reply/changed-reply.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { audienceOf } from './audience.ts'
import { refuse } from './refuse.ts'
import { findRun, type StoredRun } from './runs.ts'

/** The commands that change what is kept beside a run, or take it away. */
export type RunChange = Extract<Command, { kind: 'name' | 'pin' | 'unpin' | 'delete' }>

/** Names, pins or deletes a run, and says what became of that. */
export async function changeRun(command: RunChange, context: Context): Promise<Answered> {
  const found = await findRun(command.run, context)
  if (!found.ok) return refuse(found.problems, context)
  const run = found.value
  const changed = await apply(command, run, context)
  const isDone = changed.kind === (command.kind === 'delete' ? 'deleted' : 'run')
  return {
    reply: changedReply({
      command,
      run,
      isDone,
      audience: isDone ? audienceOf(null, [run], context) : 'asker',
      words: context.words,
    }),
    outcome: { kind: 'changed', number: run.number, isDone },
  }
}

function apply(
  command: RunChange,
  { number }: StoredRun,
  { history, asker }: Context,
): Promise<Changed> {
  switch (command.kind) {
    case 'name':
      return history.rename(asker, number, command.name)
    case 'pin':
      return history.pin(asker, number, true)
    case 'unpin':
      return history.pin(asker, number, false)
    case 'delete':
      return history.remove(asker, number)
  }
}
