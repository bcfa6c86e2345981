import type { Hint } from '../command/hint.ts'
import { parse } from '../command/parse.ts'
import type { Kept, Run } from '../history/history.ts'
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
export function remarksOn(question: Settled, kept: Kept, words: Words): readonly Line[] {
  const { base, inherited, hints } = question
  const isAlready = kept.status === 'already'
  const texts = [
    ...(isAlready ? [words.recall.already(`#${kept.run.number}`)] : []),
    ...(base ? [originText(base.number, inherited, words)] : []),
    ...hintTexts(hints, words),
  ]
  return texts.map(marked)
}

function originText(base: number, inherited: readonly string[], words: Words): string {
  const { recall } = words
  return inherited.length === 0
    ? recall.whatIfOf(`#${base}`)
    : recall.inherited(`#${base}`, inherited.join(' · '))
}

/** What can be said of a run that was stored: less, for what was typed is not known any more. */
export function storedRemarks({ line, parent }: Run, words: Words): readonly Line[] {
  const parsed = parse(line)
  const hints = parsed.ok && parsed.value.kind === 'ask' ? parsed.value.hints : []
  const origin = parent === null ? [] : [words.recall.whatIfOf(`#${parent}`)]
  return [...origin, ...hintTexts(hints, words)].map(marked)
}

function hintTexts(hints: readonly Hint[], words: Words): readonly string[] {
  return hints
    .filter(({ code }) => !TOLD_BY_REASONS.has(code))
    .map((hint) => words.hints.hintText(hint))
}
