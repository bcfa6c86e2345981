import type { Figures } from '../allocation/waiting-pods.ts'
import type { ComparedRun } from '../diff/compare.ts'
import type { Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import { numberColumns, textColumn } from './columns.ts'
import type { Compared } from './compared.ts'
import { amountText } from './figures.ts'
import type { Part } from './reply.ts'
import { runLabel } from './run-label.ts'
import { waitingPods } from './waiting-pods.ts'

/**
 * A row for each run, the smallest figures marked, with a verdict where a run names a space. A run that
 * older rules answered has two: as it was stored, and by today's rules, which alone are compared.
 */
export function compareTable({ runs, comparison, words }: Compared): Part {
  const { columns } = words.reply
  const namesSpace = comparison.runs.some(({ today }) => today.fit)
  const figures = [columns.pods, columns.enis, columns.reserved, columns.held]
  return {
    kind: 'table',
    columns: [
      textColumn(words.diff.columns.run),
      ...numberColumns([...figures, words.diff.columns.pending]),
      ...(namesSpace ? [textColumn(words.diff.columns.space)] : []),
    ],
    rows: runs.flatMap((run, index) => {
      const compared = comparison.runs[index]
      return compared ? rowsOf(titleOf(run, words), compared, namesSpace, words) : []
    }),
  }
}

/** `#42 prod-blue`. */
function titleOf(run: Run, words: Words): string {
  return [runLabel(run, words), ...(run.name === null ? [] : [run.name])].join(' ')
}

function rowsOf(
  title: string,
  { pods, today, stored, isSmallest }: ComparedRun,
  namesSpace: boolean,
  words: Words,
): readonly (readonly string[])[] {
  const rowOf = (text: string, figures: Figures, marks: ComparedRun['isSmallest']) => [
    ...row(text, pods, figures, marks, words),
    ...(namesSpace ? [verdictText(figures, words)] : []),
  ]
  if (stored === null) return [rowOf(title, today, isSmallest)]
  return [
    rowOf(words.diff.asStored(title), stored, { reserved: false, held: false }),
    rowOf(words.diff.byTodaysRules(title), today, isSmallest),
  ]
}

function row(
  title: string,
  pods: number,
  figures: Figures,
  isSmallest: ComparedRun['isSmallest'],
  words: Words,
): readonly string[] {
  const { number } = words.numbers
  const { enis, reserved, held } = figures
  return [
    title,
    number(pods),
    amountText(enis, words),
    marked(number(reserved), isSmallest.reserved),
    marked(amountText(held, words), isSmallest.held),
    number(waitingPods(figures)),
  ]
}

/** Empty for a run that names no space. */
function verdictText({ fit }: Figures, words: Words): string {
  return fit ? words.diff.verdict(fit.verdict) : ''
}

function marked(text: string, isSmallest: boolean): string {
  return isSmallest ? `↓ ${text}` : text
}
