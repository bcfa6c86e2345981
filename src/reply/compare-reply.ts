import { format } from '../command/format.ts'
import type { Run } from '../history/history.ts'
import { hasLimitsByHand } from '../scenario/type-name.ts'
import type { Compared } from './compared.ts'
import { compareHeadline } from './compare-headline.ts'
import { comparePairParts } from './compare-pair.ts'
import { compareTable } from './compare-table.ts'
import { causeTexts } from './causes.ts'
import { tellingFigures } from './leading-figures.ts'
import type { Action, Line, Part, Reply } from './reply.ts'
import { runLabel } from './run-label.ts'
import { shortened } from './shortened.ts'

/** A question is shown up to here; ten of them have to fit into a message. */
const LONGEST_QUESTION = 120

/** Where several runs are compared with the first, so many causes are named for each. */
const MOST_CAUSES = 4

/** What a comparison is shown with. */
export interface CompareReplyContext extends Compared {
  /** The nearest run that all of them come from, where there is one. */
  readonly ancestor: Run | null
  readonly now: Date
}

/** Runs side by side: what the difference is, every figure of each run, and what caused the difference. */
export function compareReply(context: CompareReplyContext): Reply {
  const { runs, words } = context
  const title = words.diff.comparisonOf(runs.map((run) => runLabel(run, words)))
  const headline = compareHeadline(context)
  return {
    summary: `${title}${words.reply.colon}${headline}`,
    audience: 'channel',
    again: {
      label: words.surfaces.buttons.showAll,
      line: `compare ${runs.map((run) => runLabel(run, words)).join(' ')}`,
    },
    parts: [
      { kind: 'heading', line: [{ bold: title }] },
      { kind: 'list', lines: runs.map((run) => runLine(run, context)) },
      { kind: 'text', line: [{ bold: headline }] },
      compareTable(context),
      ...markParts(context),
      ...(runs.length === 2 ? comparePairParts(context) : againstFirst(context)),
      ...ancestorParts(context),
      ...actionParts(context),
    ],
  }
}

/** What the mark in the table says, where there is one. */
function markParts({ comparison, words }: CompareReplyContext): readonly Part[] {
  const isMarked = comparison.runs.some(({ isSmallest }) => isSmallest.reserved || isSmallest.held)
  return isMarked ? [{ kind: 'note', line: [words.diff.smallestMark] }] : []
}

/** `#41 · t3.2xlarge 2 nodes 27 pods · 3 days ago, @ada`. */
function runLine(run: Run, { words, now }: CompareReplyContext): Line {
  return [
    { bold: runLabel(run, words) },
    ` · ${shortened(run.line, LONGEST_QUESTION)} · ${words.numbers.ago(run.askedAt, now)}, `,
    { user: run.author, name: run.authorName },
  ]
}

/** What sets each run apart from the first: a line for each. */
function againstFirst({ runs, comparison, words }: CompareReplyContext): readonly Part[] {
  const [first, ...others] = runs
  if (!first) return []
  const lines = others.flatMap((run, index) => {
    const diff = comparison.diffs[index]
    if (!diff) return []
    const label = words.diff.against(runLabel(run, words), runLabel(first, words))
    const figures = tellingFigures(diff.figures).map(words.diff.figureChange)
    const causes = causeTexts(diff, first, run, words, MOST_CAUSES).join(', ')
    const because = causes === '' ? words.diff.sameInputs : `${words.diff.because} ${causes}`
    return [[{ bold: label }, `${words.reply.colon}${[...figures, because].join(' · ')}`]]
  })
  return [{ kind: 'list', lines }]
}

function ancestorParts({ ancestor, runs, words }: CompareReplyContext): readonly Part[] {
  if (!ancestor) return []
  const text = words.diff.commonAncestor(runLabel(ancestor, words))
  const isShown = runs.some(({ number }) => number === ancestor.number)
  return [
    {
      kind: 'note',
      line: [isShown ? text : `${text} · ${shortened(ancestor.line, LONGEST_QUESTION)}`],
    },
  ]
}

/** Each run once more, as a run of today; limits given by hand are not part of a line. */
function actionParts({ runs, words }: CompareReplyContext): readonly Part[] {
  const actions = runs.flatMap((run): readonly Action[] => {
    if (hasLimitsByHand(run.scenario)) return []
    const label = words.diff.askAgain(runLabel(run, words))
    return [{ label, line: format(run.scenario, run.name) }]
  })
  return actions.length > 0 ? [{ kind: 'actions', actions }] : []
}
