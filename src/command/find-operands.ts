import { failure, success } from '../result.ts'
import type { Find } from './command.ts'
import { isSymbol, peek, plainAt, wordOf } from './cursor.ts'
import type { Operands } from './operands.ts'
import { readDays } from './read-days.ts'
import { passUnused, readFind } from './read-find.ts'
import { problem } from './reading.ts'
import { oneRun } from './run-operands.ts'
import type { RunReference } from './run-reference.ts'
import { LAST } from './vocabulary.ts'

/** One run, or which runs are looked for. */
type Asked = { readonly run: RunReference } | { readonly find: Find }

/** `history #42` alone tells where that run comes from; all else says which runs are looked for. */
export const runOrFind: Operands<Asked> = (cursor, context) => {
  passUnused(cursor)
  const isRunAlone = isSymbol(peek(cursor), '#') && peek(cursor, 2) === undefined
  const isLast = LAST.has(plainAt(cursor)) && peek(cursor, 1) === undefined
  const isNumber = /^\d+$/.test(wordOf(peek(cursor))) && readDays({ ...cursor }) === null
  if (isRunAlone || isLast || isNumber) return oneRun(cursor, context)
  const find = readFind(cursor, context.word)
  return find.ok ? success({ find: find.value }) : find
}

/** Formats that people ask for, with the nearest one that there is. */
const OTHER_FORMATS: ReadonlyMap<string, 'csv' | 'json'> = new Map([
  ...(['xlsx', 'xls', 'excel', 'tsv', 'pdf'] as const).map((word) => [word, 'csv'] as const),
  ...(['yaml', 'yml', 'jsonl'] as const).map((word) => [word, 'json'] as const),
])

/** The format of a file, CSV where none is named, and the runs that are to be in it. */
export const formatAndFind: Operands<{
  readonly format: 'csv' | 'json'
  readonly find: Find
}> = (cursor, context) => {
  passUnused(cursor)
  const word = wordOf(peek(cursor))
  if (OTHER_FORMATS.has(word)) {
    const wrong = { code: 'wrong-value', word: 'export', values: ['csv', 'json'] } as const
    return failure([problem(cursor, cursor.index++, wrong, OTHER_FORMATS.get(word) ?? null)])
  }
  if (word === 'csv' || word === 'json') cursor.index++
  const find = readFind(cursor, context.word)
  return find.ok ? success({ format: word === 'json' ? 'json' : 'csv', find: find.value }) : find
}
