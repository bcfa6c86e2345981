import type { Diff } from '../diff/diff.ts'
import type { Row } from '../diff/rows.ts'
import type { Words } from '../words/words.ts'
import { causeTexts } from './causes.ts'
import type { Compared } from './compared.ts'
import { figuresText } from './diff-reply.ts'
import { tellingFigures } from './leading-figures.ts'
import type { Line, Part } from './reply.ts'

/** More node groups than this are counted, not shown. */
const MOST_ROWS = 20

const SIGNS = { changed: '~', added: '+', removed: '−' } as const

/** What sets two runs apart: the causes with their parts, then the node groups that are not the same. */
export function comparePairParts({ runs, comparison, words }: Compared): readonly Part[] {
  const [before, after] = runs
  const [diff] = comparison.diffs
  if (!before || !after || !diff) return []
  const causes = causeTexts(diff, before, after, words)
  const lines = causes.length > 0 ? causes : [words.diff.sameInputs]
  return [
    { kind: 'text', line: [figuresText(diff, words)] },
    { kind: 'list', lines: lines.map((text) => [text]) },
    ...groupParts(diff, words),
  ]
}

/** Nothing where a single group is on both sides: its row would be the headline again. */
function groupParts(diff: Diff, words: Words): readonly Part[] {
  const groups = diff.rows.length + diff.unchanged
  if (groups === 1) return []
  const note = { kind: 'note', line: [noteText(diff, words)] } as const
  return diff.rows.length === 0 ? [note] : [{ kind: 'list', lines: rowLines(diff, words) }, note]
}

function noteText({ rows, unchanged }: Diff, words: Words): string {
  const texts = [
    ...(rows.length > 0 ? [words.diff.legend] : []),
    ...(unchanged > 0 ? [words.diff.groupsUnchanged(unchanged)] : []),
  ]
  return texts.join(' · ')
}

function rowLines({ rows }: Diff, words: Words): readonly Line[] {
  const shown = rows.slice(0, MOST_ROWS).map((row) => [rowText(row, words)])
  const rest = rows.length - shown.length
  return rest > 0 ? [...shown, [words.reply.andMore(rest)]] : shown
}

/** `~ m5.large → m5.xlarge · 2 → 3 nodes · reserved 60 → 90 (+30, +50 %) · held 60 → 60 (=)`. */
function rowText({ kind, from, to, figures }: Row, words: Words): string {
  const types = Array.from(new Set([from, to].flatMap((group) => (group ? [group.type] : []))))
  return [
    `${SIGNS[kind]} ${types.join(' → ')}`,
    words.diff.groupNodes((from ?? to)?.nodes ?? 0, (to ?? from)?.nodes ?? 0),
    ...tellingFigures(figures).map(words.diff.figureChange),
  ].join(' · ')
}
