import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { AppView, Message } from '../../src/workspace/state/model.ts'
import {
  call,
  payloadOf,
  postJson,
  startScene,
  type BotAnswer,
  type Received,
  type Scene,
} from './fake-bot.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const option = (value: string) => ({ text: plain(`Option ${value}`), value })

const form = {
  type: 'modal',
  callback_id: 'what-if',
  private_metadata: '#42',
  notify_on_close: true,
  title: plain('What if…'),
  submit: plain('Ask'),
  blocks: [
    {
      type: 'input',
      block_id: 'pods',
      label: plain('Pods'),
      element: {
        type: 'number_input',
        action_id: 'count',
        is_decimal_allowed: false,
        min_value: '1',
      },
    },
    {
      type: 'input',
      block_id: 'reading',
      label: plain('Reading'),
      optional: true,
      element: {
        type: 'static_select',
        action_id: 'pick',
        options: [option('total'), option('node')],
        initial_option: option('total'),
      },
    },
    {
      type: 'actions',
      block_id: 'row',
      elements: [{ type: 'button', action_id: 'more', text: plain('More') }],
    },
  ],
}

let scene: Scene
let message: Message
const clock = { ms: 1_700_000_000_000 }
let answer: (payload: Record<string, unknown>) => BotAnswer | Promise<BotAnswer>
const user = () => scene.workspace.user('ada')

beforeEach(async () => {
  answer = opening(form)
  scene = await startScene(onRequest, { now: () => clock.ms, patienceMs: 500 })
  const [first] = await user().types('#capacity', '/eksip')
  if (first === undefined) throw new Error('no message')
  message = first
})

afterEach(() => scene.stop())

function onRequest(request: Received): BotAnswer | Promise<BotAnswer> {
  if (request.form.has('payload')) return answer(payloadOf(request))
  const elements = [{ type: 'button', action_id: 'open', text: plain('What if…') }]
  return {
    json: { response_type: 'in_channel', text: 'x', blocks: [{ type: 'actions', elements }] },
  }
}

function opening(view: unknown, method = 'views.open') {
  return async (payload: Record<string, unknown>) => {
    await call(scene, method, { trigger_id: payload['trigger_id'], view })
    return {}
  }
}

async function open(): Promise<AppView> {
  await user().clicks(message, 'open')
  return user().seesModal()
}

const lastPayload = () => payloadOf(scene.received.at(-1))

