import { existsSync } from 'node:fs'
import { z } from 'zod'
import { languageOf, type Language } from './words/words.ts'
import { failure, success, type Result } from './result.ts'

/** An empty value in the environment (`NAME=` in a .env file) is no value. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const text = (description: string) => optional(z.string()).meta({ description })
const NO_PORT = 'must be a whole number from 0 to 65535'
const port = (fallback: number, description: string) =>
  optional(
    z.coerce
      .number({ error: NO_PORT })
      .int({ error: NO_PORT })
      .min(0, { error: NO_PORT })
      .max(65_535, { error: NO_PORT }),
  )
    .transform((value) => value ?? fallback)
    .meta({ description, default: `\`${fallback}\`` })

const NO_ADDRESS =
  'must be an address such as https://eksip.example.com, with nothing after the host'
/** Kept without a slash at its end. */
const publicUrl = (description: string) =>
  optional(
    z
      .url({ protocol: /^https?$/, error: NO_ADDRESS })
      .transform((value) => new URL(value))
      .refine(({ href, origin }) => href === `${origin}/`, { error: NO_ADDRESS })
      .transform(({ origin }) => origin),
  ).meta({ description })

/** Every setting of the program, by the name of its environment variable. The README shows this table. */
export const Environment = z.object({
  DATABASE_URL: text(
    'Postgres to keep the history in, as `postgresql://user:password@host/database`. Without it an embedded server is started.',
  ),
  MIGRATION_DATABASE_URL: text(
    'The same database under the account that owns its tables. Where it is given, migrations run with it, and the account of DATABASE_URL, which is made if it is not there, gets no more rights than it needs.',
  ),
  SLACK_BOT_TOKEN: text(
    'Bot token (`xoxb-…`) of an app installed in one workspace. Without Slack settings a local workspace is started.',
  ),
  SLACK_SIGNING_SECRET: text('Secret with which Slack signs its requests.'),
  SLACK_APP_TOKEN: text(
    'App-level token (`xapp-…`): the bot connects to Slack by Socket Mode and needs no address that Slack reaches; then no signing secret is needed.',
  ),
  SLACK_CLIENT_ID: text(
    'Client id of an app that several workspaces install; then no bot token is set.',
  ),
  SLACK_CLIENT_SECRET: text('Client secret of that app.'),
  TOKEN_ENCRYPTION_KEY: text(
    '32 random bytes in base64; the tokens of installations are stored encrypted with it.',
  ),
  SLACK_API_URL: text("Address of Slack's Web API, where it is not Slack's own."),
  EKSIP_PUBLIC_URL: publicUrl(
    'Address at which people reach the bot in a browser, such as `https://eksip.example.com`. Runs get links below it, which lead to their answers in Slack. Without it there are no links, but those of the local workspace.',
  ),
  PORT: port(
    3000,
    "Port of the bot's HTTP server; of the local workspace's page where no Slack settings are given.",
  ),
  EKSIP_FOLDER: text('Folder of the embedded server and its data.').meta({ default: '`.eksip`' }),
  EKSIP_POSTGRES_BIN: text(
    "Folder of Postgres's programs, where the embedded server shall not choose.",
  ),
  EKSIP_LANGUAGE: optional(z.enum(['en', 'fr'])).meta({
    description: 'Language of the answers, `en` or `fr`.',
    default: "the terminal's own (`LC_ALL`, `LANG`), else `en`",
  }),
  LC_ALL: text('Locale of the terminal.'),
  LANG: text('Locale of the terminal, where LC_ALL is not set.'),
  NO_COLOR: text('Any value: the terminal shows no colours and no bold type.'),
  NODE_ENV: text('`production`: the local workspace refuses to start.'),
  LOG_LEVEL: optional(z.enum(['debug', 'info', 'warn', 'error', 'silent'])).meta({
    description: 'How much is logged: debug, info, warn, error or silent.',
    default: 'info; warn beside a local workspace',
  }),
})

/** How the bot is known to Slack. */
export type SlackConfig = {
  /** `null` with Socket Mode, where nothing of Slack comes by HTTP. */
  readonly signingSecret: string | null
  /** For Socket Mode; `null`: Slack sends its requests by HTTP. */
  readonly appToken: string | null
  readonly apiUrl: string | null
} & (
  | { readonly kind: 'one-workspace'; readonly botToken: string }
  | {
      readonly kind: 'many-workspaces'
      readonly clientId: string
      readonly clientSecret: string
      readonly tokenKey: Buffer
    }
)

