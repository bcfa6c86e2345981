import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isMap, isScalar, parse, parseDocument, type YAMLMap } from 'yaml'
import { z } from 'zod'
import { Environment, readConfig } from '../../src/config.ts'
import { healthRoutes } from '../../src/slack/health.ts'
import { readChart, renderedLines, secretsOf, templateNames } from './template.ts'

const deployment = readChart('templates/deployment.yaml')
const migration = readChart('templates/migration.yaml')
const templates = templateNames().map((name) => readChart(`templates/${name}`))
const values: unknown = parse(readChart('values.yaml'))

const Schema = z.looseObject({ properties: z.record(z.string(), z.looseObject({})) })
const schema = Schema.parse(JSON.parse(readChart('values.schema.json')))
const Values = z.fromJSONSchema(schema)

/** What the values must be given, as in README.md. */
const required = {
  image: { repository: 'registry.example.com/eksip', tag: '', pullSecrets: [] },
  secrets: { serving: 'eksip', migration: 'eksip-owner' },
}

describe('the values of the chart', () => {
  test('have a schema, each of them, and all that the schema knows have a default', () => {
    const { global: _, ...properties } = schema.properties
    expect(pathsOf(values).toSorted()).toEqual(describedPaths(properties).toSorted())
  })

  test('are legal once the image and the Secrets are named, and not before', () => {
    expect(issuesOf(values)).toEqual(['image.repository', 'secrets.migration', 'secrets.serving'])
    expect(issuesOf(withValues(required))).toEqual([])
  })

  test.each([
    ['settings', { EKSIP_PUBLIC_URL: 'eksip.example.com' }],
    ['settings', { EKSIP_PUBLIC_URL: 'https://eksip.example.com/bot' }],
    ['settings', { LOG_LEVEL: 'loud' }],
    ['settings', { DATABASE_URL: 'postgresql://u:p@host/eksip' }],
    ['slack', { installs: 'two-workspaces' }],
    ['slack', { botToken: 'xoxb-1' }],
    ['image', { repository: '' }],
  ])('of %s cannot be %j', (name, wrong) => {
    const whole = withValues(required)
    const part = z.looseObject({}).parse(whole[name])
    const paths = issuesOf({ ...whole, [name]: { ...part, ...wrong } })
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.filter((path) => !path.startsWith(name))).toEqual([])
  })

  test('are told about, each of them', () => {
    const document = parseDocument(readChart('values.yaml'))
    if (!isMap(document.contents)) throw new Error('no map')
    expect(keysWithoutComment(document.contents, document.commentBefore ?? '')).toEqual([])
  })

  test('are all used, and all that is used is there', () => {
    const used = Array.from(
      templates.join('\n').matchAll(/\.Values\.([\w.]+)/g),
      ([, path]) => path,
    )
    const known = pathsOf(values)
    // A template may take a whole branch, such as `resources`.
    const isUsed = (path: string) => used.some((one) => `${path}.`.startsWith(`${one}.`))
    const isKnown = (path = '') => known.some((one) => `${one}.`.startsWith(`${path}.`))
    expect(known.filter((path) => !isUsed(path))).toEqual([])
    expect(used.filter((path) => !isKnown(path))).toEqual([])
  })

  test('of settings are what the program takes', () => {
    const { settings } = z.looseObject({ settings: z.record(z.string(), z.string()) }).parse(values)
    expect(Object.keys(settings).filter((name) => !(name in Environment.shape))).toEqual([])
    expect(readConfig(settings)).toMatchObject({ ok: true })
    const choices = z.looseObject({
      properties: z.record(z.string(), z.looseObject({ enum: z.array(z.string()).optional() })),
    })
    const { properties } = choices.parse(schema.properties['settings'])
    const offered = Object.entries(properties).flatMap(([name, each]) =>
      (each.enum ?? []).map((value) => ({ [name]: value })),
    )
    expect(offered).toHaveLength(9)
    expect(offered.filter((setting) => !readConfig(setting).ok)).toEqual([])
  })
})

const MANY = 'eq .Values.slack.installs "many-workspaces"'
const SOCKET = '.Values.slack.socketMode'
const REACHED = 'include "eksip.isReached" .'

describe.each([
  ['one-workspace', false],
  ['one-workspace', true],
  ['many-workspaces', false],
  ['many-workspaces', true],
] as const)('the bot of %s, Socket Mode %s', (kind, isSocket) => {
  const lines = renderedLines(deployment, {
    [MANY]: kind === 'many-workspaces',
    [SOCKET]: isSocket,
    [REACHED]: true,
  })
  const secrets = secretsOf(lines)

  test('gets all that it needs to start, and nothing that it does not need', () => {
    const environment = examplesOf(Object.keys(secrets))
    expect(readConfig(environment)).toMatchObject({
      ok: true,
      value: { slack: { kind, appToken: isSocket ? 'xapp-1' : null }, migrationDatabaseUrl: null },
    })
    for (const name of Object.keys(secrets)) {
      expect(readConfig({ ...environment, [name]: '' })).toMatchObject({ ok: false })
    }
  })

  test('gets it from the Secret to serve with', () => {
    expect(new Set(Object.values(secrets))).toEqual(new Set(['secrets.serving']))
  })
})

