/**
 * eksip in a terminal: the same answers, kept in the same history.
 *
 *   npm run -s eksip -- t3.2xlarge 2 nodes 27 pods warm-ip=2 [--json] [--no-store]
 *
 * Exit code 0: answered; 2: the request had problems, all listed on stderr; 1: anything else.
 */
import { userInfo } from 'node:os'
import { pipeline } from 'node:stream/promises'
import { pino } from 'pino'
import { answer } from '../answer.ts'
import { loadEnvironment, readConfig, type Config } from '../config.ts'
import { openDatabase, type Database } from '../database/database.ts'
import type { Asker, History, Request } from '../history/history.ts'
import { lazyHistory } from '../history/lazy-history.ts'
import { NO_PREFERENCE } from '../history/preferences.ts'
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
  const { history, close } = isKept ? keptHistory(config.value) : UNKEPT_HISTORY
  try {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const means = { ...SLACKLESS, history, words, now: new Date(), timeZone, draw }
    const { stream, text } = await answer(line, asker(), ANY_TIME, means)
    await pipeline(text, process[stream], { end: false })
    process.exitCode = stream === 'stderr' ? 2 : 0
  } finally {
    await close()
  }
}

/** Channels and people are Slack's. */
const SLACKLESS = {
  isCanonical: false,
  budgets: null,
  preferences: null,
  preference: NO_PREFERENCE,
}

const UNKEPT_HISTORY = { history: UNKEPT, close: () => Promise.resolve() }

/** The history of the database, which is opened when something is to be kept, and not before. */
function keptHistory(config: Config): { history: History; close: () => Promise<void> } {
  let database: Database | undefined
  const history = lazyHistory(async () => {
    database = await openDatabase({
      url: config.databaseUrl,
      migrationUrl: config.migrationDatabaseUrl,
      isStrict: false,
      folder: config.folder,
      programs: config.postgresPrograms,
      logger: pino({ level: 'warn' }, pino.destination(2)),
      patience: 'person',
    })
    return prismaHistory(database.prisma, database.pool, warn)
  })
  return { history, close: async () => database?.close() }
}

function warn(error: Error): void {
  process.stderr.write(`eksip: ${error.message}\n`)
}

function asker(): Asker {
  const { username } = userInfo()
  return {
    workspace: 'local',
    channel: 'terminal',
    thread: null,
    isPrivate: false,
    author: username,
    authorName: username,
    isAdmin: true,
  }
}

/** Whoever types the same line again gets another run, and a person waits. */
const ANY_TIME: Request = { key: null, answerBy: null, delivery: null }

/** The reason of a failure says more than that there was one. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}

main().catch((error: unknown) => {
  process.stderr.write(`eksip: ${messageOf(error)}\n`)
  process.exitCode = 1
})
