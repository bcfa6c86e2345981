import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'
import { parse } from 'yaml'

import { readManifest } from '../../../src/workspace/state/read-manifest.ts'
import { seedManifest } from '../../../src/workspace/state/seed.ts'

test('a manifest in the form of Slack says what the app offers, may do and is told', () => {
  const command = { command: '/eksip', description: 'asks', usage_hint: '2 nodes' }
  const shortcut = { type: 'global', name: 'Ask', callback_id: 'ask' }
  expect(
    readManifest({
      display_information: { name: 'eksip' },
      features: {
        slash_commands: [{ ...command, url: 'https://x.example', should_escape: true }],
        shortcuts: [shortcut],
        unfurl_domains: ['eksip.example'],
      },
      oauth_config: {
        scopes: { bot: ['commands'], bot_optional: ['links:read'], user: ['search:read'] },
      },
      settings: { event_subscriptions: { bot_events: ['app_mention'] }, org_deploy_enabled: true },
    }),
  ).toEqual({
    commands: [command],
    shortcuts: [{ ...shortcut, description: '' }],
    botScopes: ['commands', 'links:read'],
    botEvents: ['app_mention'],
    unfurlDomains: ['eksip.example'],
  })
})

test('an empty manifest offers nothing', () => {
  expect(readManifest({})).toEqual({
    commands: [],
    shortcuts: [],
    botScopes: [],
    botEvents: [],
    unfurlDomains: [],
  })
})

test.each([[null], ['text'], [{ features: { slash_commands: [{ command: 1 }] } }]])(
  '%j is none',
  (value) => {
    expect(() => readManifest(value)).toThrow('expected')
  },
)

test("the app's own manifest is what a workspace goes by", () => {
  const file = new URL('../../../deploy/slack-manifest.yaml', import.meta.url)
  expect(readManifest(parse(readFileSync(file, 'utf8')))).toEqual(seedManifest)
})
