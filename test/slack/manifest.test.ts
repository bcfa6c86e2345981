import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { COMMAND, MESSAGES, SHORTCUTS } from '../../src/slack/offered.ts'
import { OPTIONAL_SCOPES, SCOPES } from '../../src/slack/scopes.ts'
import { startBot } from './bot.ts'
import { watchListeners } from './listeners.ts'

/** Limits of docs.slack.dev/reference/app-manifest. */
const Manifest = z.object({
  display_information: z.object({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(174).max(4_000),
  }),
  features: z.object({
    slash_commands: z
      .array(
        z.object({
          command: z.string().max(32),
          description: z.string().max(2_000),
          usage_hint: z.string().max(1_000),
          should_escape: z.literal(true),
        }),
      )
      .max(50),
    shortcuts: z
      .array(
        z.object({
          name: z.string().max(24),
          type: z.enum(['message', 'global']),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
    unfurl_domains: z.array(z.hostname()).max(5),
  }),
  oauth_config: z.object({
    redirect_urls: z.array(z.url()),
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
  }),
  settings: z.object({
    event_subscriptions: z.object({ request_url: z.url(), bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.literal(true), request_url: z.url() }),
  }),
})

/** Scopes without which Slack tells none of an event; the others need none. */
const SCOPE_OF_EVENT: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  link_shared: 'links:read',
}

const { registered } = watchListeners()
const bot = await startBot()

const text = readFileSync(new URL('../../deploy/slack-manifest.yaml', import.meta.url), 'utf8')
const manifest = Manifest.parse(parse(text))

describe('the manifest of the Slack app', () => {
  test('asks for the scopes that the code asks for', () => {
    const { bot, bot_optional } = manifest.oauth_config.scopes
    expect([...bot, ...bot_optional]).toEqual([...SCOPES])
    expect(bot_optional).toEqual([...OPTIONAL_SCOPES])
  })

  test('says why, scope by scope', () => {
    for (const scope of SCOPES) expect(text).toMatch(new RegExp(`#.*\\n +- ${scope}\\n`))
  })

  test('offers the command of the code, which is answered', async () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([COMMAND])
    const [answer] = await bot.workspace.user('ada').types('#capacity', `${COMMAND} help`)
    expect(answer).toMatchObject({ userId: 'U0EKSIP', visibleTo: 'U0ADA' })
  })

  test('offers the shortcuts that the code listens to', () => {
    const { shortcuts } = manifest.features
    const offered = shortcuts.map(({ callback_id, type }) => ({
      callback_id,
      type: type === 'message' ? 'message_action' : 'shortcut',
    }))
    expect(offered.map((each) => JSON.stringify(each)).toSorted()).toEqual(listenedTo('shortcut'))
    const ids = shortcuts.map(({ callback_id }) => callback_id)
    expect(ids.toSorted()).toEqual(Object.values<string>(SHORTCUTS).toSorted())
  })

  test('subscribes to the events that the code listens to, and has the scope of each', () => {
    const { bot_events } = manifest.settings.event_subscriptions
    // Bolt hears messages of all kinds under one name; the manifest chooses the kinds.
    const events = listenedTo('event').map((name) => (name === 'message' ? MESSAGES : name))
    expect(bot_events.toSorted()).toEqual(events.toSorted())
    const needed = bot_events.flatMap((event) => SCOPE_OF_EVENT[event] ?? [])
    expect(needed.filter((scope) => !SCOPES.some((asked) => asked === scope))).toEqual([])
  })

  test('names one host, for requests and for links', () => {
    const { oauth_config: oauth, settings, features } = manifest
    const addresses = [
      ...oauth.redirect_urls,
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
    ]
    const hosts = new Set(addresses.map((address) => new URL(address).hostname))
    expect([...hosts]).toEqual(features.unfurl_domains)
  })
})

/** What the code listens to of one kind, sorted. */
function listenedTo(kind: string): readonly string[] {
  return [...registered]
    .filter((name) => name.startsWith(`${kind} `))
    .map((name) => name.slice(kind.length + 1))
    .toSorted()
}
