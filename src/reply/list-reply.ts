import type { Page, Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import { numberColumns, textColumn } from './columns.ts'
import { amountText } from './figures.ts'
import { marked } from './marked.ts'
import type { Action, Part, Reply } from './reply.ts'
import { runLabel } from './run-label.ts'
import { shortened } from './shortened.ts'
import { variantsText } from './variants.ts'

/** A question is shown up to here; `show` has it whole. */
const LONGEST_QUESTION = 80

/** What a page of runs is shown with. */
export interface ListReplyContext {
  readonly page: Page
  /** The line that asks for the next page, or `null` after the last one. */
  readonly older: string | null
  /** All runs of a thread, where they are asked for; empty elsewhere. */
  readonly variants: readonly Run[]
  /** Whether there are places whose runs are listed nowhere else. */
  readonly hidesPrivate: boolean
  readonly words: Words
  readonly now: Date
}

/** Earlier runs as a table, newest first, with a way on to older ones. */
export function listReply(context: ListReplyContext): Reply {
  const { page, words } = context
  const { recall } = words
  const summary = page.runs.length === 0 ? recall.noRuns : headline(context)
  return {
    summary,
    audience: 'asker',
    parts: [
      { kind: 'heading', line: [{ bold: summary }] },
      ...(page.runs.length === 0 ? [] : [table(context)]),
      ...(page.unreadable.length === 0
        ? []
        : [{ kind: 'note', line: [recall.unreadable(page.unreadable)] } as const]),
      ...hintParts(context),
      ...wayOn(context),
    ],
  }
}

function hintParts({ page, words, hidesPrivate }: ListReplyContext): readonly Part[] {
  const [newest] = page.runs
  if (newest?.number) return [{ kind: 'note', line: marked(words.recall.listHint(newest.number)) }]
  return hidesPrivate ? [{ kind: 'note', line: marked(words.recall.onlyVisible) }] : []
}

function headline({ variants, words }: ListReplyContext): string {
  return variants.length > 1 ? variantsText(variants, words) : words.recall.runs
}

function table({ page, words, now }: ListReplyContext): Part {
  const { columns } = words.recall
  return {
    kind: 'table',
    columns: [
      ...[columns.run, columns.question].map(textColumn),
      ...numberColumns([columns.reserved, columns.held]),
      ...[columns.by, columns.asked].map(textColumn),
    ],
    rows: page.runs.map((run) => row(run, words, now)),
  }
}

function row(run: Run, words: Words, now: Date): readonly string[] {
  const { number, ago } = words.numbers
  const { line, plan, author, authorName, name, isPinned } = run
  const label = [isPinned ? '★' : '', runLabel(run, words), name ?? '']
  return [
    label.filter(Boolean).join(' '),
    shortened(line, LONGEST_QUESTION),
    number(plan.reserved),
    amountText(plan.held, words),
    authorName ?? author,
    ago(run.askedAt, now),
  ]
}

function wayOn({ page, older, words }: ListReplyContext): readonly Part[] {
  const [later, earlier] = page.runs.flatMap(({ number }) => number ?? [])
  const found: readonly (Action | null)[] = [
    later !== undefined && earlier !== undefined
      ? {
          label: words.recall.compareBoth(earlier, later),
          line: `compare #${earlier} #${later}`,
        }
      : null,
    older === null ? null : { label: words.recall.older, line: older },
  ]
  const actions = found.filter((action) => action !== null)
  return actions.length === 0 ? [] : [{ kind: 'actions', actions }]
}
