import { stringify } from 'csv-stringify/sync'
import type { Command } from '../command/command.ts'
import { upper } from '../diff/figures.ts'
import type { Run } from '../history/history.ts'
import { marked } from '../reply/marked.ts'
import type { Answered } from './answered.ts'
import type { Context } from './context.ts'
import { queryOf } from './list.ts'

/** The runs that somebody asks for, newest first, as a file that is read while it is written. */
export async function exportRuns(
  { find, format }: Extract<Command, { kind: 'export' }>,
  context: Context,
): Promise<Answered> {
  const { history, asker, words } = context
  const runs = history.every(asker, queryOf(find, context))
  const { exportName, exported } = words.recall
  return {
    reply: {
      summary: exported,
      audience: 'asker',
      parts: [{ kind: 'text', line: marked(exported) }],
    },
    outcome: {
      kind: 'exported',
      file: { name: `${exportName}.${format}`, text: format === 'csv' ? csv(runs) : json(runs) },
    },
  }
}

const COLUMNS = [
  'number',
  'name',
  'asked_at',
  'author',
  'channel',
  'parent',
  'question',
  'cni',
  'engine',
  'reserved',
  'held',
  'enis',
  'usable',
  'used',
  'warm',
  'pending',
]

async function* csv(runs: AsyncIterable<Run>): AsyncGenerator<string> {
  yield stringify([COLUMNS])
  // A spreadsheet would compute a name such as `=1+1`; the library puts a quote before it.
  for await (const run of runs) yield stringify([csvRow(run)], { escape_formulas: true })
}

function csvRow(run: Run): readonly (string | number | null)[] {
  const { plan, scenario } = run
  return [
    run.number,
    run.name,
    run.askedAt.toISOString(),
    run.authorName ?? run.author,
    run.channel,
    run.parent,
    run.line,
    scenario.cni,
    run.engine,
    plan.reserved,
    upper(plan.held),
    upper(plan.enis),
    plan.usable,
    plan.used,
    plan.warm,
    plan.pending,
  ]
}

/** One JSON array, a run on each line. */
async function* json(runs: AsyncIterable<Run>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const run of runs) {
    yield `${before}${JSON.stringify(run)}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