describe('the account that owns the tables', () => {
  test('is known to the Job that migrates, and to nothing else', () => {
    expect(secretsOf(renderedLines(migration, {}))).toEqual({
      DATABASE_URL: 'secrets.serving',
      MIGRATION_DATABASE_URL: 'secrets.migration',
    })
    const knowing = templateNames().filter((name) =>
      readChart(`templates/${name}`).includes('.Values.secrets.migration'),
    )
    expect(knowing).toEqual(['migration.yaml'])
  })

  test('cannot come along: no container takes a whole Secret, or any other way than one key', () => {
    const all = templates.join('\n')
    expect(all).not.toMatch(/envFrom|kind: Secret/)
    const taking = templates.filter((text) => text.includes('secretKeyRef'))
    expect(taking).toHaveLength(1)
    expect(all.match(/\.Values\.secrets\.\w+/g)).toHaveLength(
      all.match(/include "eksip\.secret" \(list "\w+" \.Values\.secrets\.\w+\)/g)?.length ?? 0,
    )
  })

  test('migrates with a program of the image', () => {
    const [, program = ''] = /command: \[node, dist\/(\S+)\.js\]/.exec(migration) ?? []
    expect(existsSync(new URL(`../../src/${program}.ts`, import.meta.url))).toBe(true)
  })
})

describe('the chart and the rest of the repository', () => {
  const dockerfile = readFile('Dockerfile')

  test('have one version', () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFile('package.json')))
    expect(parse(readChart('Chart.yaml'))).toMatchObject({ appVersion: version })
  })

  test('have one port, which the image sets', () => {
    const [, port] = /^ENV .*PORT=(\d+)/m.exec(dockerfile) ?? []
    expect(deployment).toContain(`containerPort: ${port}\n`)
    expect(dockerfile).toContain(`EXPOSE ${port}\n`)
    expect(templates.join('\n')).not.toMatch(/name: PORT|"PORT"/)
  })

  test('have the same health routes', () => {
    const routes = healthRoutes(() => Promise.resolve(true), Promise.resolve())
    const probes = Array.from(
      deployment.matchAll(/(\w+)Probe:\s+httpGet:\s+path: (\S+)/g),
      ([, probe, path]) => [probe, path],
    )
    const [health, ready] = routes.map(({ path }) => path)
    expect(probes).toEqual([
      ['startup', health],
      ['liveness', health],
      ['readiness', ready],
    ])
  })

  test('give the bot the same time to stop, after the load balancers', () => {
    const compose = z.looseObject({
      services: z.looseObject({ bot: z.looseObject({ stop_grace_period: z.string() }) }),
    })
    const { bot } = compose.parse(parse(readFile('docker-compose.yml'))).services
    const seconds = Number.parseInt(bot.stop_grace_period, 10)
    expect(deployment).toContain(
      `terminationGracePeriodSeconds: {{ add .Values.shutdownDelaySeconds ${seconds} }}`,
    )
  })

  test('lead people and Slack to the addresses of the manifest', () => {
    const manifest = readFile('deploy/slack-manifest.yaml')
    const addresses = manifest.matchAll(/^[^#\n]*https:\/\/[^/\s]+(\/\S+)/gm)
    const paths = Array.from(addresses, ([, path = '']) => path)
    expect(paths.length).toBeGreaterThan(2)
    expect(paths.filter((path) => !path.startsWith('/slack/'))).toEqual([])
    expect(readChart('templates/ingress.yaml')).toContain('range list "/slack" "/runs"')
  })
})

/** Every path of values, such as `image.tag`; an empty object is a value. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly string[] {
  const isBranch = typeof value === 'object' && value !== null && !Array.isArray(value)
  const entries = isBranch ? Object.entries(value) : []
  // What resources are made of is for Kubernetes to know.
  if (entries.length === 0 || path[0] === 'resources') return [path.join('.')]
  return entries.flatMap(([name, inner]) => pathsOf(inner, [...path, name]))
}

const Branch = z.looseObject({ properties: z.record(z.string(), z.unknown()) })

function describedPaths(
  properties: Readonly<Record<string, unknown>>,
  path: readonly string[] = [],
): readonly string[] {
  return Object.entries(properties).flatMap(([name, each]) => {
    const branch = Branch.safeParse(each)
    const inner = [...path, name]
    return branch.success ? describedPaths(branch.data.properties, inner) : [inner.join('.')]
  })
}

function withValues(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...z.looseObject({}).parse(values), ...given }
}

/** The paths at which values are against the schema, sorted. */
function issuesOf(given: unknown): readonly string[] {
  const parsed = Values.safeParse(given)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.')).toSorted()
}

/** The comment of a map's first key is found before the map. */
function keysWithoutComment(map: YAMLMap, before: string): readonly string[] {
  return map.items.flatMap(({ key, value }, index) => {
    if (!isScalar(key)) throw new Error('a key that is no text')
    const comment = key.commentBefore ?? (index === 0 ? (map.commentBefore ?? before) : '')
    const inner = isMap(value) ? keysWithoutComment(value, value.commentBefore ?? '') : []
    return [...(comment ? [] : [String(key.value)]), ...inner]
  })
}

/** Values with which the program starts. */
function examplesOf(names: readonly string[]): Readonly<Record<string, string>> {
  const examples: Readonly<Record<string, string>> = {
    DATABASE_URL: 'postgresql://u:p@host/eksip',
    SLACK_APP_TOKEN: 'xapp-1',
    TOKEN_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
  }
  return Object.fromEntries(names.map((name) => [name, examples[name] ?? 'x']))
}

function readFile(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
}