describe('a modal', () => {
  test('opens for the one who clicked', async () => {
    const view = await open()
    expect(view).toMatchObject({ callbackId: 'what-if', title: plain('What if…') })
    expect(scene.workspace.user('oliver').modal()).toBeUndefined()
  })

  test('is sent whole, and closes when nothing else is answered', async () => {
    const view = await open()
    answer = () => ({})
    const sent = await user().submits(view, { Pods: '40', reading: 'Option node' })
    expect(sent).toEqual({ errors: {}, modal: undefined })
    expect(lastPayload()).toEqual({
      type: 'view_submission',
      team: { id: 'T0EKSIP', domain: 'eksip-local' },
      user: { id: 'U0ADA', username: 'ada', name: 'ada', team_id: 'T0EKSIP' },
      api_app_id: 'A0EKSIP',
      token: expect.any(String),
      enterprise: null,
      is_enterprise_install: false,
      trigger_id: expect.stringMatching(/^\d+\.T0EKSIP\./),
      view: {
        id: view.id,
        team_id: 'T0EKSIP',
        type: 'modal',
        blocks: form.blocks,
        private_metadata: '#42',
        callback_id: 'what-if',
        state: {
          values: {
            pods: { count: { type: 'number_input', value: '40' } },
            reading: { pick: { type: 'static_select', selected_option: option('node') } },
          },
        },
        hash: view.hash,
        title: plain('What if…'),
        clear_on_close: false,
        notify_on_close: true,
        close: null,
        submit: plain('Ask'),
        previous_view_id: null,
        root_view_id: view.id,
        app_id: 'A0EKSIP',
        external_id: '',
        app_installed_team_id: 'T0EKSIP',
        bot_id: 'B0EKSIP',
      },
      response_urls: [],
    })
  })

  test.each([
    [{}, { pods: 'Please complete this required field.' }],
    [{ pods: '1.5' }, { pods: 'Please enter a whole number.' }],
    [{ pods: '0' }, { pods: 'Please enter 1 or more.' }],
  ])('filled in with %j is not sent', async (answers, errors) => {
    const view = await open()
    const before = scene.received.length
    expect(await user().submits(view, answers)).toMatchObject({ errors, modal: { id: view.id } })
    expect(scene.received).toHaveLength(before)
  })

  test('shows the errors that the bot answers, and stays', async () => {
    const view = await open()
    answer = () => ({ json: { response_action: 'errors', errors: { pods: 'too many' } } })
    expect(await user().submits(view, { pods: '9' })).toMatchObject({
      errors: { pods: 'too many' },
      modal: { id: view.id },
    })
  })

  test.each<[string, unknown, string]>([
    ['errors for no input', { response_action: 'errors', errors: { row: 'x' } }, 'invalid_errors'],
    ['an unknown action', { response_action: 'dance' }, 'invalid_response_action'],
    ['a broken view', { response_action: 'update', view: { type: 'modal' } }, 'invalid_view'],
    ['a list', [], 'invalid_response_action'],
  ])('stays open when the bot answers %s', async (_name, json, error) => {
    const view = await open()
    answer = () => ({ json })
    await expect(user().submits(view, { pods: '9' })).rejects.toThrow(error)
    expect(user().modal()?.id).toBe(view.id)
  })

  test('stays open when the bot fails', async () => {
    const view = await open()
    answer = () => ({ status: 500 })
    await expect(user().submits(view, { pods: '9' })).rejects.toThrow('http_service_error')
    expect(user().modal()?.id).toBe(view.id)
  })

  test('can be updated, pushed upon and cleared by what is answered', async () => {
    const view = await open()
    const next = { ...form, title: plain('Next') }
    answer = () => ({ json: { response_action: 'update', view: next } })
    const updated = await user().submits(view, { pods: '9' })
    expect(updated.modal).toMatchObject({ id: view.id, title: plain('Next') })
    answer = () => ({ json: { response_action: 'push', view: form } })
    const pushed = await user().submits(view, { pods: '9' })
    expect(pushed.modal).toMatchObject({ previousViewId: view.id, rootViewId: view.id })
    answer = () => ({ json: { response_action: 'clear' } })
    if (pushed.modal === undefined) throw new Error('nothing was pushed')
    expect((await user().submits(pushed.modal, { pods: '9' })).modal).toBeUndefined()
  })

  test('tells the bot of a click, with what is filled in', async () => {
    const view = await open()
    answer = async () => {
      await call(scene, 'views.update', {
        view_id: view.id,
        view: { ...form, title: plain('Two') },
      })
      return {}
    }
    await user().clicks(view, 'More')
    expect(user().modal()?.title?.text).toBe('Two')
    const payload = lastPayload()
    expect(payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: view.id },
      view: { id: view.id, state: { values: { pods: { count: { value: null } } } } },
      actions: [{ type: 'button', action_id: 'more', block_id: 'row' }],
    })
    expect(payload).not.toHaveProperty('response_url')
    expect(payload).not.toHaveProperty('channel')
  })

  test('tells the bot when it is closed, if it wants to know', async () => {
    const view = await open()
    answer = () => ({})
    await user().closes(view)
    expect(user().modal()).toBeUndefined()
    expect(lastPayload()).toMatchObject({
      type: 'view_closed',
      is_cleared: false,
      view: { id: view.id },
    })
    expect(lastPayload()).not.toHaveProperty('trigger_id')
  })

  test('with an external menu holds what was suggested for it', async () => {
    const element = { type: 'external_select', action_id: 'type' }
    const blocks = [{ type: 'input', block_id: 'type', label: plain('Type'), element }]
    answer = opening({ ...form, blocks })
    const view = await open()
    answer = ({ type }) =>
      type === 'block_suggestion' ? { json: { options: [option('t3')] } } : {}
    expect(await user().submits(view, { Type: 'Option t3' })).toMatchObject({ errors: {} })
    expect(lastPayload()).toMatchObject({
      view: { state: { values: { type: { type: { selected_option: option('t3') } } } } },
    })
  })

  test('under another one cannot be used', async () => {
    const view = await open()
    answer = opening({ ...form, notify_on_close: false }, 'views.push')
    await user().clicks(view, 'More')
    await expect(user().submits(view, { pods: '9' })).rejects.toThrow('not on top')
    answer = () => ({})
    await user().closes(await user().seesModal(), { all: true })
    expect(user().modal()).toBeUndefined()
    expect(lastPayload()).toMatchObject({ is_cleared: true, view: { id: view.id } })
  })
})

