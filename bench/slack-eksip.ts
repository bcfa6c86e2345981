/** The bot as main.ts starts it, for one workspace, and without its limits for each person and workspace. */
import { pino } from 'pino'
import { openDatabase } from '../src/database/database.ts'
import { startSlack } from '../src/slack/app.ts'
import { storesIn } from '../src/stores.ts'
import { serveMeasurement } from './slack-serve.ts'

const logger = pino({ level: 'silent' })
const database = await openDatabase({
  url: process.env['DATABASE_URL'] ?? '',
  migrationUrl: process.env['MIGRATION_DATABASE_URL'] ?? '',
  isStrict: true,
  folder: '',
  programs: null,
  logger,
  patience: 'slack',
})
const bot = await startSlack({
  slack: {
    kind: 'one-workspace',
    botToken: 'xoxb-1',
    signingSecret: process.env['SECRET'] ?? '',
    appToken: null,
    apiUrl: process.env['SLACK_API_URL'] ?? '',
  },
  address: { port: 0, host: '127.0.0.1' },
  logger,
  language: 'en',
  now: () => new Date(),
  ...storesIn(database, (error) => logger.error(error)),
  purge: () => Promise.resolve(),
  isReady: () => Promise.resolve(true),
  onLost: (error) => logger.error(error),
  pace: { take: () => null },
})
serveMeasurement(bot.url)
