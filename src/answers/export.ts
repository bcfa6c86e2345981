import { stringify } from 'csv-stringify/sync'
import { maxOf } from '../allocation/amount.ts'
import type { Command } from '../command/command.ts'
import { formatCommand } from '../command/format-command.ts'
import type { Run } from '../history/history.ts'
import { marked } from '../reply/marked.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { excerptOf, type Piece } from './excerpt.ts'
import { queryOf } from './list.ts'

/** The runs that somebody asks for, newest first, as a file that is read while it is written. */
export async function exportRuns(
  command: Extract<Command, { kind: 'export' }>,
  context: Context,
): Promise<Answered> {
  const { find, format } = command
  const { history, asker, words, linkOf } = context
  const runs = history.every(asker, queryOf(find, context))
  const pieces = format === 'csv' ? csv(runs, linkOf) : json(runs, linkOf)
  const { exportName, exported } = words.recall
  return {
    reply: {
      summary: exported,
      audience: 'asker',
      parts: [{ kind: 'text', line: marked(exported) }],
    },
    outcome: {
      kind: 'exported',
      file: {
        name: `${exportName}.${format}`,
        text: textOf(pieces),
        upTo: (bytes, signal) => excerptOf(pieces, format === 'csv' ? '' : JSON_END, bytes, signal),
        before: (run) => formatCommand({ ...command, find: { ...find, before: run } }),
      },
    },
  }
}

type Cell = string | number | null
type Column = readonly [title: string, read: (run: Run) => Cell]

/** Of a range, the upper end. */
const COLUMNS: readonly Column[] = [
  ['number', (run) => run.number],
  ['name', (run) => run.name],
  ['asked_at', (run) => run.askedAt.toISOString()],
  ['author', (run) => run.authorName ?? run.author],
  ['channel', (run) => run.channel],
  ['parent', (run) => run.parent],
  ['question', (run) => run.line],
  ['cni', ({ scenario }) => scenario.cni],
  ['engine', (run) => run.engine],
  ['reserved', ({ plan }) => plan.reserved],
  ['held', ({ plan }) => maxOf(plan.held)],
  ['enis', ({ plan }) => maxOf(plan.enis)],
  ['usable', ({ plan }) => plan.usable],
  ['used', ({ plan }) => plan.used],
  ['warm', ({ plan }) => plan.warm],
  ['pending', ({ plan }) => plan.pending],
]

type LinkOf = Context['linkOf']

async function* csv(runs: AsyncIterable<Run>, linkOf: LinkOf): AsyncGenerator<Piece> {
  const columns: readonly Column[] = linkOf
    ? [...COLUMNS, ['link', ({ number }) => number && linkOf(number)]]
    : COLUMNS
  yield { text: stringify([columns.map(([title]) => title)]), run: null }
  // A spreadsheet would compute a name such as `=1+1`; the library puts a quote before it.
  for await (const run of runs) {
    const row = columns.map(([, read]) => read(run))
    yield { text: stringify([row], { escape_formulas: true }), run: run.number }
  }
}

const JSON_END = '\n]\n'

/** One JSON array, a run on each line. */
async function* json(runs: AsyncIterable<Run>, linkOf: LinkOf): AsyncGenerator<Piece> {
  let before = '[\n'
  for await (const run of runs) {
    const link = run.number === null ? undefined : linkOf?.(run.number)
    yield { text: `${before}${JSON.stringify({ ...run, link })}`, run: run.number }
    before = ',\n'
  }
  yield { text: before === '[\n' ? '[]\n' : JSON_END, run: null }
}

async function* textOf(pieces: AsyncIterable<Piece>): AsyncGenerator<string> {
  for await (const { text } of pieces) yield text
}
