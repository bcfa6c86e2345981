import { afterEach, beforeEach, expect, test } from 'vitest'

import { seedManifest } from '../../src/workspace/state/seed.ts'
import { shownText } from '../../src/workspace/shown-text.ts'
import { call, payloadOf, postJson, startScene, type Scene } from './fake-bot.ts'

const shortcuts = [
  { type: 'message', name: 'Ask', description: 'Asks about a message', callback_id: 'ask' },
  { type: 'global', name: 'Plan', description: 'Plans', callback_id: 'plan' },
] as const

let scene: Scene

beforeEach(async () => {
  scene = await startScene(
    async (request) => {
      const payload = payloadOf(request)
      const url = payload['response_url']
      if (typeof url === 'string') await postJson(url, { text: 'asked' })
      const { trigger_id } = payload
      const view = { type: 'modal', title: { type: 'plain_text', text: 'Plan' }, blocks: [] }
      if (url === undefined) await call(scene, 'views.open', { trigger_id, view })
      return {}
    },
    { manifest: { ...seedManifest, shortcuts } },
  )
})

afterEach(() => scene.stop())

test('a shortcut of a message carries the message', async () => {
  const [message] = await scene.workspace.user('oliver').types('#capacity', 't3.large 2 nodes')
  if (message === undefined) throw new Error('no message')
  const seen = await scene.workspace.user('ada').shortcut(message, 'ask')
  expect(seen.map(shownText)).toEqual(['asked'])
  expect(payloadOf(scene.received[0])).toEqual({
    type: 'message_action',
    team: { id: 'T0EKSIP', domain: 'eksip-local' },
    user: { id: 'U0ADA', username: 'ada', name: 'ada', team_id: 'T0EKSIP' },
    token: expect.any(String),
    enterprise: null,
    is_enterprise_install: false,
    callback_id: 'ask',
    action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
    trigger_id: expect.stringMatching(/T0EKSIP/),
    message_ts: message.ts,
    message: {
      type: 'message',
      user: 'U0OLIVER',
      team: 'T0EKSIP',
      ts: message.ts,
      text: 't3.large 2 nodes',
    },
    channel: { id: 'C0CAPACITY', name: 'capacity' },
    response_url: expect.stringMatching(/^http:/),
  })
})

test('a global shortcut carries no place, and opens a modal', async () => {
  await scene.workspace.user('ada').shortcut(null, 'plan')
  expect(scene.workspace.user('ada').modal()?.title?.text).toBe('Plan')
  const payload = payloadOf(scene.received[0])
  expect(Object.keys(payload).toSorted()).toEqual([
    'action_ts',
    'callback_id',
    'enterprise',
    'is_enterprise_install',
    'team',
    'token',
    'trigger_id',
    'type',
    'user',
  ])
  expect(payload).toMatchObject({ type: 'shortcut', callback_id: 'plan' })
})

test.each([
  ['plan', 'on a message', true],
  ['ask', 'without a message', false],
  ['nothing', 'without a message', false],
])('%s cannot be run %s', async (callbackId, _where, isOnMessage) => {
  const [message] = await scene.workspace.user('ada').types('#capacity', 'hello')
  const on = isOnMessage ? (message ?? null) : null
  await expect(scene.workspace.user('ada').shortcut(on, callbackId)).rejects.toThrow('no ')
})

test('an ephemeral message offers no shortcut', async () => {
  const body = { channel: 'C0CAPACITY', user: 'U0ADA', text: 'psst' }
  await call(scene, 'chat.postEphemeral', body)
  const message = await scene.workspace.user('ada').sees('#capacity', 'psst')
  await expect(scene.workspace.user('ada').shortcut(message, 'ask')).rejects.toThrow('ephemeral')
})
