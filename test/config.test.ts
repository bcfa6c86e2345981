import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Environment, readConfig } from '../src/config.ts'

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' }
const database = { DATABASE_URL: 'postgresql://u:p@host/eksip' }
const oauth = {
  SLACK_SIGNING_SECRET: 'secret',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'client secret',
  TOKEN_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
}

describe('the settings of the program', () => {
  test.each([
    [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'fr_FR.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'en_US.UTF-8', EKSIP_LANGUAGE: 'fr' }, 'fr'],
  ])('%j: the language is %s', (environment, language) => {
    expect(readConfig(environment)).toMatchObject({ ok: true, value: { language } })
  })

  test('are all optional: nothing set means a local workspace and an embedded server', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        databaseUrl: null,
        migrationDatabaseUrl: null,
        slack: null,
        publicUrl: null,
        port: 3000,
        folder: '.eksip',
        isProduction: false,
        postgresPrograms: null,
        language: 'en',
        isPlain: false,
        logLevel: 'warn',
      },
    })
  })

  test('left empty, as in a copied .env.example, are not set', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', PORT: '', LOG_LEVEL: '', DATABASE_URL: '' })).toEqual(
      readConfig({}),
    )
  })

  test.each([
    ['https://eksip.example.com', 'https://eksip.example.com'],
    ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
  ])('of a public address %s are kept without a slash at the end', (address, publicUrl) => {
    expect(readConfig({ EKSIP_PUBLIC_URL: address })).toMatchObject({ value: { publicUrl } })
  })

  test('of one workspace are its token and its signing secret', () => {
    expect(readConfig({ ...slack, ...database, PORT: '8080' })).toMatchObject({
      ok: true,
      value: { port: 8080, slack: { kind: 'one-workspace', botToken: 'xoxb-1', apiUrl: null } },
    })
  })

  test('of Socket Mode need no signing secret', () => {
    const token = { SLACK_APP_TOKEN: 'xapp-1' }
    const { SLACK_SIGNING_SECRET: _, ...installs } = oauth
    for (const settings of [{ SLACK_BOT_TOKEN: 'xoxb-1' }, installs]) {
      expect(readConfig({ ...settings, ...token, ...database })).toMatchObject({
        ok: true,
        value: { slack: { appToken: 'xapp-1', signingSecret: null } },
      })
    }
    expect(readConfig(token)).toEqual({ ok: false, problems: ['SLACK_BOT_TOKEN is missing.'] })
  })

  test('of many workspaces are those of the installation', () => {
    expect(readConfig({ ...oauth, ...database })).toMatchObject({
      ok: true,
      value: { slack: { kind: 'many-workspaces', clientId: '1.2' } },
    })
  })

  test.each([
    ['a token alone', { SLACK_BOT_TOKEN: 'x' }, ['SLACK_SIGNING_SECRET is missing.']],
    ['a secret alone', { SLACK_SIGNING_SECRET: 'x' }, ['SLACK_BOT_TOKEN is missing.']],
    [
      'a client secret alone',
      { SLACK_CLIENT_SECRET: 'x' },
      [
        'SLACK_SIGNING_SECRET is missing.',
        'SLACK_CLIENT_ID is missing.',
        'TOKEN_ENCRYPTION_KEY is missing.',
      ],
    ],
    [
      'a client id alone',
      { SLACK_CLIENT_ID: 'x' },
      [
        'SLACK_SIGNING_SECRET is missing.',
        'SLACK_CLIENT_SECRET is missing.',
        'TOKEN_ENCRYPTION_KEY is missing.',
      ],
    ],
    [
      'a token and a client id',
      { ...slack, ...oauth, ...database },
      ['Set SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID for many, not both.'],
    ],
    [
      'a short key',
      { ...oauth, ...database, TOKEN_ENCRYPTION_KEY: 'c2hvcnQ=' },
      ['TOKEN_ENCRYPTION_KEY must be 32 bytes in base64.'],
    ],
    [
      'Slack without a database',
      slack,
      ['With Slack settings, DATABASE_URL must name the Postgres that keeps the history.'],
    ],
    [
      'an account to migrate with and none to serve with',
      { MIGRATION_DATABASE_URL: 'postgresql://owner@host/eksip' },
      ['With MIGRATION_DATABASE_URL, DATABASE_URL must be set as well.'],
    ],
  ])('with %s: refused, and said what is missing', (_, environment, problems) => {
    expect(readConfig(environment)).toEqual({ ok: false, problems })
  })

  test.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
    ['EKSIP_PUBLIC_URL', 'eksip.example.com'],
    ['EKSIP_PUBLIC_URL', 'ftp://eksip.example.com'],
    ['EKSIP_PUBLIC_URL', 'https://eksip.example.com/bot'],
  ])('%s=%s is refused by its name', (name, value) => {
    expect(readConfig({ [name]: value })).toMatchObject({
      ok: false,
      problems: [expect.stringContaining(name)],
    })
  })
})

test('the README has every setting, in the words of the schema', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(configurationTable())
})

test('.env.example names only settings that exist', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  const names = Array.from(example.matchAll(/^([A-Z_]+)=/gm), ([, name = '']) => name)
  expect(names.filter((name) => !(name in Environment.shape))).toEqual([])
})

function configurationTable(): string {
  const rows = Object.entries(Environment.shape).map(([name, schema]) => {
    const { description = '', default: fallback } = schema.meta() ?? {}
    return `| \`${name}\` | ${description} | ${typeof fallback === 'string' ? fallback : ''} |`
  })
  return ['| setting | meaning | default |', '| --- | --- | --- |', ...rows].join('\n')
}