export interface Config {
  readonly databaseUrl: string | null
  /** `null`: migrations run with `databaseUrl`. */
  readonly migrationDatabaseUrl: string | null
  /** `null`: no Slack settings, so a local workspace stands in. */
  readonly slack: SlackConfig | null
  /** Where people reach the bot in a browser, without a slash at its end; `null`: nowhere. */
  readonly publicUrl: string | null
  readonly port: number
  readonly folder: string
  readonly isProduction: boolean
  readonly postgresPrograms: string | null
  readonly language: Language
  /** True where the terminal shall show plain characters only. */
  readonly isPlain: boolean
  readonly logLevel: NonNullable<Values['LOG_LEVEL']>
}

/**
 * The environment of the program, with what a `.env` file in the current folder adds to it; a
 * variable that is set already is left as it is.
 */
export function loadEnvironment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

/** Reads the settings of the program; what is wrong or missing is said in sentences, all at once. */
export function readConfig(environment: NodeJS.ProcessEnv): Result<Config, string> {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    return failure(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  }
  const values = parsed.data
  const slack = slackConfig(values)
  if (!slack.ok) return slack
  if (slack.value && values.DATABASE_URL === undefined) {
    return failure([
      'With Slack settings, DATABASE_URL must name the Postgres that keeps the history.',
    ])
  }
  if (values.MIGRATION_DATABASE_URL !== undefined && values.DATABASE_URL === undefined) {
    return failure(['With MIGRATION_DATABASE_URL, DATABASE_URL must be set as well.'])
  }
  return success({
    databaseUrl: values.DATABASE_URL ?? null,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL ?? null,
    slack: slack.value,
    publicUrl: values.EKSIP_PUBLIC_URL ?? null,
    port: values.PORT,
    folder: values.EKSIP_FOLDER ?? '.eksip',
    isProduction: values.NODE_ENV === 'production',
    postgresPrograms: values.EKSIP_POSTGRES_BIN ?? null,
    language: values.EKSIP_LANGUAGE ?? languageOf(values.LC_ALL ?? values.LANG ?? ''),
    isPlain: values.NO_COLOR !== undefined,
    logLevel: values.LOG_LEVEL ?? (slack.value ? 'info' : 'warn'),
  })
}

type Values = z.infer<typeof Environment>

const ONE_WORKSPACE = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'] as const
const MANY_WORKSPACES = [
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'TOKEN_ENCRYPTION_KEY',
] as const

function slackConfig(values: Values): Result<SlackConfig | null, string> {
  const names = [...ONE_WORKSPACE, ...MANY_WORKSPACES, 'SLACK_APP_TOKEN'] as const
  if (names.every((name) => values[name] === undefined)) return success(null)
  const door = {
    signingSecret: values.SLACK_SIGNING_SECRET ?? null,
    appToken: values.SLACK_APP_TOKEN ?? null,
    apiUrl: values.SLACK_API_URL ?? null,
  }
  const isForMany = MANY_WORKSPACES.slice(1).some((name) => values[name] !== undefined)
  if (isForMany) return manyWorkspaces(values, door)
  const botToken = values.SLACK_BOT_TOKEN
  if (!botToken || !isOpen(door)) return failure(missing(values, ONE_WORKSPACE))
  return success({ kind: 'one-workspace', botToken, ...door })
}

type Door = Pick<SlackConfig, 'signingSecret' | 'appToken' | 'apiUrl'>

/** Whether Slack's requests reach the bot, one way or the other. */
function isOpen({ signingSecret, appToken }: Door): boolean {
  return Boolean(signingSecret ?? appToken)
}

function manyWorkspaces(values: Values, door: Door): Result<SlackConfig, string> {
  if (values.SLACK_BOT_TOKEN !== undefined) {
    return failure([
      'Set SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID for many, not both.',
    ])
  }
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    TOKEN_ENCRYPTION_KEY: key,
  } = values
  if (!isOpen(door) || !clientId || !clientSecret || !key) {
    return failure(missing(values, MANY_WORKSPACES))
  }
  const tokenKey = Buffer.from(key, 'base64')
  if (tokenKey.length !== 32) return failure(['TOKEN_ENCRYPTION_KEY must be 32 bytes in base64.'])
  return success({ kind: 'many-workspaces', clientId, clientSecret, tokenKey, ...door })
}

/** What is missing; an app token stands in for the signing secret. */
function missing(values: Values, names: readonly (keyof Values)[]): readonly string[] {
  const needed = names.filter((name) => name !== 'SLACK_SIGNING_SECRET' || !values.SLACK_APP_TOKEN)
  return needed.filter((name) => !values[name]).map((name) => `${name} is missing.`)
}
