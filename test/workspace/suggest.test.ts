import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { shownText } from '../../src/workspace/shown-text.ts'
import type { Message } from '../../src/workspace/state/model.ts'
import { call, payloadOf, postJson, startScene, type BotAnswer, type Scene } from './fake-bot.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const option = (value: string) => ({ text: plain(`The ${value}`), value })
const menu = { type: 'external_select', action_id: 'type', min_query_length: 2 }
const blocks = [{ type: 'actions', block_id: 'row', elements: [menu] }]

let scene: Scene
let message: Message
let suggested: BotAnswer

beforeEach(async () => {
  suggested = { json: { options: [option('t3.large'), option('t3.2xlarge')] } }
  scene = await startScene(async (request) => {
    if (!request.form.has('payload')) {
      return { json: { response_type: 'in_channel', text: 'x', blocks } }
    }
    const payload = payloadOf(request)
    if (payload['type'] === 'block_suggestion') return suggested
    await postJson(String(payload['response_url']), { text: 'chosen' })
    return {}
  })
  const [first] = await scene.workspace.user('ada').types('#capacity', '/eksip')
  if (first === undefined) throw new Error('no message')
  message = first
})

afterEach(() => scene.stop())

const ada = () => scene.workspace.user('ada')

describe('an external menu', () => {
  test('asks the bot for its options', async () => {
    expect(await ada().suggestions(message, 'type', 't3')).toEqual([
      'The t3.large',
      'The t3.2xlarge',
    ])
    expect(payloadOf(scene.received.at(-1))).toEqual({
      type: 'block_suggestion',
      team: { id: 'T0EKSIP', domain: 'eksip-local' },
      user: { id: 'U0ADA', username: 'ada', name: 'ada', team_id: 'T0EKSIP' },
      api_app_id: 'A0EKSIP',
      token: expect.any(String),
      enterprise: null,
      is_enterprise_install: false,
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: 'C0CAPACITY',
        is_ephemeral: false,
      },
      channel: { id: 'C0CAPACITY', name: 'capacity' },
      message: expect.objectContaining({ ts: message.ts }),
      state: { values: { row: { type: { type: 'external_select', selected_option: null } } } },
      action_id: 'type',
      block_id: 'row',
      value: 't3',
    })
  })

  test('takes options in groups', async () => {
    suggested = {
      json: { option_groups: [{ label: plain('Burstable'), options: [option('t3.large')] }] },
    }
    expect(await ada().suggestions(message, 'type', 't3')).toEqual(['The t3.large'])
  })

  test('lets an option be chosen that was suggested', async () => {
    const seen = await ada().chooses(message, 'type', 'The t3.2xlarge', 't3')
    expect(seen.map(shownText)).toEqual(['chosen'])
    const chosen = { type: 'external_select', selected_option: option('t3.2xlarge') }
    expect(payloadOf(scene.received.at(-1))).toMatchObject({
      actions: [{ action_id: 'type', ...chosen }],
      state: { values: { row: { type: chosen } } },
    })
  })

  test('takes nothing that was not suggested', async () => {
    await expect(ada().clicks(message, 'type', 't3.large')).rejects.toThrow('no option t3.large')
  })

  test.each<[string, BotAnswer, string]>([
    [
      '101 options',
      { json: { options: Array.from({ length: 101 }, (_, n) => option(String(n))) } },
      'invalid_options',
    ],
    ['a long label', { json: { options: [option('x'.repeat(76))] } }, 'invalid_options'],
    [
      'mrkdwn',
      { json: { options: [{ text: { type: 'mrkdwn', text: 'x' }, value: 'x' }] } },
      'invalid_options',
    ],
    ['words', { text: 'none' }, 'invalid_options'],
    ['an error', { status: 500 }, 'http_service_error'],
  ])('that is answered with %s fails', async (_name, answer, error) => {
    suggested = answer
    await expect(ada().suggestions(message, 'type', 't3')).rejects.toThrow(error)
  })

  test('may get no options at all', async () => {
    suggested = {}
    expect(await ada().suggestions(message, 'type', 'zz')).toEqual([])
  })

  test('must be one', async () => {
    await expect(ada().suggestions(message, 'other', 't3')).rejects.toThrow('no external menu')
  })
})

test('a menu of the Home is asked about with its view', async () => {
  const opening = ada().opensHome()
  await call(scene, 'views.publish', { user_id: 'U0ADA', view: { type: 'home', blocks } })
  const home = await opening
  expect(await ada().suggestions(home, 'type', 't3')).toHaveLength(2)
  const payload = payloadOf(scene.received.at(-1))
  expect(payload).toMatchObject({ container: { type: 'view' }, view: { id: home.id } })
  expect(payload).not.toHaveProperty('channel')
})
