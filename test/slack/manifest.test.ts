import { readFileSync } from 'node:fs'
import { App } from '@slack/bolt'
import { describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { COMMAND, MESSAGES, SHORTCUTS } from '../../src/slack/offered.ts'
import { SCOPES } from '../../src/slack/scopes.ts'
import { startBot } from './bot.ts'

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
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
})

const listen = vi.spyOn(App.prototype, 'event')
await startBot()

const text = readFileSync(new URL('../../deploy/slack-manifest.yaml', import.meta.url), 'utf8')
const manifest = Manifest.parse(parse(text))

describe('the manifest of the Slack app', () => {
  test('asks for the scopes that the code asks for', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual([...SCOPES])
  })

  test('says why, scope by scope', () => {
    for (const scope of SCOPES) expect(text).toMatch(new RegExp(`#.*\\n +- ${scope}\\n`))
  })

  test('offers the command of the code', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([COMMAND])
  })

  test('offers the shortcuts of the code', () => {
    const ids = manifest.features.shortcuts.map(({ callback_id }) => callback_id)
    expect(ids.toSorted()).toEqual(Object.values<string>(SHORTCUTS).toSorted())
  })

  test('subscribes to the events that the code listens to', () => {
    const { bot_events } = manifest.settings.event_subscriptions
    // Bolt hears messages of all kinds under one name; the manifest chooses the kinds.
    const listenedTo = listen.mock.calls
      .map(([name]) => String(name))
      .map((name) => (name === 'message' ? MESSAGES : name))
    expect(bot_events.toSorted()).toEqual(listenedTo.toSorted())
  })
})
