/**
 * eksip in a terminal: the same answers, kept in the same history.
 *
 *   npm run -s eksip -- t3.2xlarge 2 nodes 27 pods warm-ip=2 [--json] [--no-store]
 *
 * Exit code 0: answered; 2: the request had problems, all listed on stderr; 1: anything else.
 */
import { userInfo } from 'node:os'
import { pino } from 'pino'
import { answer } from '../answer.ts'
import { loadEnvironment, readConfig, type Config } from '../config.ts'
import { openDatabase } from '../database/database.ts'
import type { Asker, History } from '../history/history.ts'
import { prismaHistory } from '../history/prisma-history.ts'
import { UNKEPT } from '../history/unkept.ts'
import { WORDS } from '../words/words.ts'
import { readArguments } from './arguments.ts'
import { drawing } from './drawing.ts'

async function main(): Promise<void> {
  const config = readConfig(loadEnvironment())
  if (!config.ok) throw new Error(config.problems.join('\n'))
  const { line, isJson, isKept } = readArguments(process.argv.slice(2))
  const words = WORDS[config.value.language]
  const draw = drawing({ isJson, isStyled: process.stdout.isTTY && !config.value.isPlain })
  const ask = (history: History) => answer(line, asker(), { history, words, now: new Date(), draw })
  const { stream, text } = isKept ? await withHistory(config.value, ask) : await ask(UNKEPT)
  process[stream].write(`${text}\n`)
  process.exitCode = stream === 'stderr' ? 2 : 0
}

function asker(): Asker {
  const { username } = userInfo()
  return {
    workspace: 'local',
    channel: 'terminal',
    author: username,
    authorName: username,
    requestKey: null,
  }
}

/** Uses the history of the database, and closes it whatever happens. */
async function withHistory<T>(config: Config, use: (history: History) => Promise<T>): Promise<T> {
  const database = await openDatabase({
    url: config.databaseUrl,
    folder: config.folder,
    programs: config.postgresPrograms,
    logger: pino({ level: 'warn' }, pino.destination(2)),
    patience: 'person',
  })
  try {
    return await use(prismaHistory(database.prisma))
  } finally {
    await database.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`eksip: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
