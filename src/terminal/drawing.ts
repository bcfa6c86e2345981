import type { Outcome } from '../answers/answered.ts'
import type { Reply } from '../reply/reply.ts'
import { draw } from './draw.ts'

/** What a terminal shows, and where: `stderr` for a request that had problems. */
export interface Drawing {
  readonly stream: 'stdout' | 'stderr'
  /** The text in pieces, as they come: an export may be longer than memory. */
  readonly text: AsyncIterable<string> | readonly string[]
}

/** Draws replies for a terminal, as text or, for scripts, as one line of JSON. */
export function drawing(options: { readonly isJson: boolean; readonly isStyled: boolean }) {
  return (reply: Reply, outcome: Outcome): Drawing => {
    if (outcome.kind === 'exported') return { stream: 'stdout', text: outcome.file.text }
    const value = options.isJson ? data(outcome) : null
    const text = value === null ? draw(reply, options.isStyled) : JSON.stringify(value)
    return { stream: outcome.kind === 'refused' ? 'stderr' : 'stdout', text: [`${text}\n`] }
  }
}

/** An outcome for scripts; `null` where there are only words for people. */
function data(outcome: Exclude<Outcome, { kind: 'exported' }>): object | null {
  if (outcome.kind === 'help') return null
  if (outcome.kind === 'listed') return outcome.page
  if (outcome.kind === 'answered') {
    const { run, diff } = outcome
    return { number: run.number, scenario: run.scenario, plan: run.plan, diff }
  }
  const { kind: _kind, ...rest } = outcome
  return rest
}
