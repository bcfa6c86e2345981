import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { shownText } from '../../src/workspace/shown-text.ts'
import type { Message } from '../../src/workspace/state/model.ts'
import {
  payloadOf,
  postJson,
  startScene,
  type BotAnswer,
  type Received,
  type Scene,
} from './fake-bot.ts'

const option = (value: string) => ({ text: { type: 'plain_text', text: `Option ${value}` }, value })
const blocks = [
  {
    type: 'section',
    block_id: 'top',
    text: { type: 'mrkdwn', text: 'Choose' },
    accessory: { type: 'overflow', action_id: 'more', options: [option('1'), option('2')] },
  },
  {
    type: 'actions',
    block_id: 'row',
    elements: [
      {
        type: 'button',
        action_id: 'why',
        text: { type: 'plain_text', text: 'Why?' },
        value: '#42',
        style: 'primary',
      },
      {
        type: 'static_select',
        action_id: 'pick',
        option_groups: [{ label: { type: 'plain_text', text: 'g' }, options: [option('3')] }],
      },
    ],
  },
]

let scene: Scene
let onClick: (request: Received) => BotAnswer | Promise<BotAnswer>
let responseType = 'in_channel'

beforeEach(async () => {
  responseType = 'in_channel'
  onClick = () => ({})
  scene = await startScene((request) =>
    request.form.has('payload')
      ? onClick(request)
      : { json: { response_type: responseType, text: 'choose', blocks } },
  )
})

afterEach(() => scene.stop())

async function ask(): Promise<Message> {
  const [message] = await scene.workspace.user('ada').types('#capacity', '/eksip')
  if (message === undefined) throw new Error('no answer')
  return message
}

/** Answers a click with a post to its response_url. */
function reply(body: unknown) {
  return async (request: Received) => {
    await postJson(String(payloadOf(request)['response_url']), body)
    return {}
  }
}

describe('the payload', () => {
  test('has everything that Slack sends', async () => {
    onClick = reply({ text: 'because' })
    const message = await ask()
    await scene.workspace.user('oliver').clicks(message, 'Why?')
    expect(scene.received[1]?.isSigned).toBe(true)
    expect(payloadOf(scene.received[1])).toEqual({
      type: 'block_actions',
      user: { id: 'U0OLIVER', username: 'oliver', name: 'oliver', team_id: 'T0EKSIP' },
      api_app_id: 'A0EKSIP',
      token: expect.stringMatching(/.+/),
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: 'C0CAPACITY',
        is_ephemeral: false,
      },
      trigger_id: expect.stringMatching(/^\d+\.T0EKSIP\./),
      team: { id: 'T0EKSIP', domain: 'eksip-local' },
      enterprise: null,
      is_enterprise_install: false,
      channel: { id: 'C0CAPACITY', name: 'capacity' },
      message: expect.objectContaining({ type: 'message', ts: message.ts, bot_id: 'B0EKSIP' }),
      state: { values: { row: { pick: { type: 'static_select', selected_option: null } } } },
      response_url: expect.stringMatching(/\/hooks\/actions\/T0EKSIP\//),
      actions: [
        {
          type: 'button',
          action_id: 'why',
          block_id: 'row',
          text: { type: 'plain_text', text: 'Why?' },
          value: '#42',
          style: 'primary',
          action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
        },
      ],
    })
  })

  test('of an ephemeral message does not carry the message', async () => {
    responseType = 'ephemeral'
    onClick = reply({ text: 'because' })
    await scene.workspace.user('ada').clicks(await ask(), 'why')
    const payload = payloadOf(scene.received[1])
    expect(payload['container']).toMatchObject({ is_ephemeral: true })
    expect(payload).not.toHaveProperty('message')
  })

  test.each([
    ['more', 'Option 2', 'top', '2'],
    ['pick', '3', 'row', '3'],
  ])('of the menu %s carries the option', async (element, wanted, blockId, value) => {
    onClick = reply({ text: 'because' })
    await scene.workspace.user('ada').clicks(await ask(), element, wanted)
    expect(payloadOf(scene.received[1])['actions']).toMatchObject([
      { action_id: element, block_id: blockId, selected_option: { value } },
    ])
  })

  test.each([
    ['nothing', undefined],
    ['pick', 'Option 9'],
  ])('cannot be made of %s %s', async (element, wanted) => {
    const click = scene.workspace.user('ada').clicks(await ask(), element, wanted)
    await expect(click).rejects.toThrow('nothing to click')
  })
})

describe('the answer', () => {
  test('is a new message unless it says otherwise', async () => {
    onClick = reply({ text: 'because' })
    const seen = await scene.workspace.user('oliver').clicks(await ask(), 'why')
    expect(seen).toMatchObject([{ text: 'because', visibleTo: 'U0OLIVER' }])
  })

  test('can take the place of the message, which keeps its readers', async () => {
    onClick = reply({ text: 'because', replace_original: true })
    const message = await ask()
    const seen = await scene.workspace.user('oliver').clicks(message, 'why')
    expect(seen.map(({ ts }) => ts)).toEqual([message.ts])
    expect(scene.workspace.messages('#capacity', 'ada').map(shownText)).toEqual([
      '/eksip',
      'because',
    ])
  })

  test('can take the message away', async () => {
    onClick = reply({ delete_original: 'true' })
    expect(await scene.workspace.user('ada').clicks(await ask(), 'why')).toEqual([])
    expect(scene.workspace.messages('#capacity').map(shownText)).toEqual(['/eksip'])
  })

  test('that does not come is an error', async () => {
    onClick = () => ({ status: 500 })
    const click = scene.workspace.user('ada').clicks(await ask(), 'why')
    await expect(click).rejects.toThrow('the click failed: http_service_error')
  })
})
