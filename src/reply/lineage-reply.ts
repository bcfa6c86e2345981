import type { Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import { amountText } from './figures.ts'
import { marked } from './marked.ts'
import type { Part, Reply } from './reply.ts'
import { runLabel } from './run-label.ts'
import { shortened } from './shortened.ts'

/** More runs than this are counted, not drawn. */
const MOST_DRAWN = 40
/** A question is drawn up to here. */
const LONGEST_QUESTION = 60

/** What a line of descent is shown with. */
export interface LineageReplyContext {
  /** The run that was asked for; it is marked. */
  readonly run: Run
  /** It and its relatives, oldest first. */
  readonly runs: readonly Run[]
  readonly words: Words
}

/** The runs that a run comes from and those that came of it, as a tree. */
export function lineageReply({ run, runs, words }: LineageReplyContext): Reply {
  const { recall, reply } = words
  const label = runLabel(run, words)
  const title = recall.lineageOf(label)
  const lines = rootsOf(runs).flatMap((root) => branch(root, runs, run, words))
  const rest = lines.length - MOST_DRAWN
  const drawn = rest > 0 ? [...lines.slice(0, MOST_DRAWN), reply.andMore(rest)] : lines
  const note: readonly Part[] =
    runs.length > 1 ? [] : [{ kind: 'note', line: marked(recall.noLineage(label)) }]
  return {
    summary: title,
    audience: 'asker',
    parts: [
      { kind: 'heading', line: [{ bold: title }] },
      { kind: 'code', text: drawn.join('\n') },
      ...note,
    ],
  }
}

/** Runs whose parent is not among the others: none, deleted, or not to be seen. */
function rootsOf(runs: readonly Run[]): readonly Run[] {
  const numbers = new Set(runs.map(({ number }) => number))
  return runs.filter(({ parent }) => parent === null || !numbers.has(parent))
}

/** A run, and below it what came of it, each step further in. */
function branch(run: Run, runs: readonly Run[], asked: Run, words: Words): readonly string[] {
  const children = runs.filter(({ parent }) => parent === run.number)
  return [
    `${runText(run, words)}${run.number === asked.number ? ' ◀' : ''}`,
    ...children.flatMap((child, index) => {
      const isLast = index === children.length - 1
      const [first = '', ...below] = branch(child, runs, asked, words)
      return [
        `${isLast ? '└─ ' : '├─ '}${first}`,
        ...below.map((line) => `${isLast ? '   ' : '│  '}${line}`),
      ]
    }),
  ]
}

function runText(run: Run, words: Words): string {
  const { line, plan, name } = run
  const question = shortened(line, LONGEST_QUESTION)
  const figures = words.recall.runFigures(plan.reserved, amountText(plan.held, words))
  return [`${runLabel(run, words)} ${question}`, ...(name === null ? [] : [name]), figures].join(
    ' · ',
  )
}
