import { pino, type Logger } from 'pino'
import { loadEnvironment, readConfig, type Config } from './config.ts'
import { openDatabase, type Database } from './database/database.ts'
import { purge } from './history/purge.ts'
import { startLocally, type Running, type StartBot } from './local.ts'
import { startSlack } from './slack/app.ts'
import { readStartOptions, type StartOptions } from './start-options.ts'
import { storesIn } from './stores.ts'

/** Starts everything from the settings in the environment, and stops it in the reverse order. */
async function main(): Promise<void> {
  const config = readConfig(loadEnvironment())
  if (!config.ok) return fail(config.problems)
  const options = readStartOptions(process.argv.slice(2))
  if (!options.ok) return fail(options.problems)
  if (options.value.isFresh && config.value.slack) return fail([NOTHING_TO_REFRESH])
  const logger = pino({ level: config.value.logLevel })
  const started: Running[] = []
  const starting = start(config.value, options.value, logger, started)
  stopOnSignal(async () => {
    // What is being started right now must be up before it can be taken down.
    await starting.catch(() => undefined)
    await stopAll(started)
  }, logger)
  process.on('unhandledRejection', (error) => {
    // One request that a library stumbles over must not end all others.
    logger.error({ err: error }, 'an error that nobody handled')
  })
  await starting.catch(async (error: unknown) => {
    await stopAll(started)
    throw error
  })
}

/** What is kept for a real workspace is nobody's to throw away at a start. */
const NOTHING_TO_REFRESH = '--fresh is for the local workspace; the settings name a Slack app.'

async function start(
  config: Config,
  options: StartOptions,
  logger: Logger,
  started: Running[],
): Promise<void> {
  const database = await openDatabase({
    url: config.databaseUrl,
    migrationUrl: config.migrationDatabaseUrl,
    isStrict: config.slack !== null,
    folder: config.folder,
    programs: config.postgresPrograms,
    logger,
    patience: 'slack',
  })
  started.push({ stop: () => database.close() })
  started.push(await startDoors(config, options, database, logger))
}

async function stopAll(started: Running[]): Promise<void> {
  for (let last = started.pop(); last !== undefined; last = started.pop()) await last.stop()
}

function startDoors(
  config: Config,
  options: StartOptions,
  database: Database,
  logger: Logger,
): Promise<Running> {
  const { slack, folder, isProduction, publicUrl } = config
  const port = options.port ?? config.port
  const onUnreadable = (error: Error) => {
    logger.error({ err: error }, 'a stored run cannot be read')
  }
  const bot: StartBot = (identity, address, reached) =>
    startSlack({
      slack: identity,
      address,
      ...reached,
      logger,
      language: config.language,
      now: () => new Date(),
      ...storesIn(database, onUnreadable),
      purge: (workspace) => purge(database.prisma, workspace),
      onLost: (error) => fail([error.message]),
      isReady: () => database.isReady(),
    })
  if (slack)
    return bot(
      slack,
      { port, host: '0.0.0.0' },
      { publicUrl: publicUrl === null ? null : () => publicUrl },
    )
  const forget = (workspace: string) => purge(database.prisma, workspace)
  return startLocally({ port, folder, isProduction, isFresh: options.isFresh, forget }, bot)
}

/** npm and its shell pass a Ctrl-C on once more each; a person needs longer for a second one. */
const ECHO_MS = 1_000

/** The first signal stops in good order; a second one, or ten seconds, ends the process at once. */
function stopOnSignal(stop: () => Promise<void>, logger: Logger): void {
  let stoppingSince: number | null = null
  const onSignal = (signal: NodeJS.Signals) => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > ECHO_MS) process.exit(1)
      return
    }
    stoppingSince = performance.now()
    logger.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), 10_000).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail([String(error)]),
    )
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
}

function fail(problems: readonly string[]): void {
  for (const problem of problems) process.stderr.write(`eksip: ${problem}\n`)
  process.exit(1)
}

/** What kept the program from starting, in a sentence that says what to do where that is known. */
function startProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isTaken = 'code' in error && error.code === 'EADDRINUSE' && 'port' in error
  return isTaken
    ? `Port ${String(error.port)} is taken; choose another one: npm start -- --port 4000, or PORT in .env.`
    : error.message
}

main().catch((error: unknown) => fail([startProblem(error)]))
