import type { Diff } from '../diff/diff.ts'
import type { Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import { causeTexts } from './causes.ts'
import { LEADING, tellingFigures } from './leading-figures.ts'
import type { Part, Span } from './reply.ts'

/** The change against an earlier run: a sentence with both figures, and what caused it. */
export function diffParts(context: {
  readonly earlier: Run | null
  readonly diff: Diff | null
  readonly run: Run
  readonly words: Words
  readonly now: Date
}): readonly Part[] {
  const { earlier, diff, run, words, now } = context
  if (run.number === null) return []
  if (!earlier || !diff) return [{ kind: 'note', line: [words.diff.firstOfItsKind] }]
  const line = [
    ...sinceSpans(earlier, words, now),
    words.reply.colon,
    `${tellingText(diff, words)} · ${becauseText(diff, earlier, run, words)}`,
  ]
  return [{ kind: 'text', line }]
}

/** `since #39 (3 days ago, @colleague)`. */
function sinceSpans(earlier: Run, words: Words, now: Date): readonly Span[] {
  const when = words.numbers.ago(earlier.askedAt, now)
  return [
    words.diff.since(`#${earlier.number} (${when}, `),
    { user: earlier.author, name: earlier.authorName },
    ')',
  ]
}

/** `reserved 60 → 60 (=) · held 60 → 35 (−25, −42 %)`: what a planner decides on; `compare` has all. */
function tellingText({ figures }: Diff, words: Words): string {
  return tellingFigures(figures).map(words.diff.figureChange).join(' · ')
}

/** `reserved 60 → 60 (=) · held 60 → 35 (−25, −42 %) · 7 unchanged`. */
export function figuresText(diff: Diff, words: Words): string {
  const shown = diff.figures.filter(({ figure, delta }) => delta !== 0 || LEADING.has(figure))
  const hidden = diff.figures.length - shown.length
  return [...shown.map(words.diff.figureChange), words.diff.unchanged(hidden)].join(' · ')
}

function becauseText(diff: Diff, earlier: Run, run: Run, words: Words): string {
  const causes = causeTexts(diff, earlier, run, words)
  return causes.length > 0 ? `${words.diff.because} ${causes.join(', ')}` : words.diff.sameQuestion
}
