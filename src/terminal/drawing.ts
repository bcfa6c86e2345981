import type { Outcome } from '../answer.ts'
import type { Reply } from '../reply/reply.ts'
import { draw } from './draw.ts'

/** What a terminal shows, and where: `stderr` for a request that had problems. */
export interface Drawing {
  readonly stream: 'stdout' | 'stderr'
  readonly text: string
}

/** Draws replies for a terminal, as text or, for scripts, as one line of JSON. */
export function drawing(options: { readonly isJson: boolean; readonly isStyled: boolean }) {
  return (reply: Reply, outcome: Outcome): Drawing => ({
    stream: outcome.kind === 'refused' ? 'stderr' : 'stdout',
    text:
      options.isJson && outcome.kind !== 'help'
        ? JSON.stringify(data(outcome))
        : draw(reply, options.isStyled),
  })
}

function data(outcome: Exclude<Outcome, { kind: 'help' }>) {
  if (outcome.kind === 'refused') return { problems: outcome.problems }
  if (outcome.kind === 'explained') {
    const { scenario, plan, traces } = outcome
    return { scenario, plan, traces }
  }
  const { run, diff } = outcome
  return { number: run.number, scenario: run.scenario, plan: run.plan, diff }
}
