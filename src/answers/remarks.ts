import type { Hint } from '../command/hint.ts'
import type { Kept } from '../history/history.ts'
import { marked } from '../reply/marked.ts'
import type { Line } from '../reply/reply.ts'
import type { Words } from '../words/words.ts'
import type { Settled } from './question.ts'

/** The reasons below the figures say these already. */
const TOLD_BY_REASONS: ReadonlySet<Hint['code']> = new Set([
  'prefix-on-xen',
  'prefix-before-1.9',
  'whole-enis-before-1.9',
])

/** What is to be said about a question beside its answer: where it comes from, and what is odd. */
export function remarksOn(asked: {
  readonly question: Settled
  /** What is odd in the line itself. */
  readonly hints: readonly Hint[]
  readonly kept: Kept
  readonly words: Words
}): readonly Line[] {
  const { question, hints, kept, words } = asked
  const { base, inherited } = question
  const isAlready = kept.status === 'already'
  const texts = [
    ...(isAlready ? [words.recall.already(`#${kept.run.number}`)] : []),
    ...(base ? [words.recall.inherited(`#${base.number}`, inherited.join(' '))] : []),
    ...[...hints, ...question.hints]
      .filter(({ code }) => !TOLD_BY_REASONS.has(code))
      .map((hint) => words.hints.hintText(hint)),
  ]
  return texts.map(marked)
}