describe('a trigger id', () => {
  const trigger = async () => {
    let id: unknown
    answer = async (payload) => {
      id = payload['trigger_id']
      await postJson(String(payload['response_url']), { text: 'seen' })
      return {}
    }
    await user().clicks(message, 'open')
    return id
  }

  test('opens one view and no second one', async () => {
    const trigger_id = await trigger()
    expect(await call(scene, 'views.open', { trigger_id, view: form })).toMatchObject({ ok: true })
    expect(await call(scene, 'views.open', { trigger_id, view: form })).toEqual({
      ok: false,
      error: 'exchanged_trigger_id',
    })
  })

  test('is good for three seconds', async () => {
    const trigger_id = await trigger()
    clock.ms += 3001
    expect(await call(scene, 'views.open', { trigger_id, view: form })).toEqual({
      ok: false,
      error: 'expired_trigger_id',
    })
  })

  test.each(['', '1.2.3'])('must have been given: %j', async (trigger_id) => {
    expect(await call(scene, 'views.open', { trigger_id, view: form })).toEqual({
      ok: false,
      error: 'invalid_trigger_id',
    })
  })

  test('of a message cannot push', async () => {
    const trigger_id = await trigger()
    expect(await call(scene, 'views.push', { trigger_id, view: form })).toEqual({
      ok: false,
      error: 'not_found',
    })
  })
})

describe('views.push', () => {
  test('stops at three', async () => {
    let top = await open()
    answer = opening(form, 'views.push')
    for (let height = 2; height <= 3; height += 1) {
      await user().clicks(top, 'More')
      top = await user().seesModal()
    }
    let error: unknown
    answer = async (payload) => {
      const view = { trigger_id: payload['trigger_id'], view: form }
      error = (await call(scene, 'views.push', view))['error']
      await call(scene, 'views.update', { view_id: top.id, view: form })
      return {}
    }
    await user().clicks(top, 'More')
    expect(error).toBe('push_limit_reached')
  })
})

describe('views.update', () => {
  test('refuses an older hash', async () => {
    const view = await open()
    const body = { view_id: view.id, hash: view.hash, view: form }
    expect(await call(scene, 'views.update', body)).toMatchObject({ ok: true })
    expect(await call(scene, 'views.update', body)).toEqual({ ok: false, error: 'hash_conflict' })
  })

  test('finds a view by its external id, which no other may have', async () => {
    answer = opening({ ...form, external_id: 'mine' })
    const view = await open()
    const body = { external_id: 'mine', view: { ...form, external_id: 'mine' } }
    expect(await call(scene, 'views.update', body)).toMatchObject({
      ok: true,
      view: { id: view.id },
    })
    const home = { type: 'home', external_id: 'mine', blocks: [] }
    expect(await call(scene, 'views.publish', { user_id: 'U0ADA', view: home })).toEqual({
      ok: false,
      error: 'duplicate_external_id',
    })
  })

  test.each<[string, Record<string, unknown>]>([
    ['an unknown view', { view_id: 'V0NOTHING', view: form }],
    ['no view', { view: form }],
  ])('of %s finds nothing', async (_name, body) => {
    expect(await call(scene, 'views.update', body)).toEqual({ ok: false, error: 'not_found' })
  })
})

describe('a view', () => {
  test.each<[string, unknown, string]>([
    [
      'without a title',
      { ...form, title: undefined },
      'missing required field: title [json-pointer:/view]',
    ],
    [
      'with a long title',
      { ...form, title: plain('x'.repeat(25)) },
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'with inputs and no button',
      { ...form, submit: undefined },
      'missing required field: submit [json-pointer:/view]',
    ],
    [
      'with a chart',
      { ...form, blocks: [{ type: 'data_visualization' }] },
      'unsupported type: data_visualization [json-pointer:/view/blocks/0/type]',
    ],
    [
      'with 101 blocks',
      { ...form, blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) },
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'of no type',
      { ...form, type: 'panel' },
      'must be one of: modal, home [json-pointer:/view/type]',
    ],
    [
      'that is a Home',
      { type: 'home', blocks: [] },
      'must be one of: modal [json-pointer:/view/type]',
    ],
    ['that is a text', 'x', 'must provide an object [json-pointer:/view]'],
  ])('%s is refused', async (_name, view, message_) => {
    const refused = await call(scene, 'views.open', { trigger_id: '1', view })
    expect(refused).toMatchObject({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: expect.arrayContaining([`[ERROR] ${message_}`]) },
    })
  })
})
