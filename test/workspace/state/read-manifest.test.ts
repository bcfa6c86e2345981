import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'
import { parse } from 'yaml'

import { readManifest } from '../../../src/workspace/state/read-manifest.ts'
import { startWorkspace } from '../../../src/workspace/workspace.ts'

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
      oauth_config: { scopes: { bot: ['commands'], user: ['search:read'] } },
      settings: { event_subscriptions: { bot_events: ['app_mention'] }, org_deploy_enabled: true },
    }),
  ).toEqual({
    commands: [command],
    shortcuts: [{ ...shortcut, description: '' }],
    botScopes: ['commands'],
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

test("the app's own manifest makes a workspace", async () => {
  const file = new URL('../../../deploy/slack-manifest.yaml', import.meta.url)
  const manifest = readManifest(parse(readFileSync(file, 'utf8')))
  const workspace = await startWorkspace({
    port: 0,
    signingSecret: 'x',
    botToken: 'x',
    manifest,
  })
  const [told] = await workspace.user('ada').types('#capacity', '/eksip')
  await workspace.stop()
  expect(told?.text).toContain('dispatch_failed')
})
