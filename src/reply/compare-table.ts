import type { Totals } from '../allocation/plan.ts'
import type { ComparedRun } from '../diff/compare.ts'
import type { Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import { numberColumns, textColumn } from './columns.ts'
import type { Compared } from './compared.ts'
import { amountText } from './figures.ts'
import type { Part } from './reply.ts'
import { runLabel } from './run-label.ts'

/**
 * A row for each run, the smallest figures marked. A run that older rules answered has two: as it was
 * stored, and by today's rules, which alone are compared.
 */
export function compareTable({ runs, comparison, words }: Compared): Part {
  const { columns } = words.reply
  const figures = [columns.pods, columns.enis, columns.reserved, columns.held]
  return {
    kind: 'table',
    columns: [
      textColumn(words.diff.columns.run),
      ...numberColumns([...figures, words.diff.columns.pending]),
    ],
    rows: runs.flatMap((run, index) => {
      const compared = comparison.runs[index]
      return compared ? rowsOf(titleOf(run, words), compared, words) : []
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
  words: Words,
): readonly (readonly string[])[] {
  if (stored === null) return [row(title, pods, today, isSmallest, words)]
  return [
    row(words.diff.asStored(title), pods, stored, { reserved: false, held: false }, words),
    row(words.diff.byTodaysRules(title), pods, today, isSmallest, words),
  ]
}

function row(
  title: string,
  pods: number,
  { enis, reserved, held, pending }: Totals,
  isSmallest: ComparedRun['isSmallest'],
  words: Words,
): readonly string[] {
  const { number } = words.numbers
  return [
    title,
    number(pods),
    amountText(enis, words),
    marked(number(reserved), isSmallest.reserved),
    marked(amountText(held, words), isSmallest.held),
    number(pending),
  ]
}

function marked(text: string, isSmallest: boolean): string {
  return isSmallest ? `↓ ${text}` : text
}
