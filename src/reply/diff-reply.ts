import type { Diff } from '../diff/diff.ts'
import type { InputChange } from '../diff/inputs.ts'
import type { Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import type { Part, Span } from './reply.ts'

/** The figures that lead every comparison, changed or not; the others are named when they changed. */
const ALWAYS_NAMED: ReadonlySet<string> = new Set(['reserved', 'held'])

/** More changed inputs than this are counted, not named. */
const MOST_CAUSES = 8

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
  const namesGroups = [earlier, run].some(({ scenario }) => scenario.groups.length > 1)
  const line = [
    ...sinceSpans(earlier, words, now),
    words.reply.colon,
    changeText(diff, namesGroups, words),
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

function changeText(diff: Diff, namesGroups: boolean, words: Words): string {
  const { reply } = words
  const figures = diff.figures
    .filter(({ figure, delta }) => delta !== 0 || ALWAYS_NAMED.has(figure))
    .map(words.diff.figureChange)
  const hidden = diff.figures.length - figures.length
  const named = diff.inputs
    .slice(0, MOST_CAUSES)
    .map((change) => causeText(change, namesGroups, words))
  const rest = diff.inputs.length - named.length
  const causes = rest > 0 ? [...named, reply.andMore(rest)] : named
  const because =
    causes.length > 0
      ? ` · ${words.diff.because} ${causes.join(', ')}`
      : ` · ${words.diff.sameQuestion}`
  return `${figures.join(' · ')} · ${words.diff.unchanged(hidden)}${because}`
}

/** `nodes 2 → 3`, or `m5.large nodes 2 → 3` where the question has several node groups. */
function causeText(change: InputChange, namesGroups: boolean, words: Words): string {
  switch (change.kind) {
    case 'added':
      return words.diff.groupAdded(change.group, change.nodes)
    case 'removed':
      return words.diff.groupRemoved(change.group, change.nodes)
    case 'changed': {
      const field = words.diff.fieldName(change.field)
      const name = namesGroups && change.group ? words.diff.fieldOf(change.group, field) : field
      return `${name} ${words.diff.inputValue(change.from)} → ${words.diff.inputValue(change.to)}`
    }
  }
}
