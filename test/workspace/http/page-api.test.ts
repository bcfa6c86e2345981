import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { seedManifest } from '../../../src/workspace/state/seed.ts'
import {
  call,
  eventOf,
  payloadOf,
  postJson,
  startScene,
  type BotAnswer,
  type Received,
  type Scene,
} from '../fake-bot.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const menu = { type: 'external_select', action_id: 'type' }
const modal = {
  type: 'modal',
  title: plain('What if…'),
  submit: plain('Ask'),
  blocks: [{ type: 'input', block_id: 'pods', label: plain('Pods'), element: menu }],
}
const shortcuts = [
  { type: 'message', name: 'Ask', description: 'Asks', callback_id: 'ask' },
  { type: 'global', name: 'Plan', description: 'Plans', callback_id: 'plan' },
] as const

let scene: Scene
let onPayload: (payload: Record<string, unknown>) => BotAnswer | Promise<BotAnswer>

beforeEach(async () => {
  onPayload = () => ({})
  const answer = async (request: Received): Promise<BotAnswer> => {
    if (request.form.has('payload')) return onPayload(payloadOf(request))
    const { form } = request
    if (!form.has('command')) return {}
    const trigger_id = form.get('trigger_id')
    await call(scene, 'views.open', { trigger_id, view: modal })
    return {}
  }
  scene = await startScene(answer, { manifest: { ...seedManifest, shortcuts } })
})

afterEach(() => scene.stop())

/** Sends what the page sends. */
async function send(name: string, body: object): Promise<{ status: number; json: unknown }> {
  return postJson(`${scene.workspace.url}workspace/${name}`, { user: 'ada', ...body })
}

const lastPayload = () => payloadOf(scene.received.at(-1))

async function openModal(): Promise<string> {
  await send('type', { channel: '#capacity', text: '/eksip' })
  return scene.workspace.user('ada').modal()?.id ?? ''
}

describe('a form on the page', () => {
  test('asks for options, and gets them in one list or in groups', async () => {
    const place = { kind: 'view', viewId: await openModal() }
    const asked = { place, blockId: 'pods', actionId: 'type', query: 't3' }
    const option = { text: plain('t3.large'), value: '1', description: plain('small') }
    onPayload = () => ({ json: { options: [option] } })
    const shown = { label: 't3.large', value: '1', description: 'small' }
    expect((await send('suggest', asked)).json).toEqual({ ok: true, options: [shown], groups: [] })
    onPayload = () => ({ json: { option_groups: [{ label: plain('T3'), options: [option] }] } })
    expect((await send('suggest', asked)).json).toEqual({
      ok: true,
      options: [],
      groups: [{ label: 'T3', options: [shown] }],
    })
    onPayload = () => ({ status: 500 })
    expect((await send('suggest', asked)).json).toEqual({ ok: false, error: 'http_service_error' })
  })

  test('is sent, with the errors of Slack and of the bot, and then closes', async () => {
    const viewId = await openModal()
    expect((await send('submit', { viewId, form: {} })).json).toEqual({
      ok: false,
      error: 'invalid_input',
      errors: { pods: 'Please complete this required field.' },
    })
    const place = { kind: 'view', viewId }
    onPayload = () => ({ json: { options: [{ text: plain('t3.large'), value: '1' }] } })
    await send('suggest', { place, blockId: 'pods', actionId: 'type', query: '' })
    const form = { pods: { type: '1' } }
    onPayload = () => ({ json: { response_action: 'errors', errors: { pods: 'no' } } })
    expect((await send('submit', { viewId, form })).json).toEqual({
      ok: false,
      error: 'errors',
      errors: { pods: 'no' },
    })
    onPayload = () => ({})
    expect((await send('submit', { viewId, form })).json).toEqual({ ok: true })
    expect(lastPayload()).toMatchObject({
      view: { state: { values: { pods: { type: { selected_option: { value: '1' } } } } } },
    })
    expect((await send('submit', { viewId, form })).status).toBe(404)
  })

  test('is closed', async () => {
    const viewId = await openModal()
    expect((await send('close', { viewId })).json).toEqual({ ok: true })
    expect(scene.workspace.user('ada').modal()).toBeUndefined()
  })

  test('belongs to the one who opened it', async () => {
    const viewId = await openModal()
    const others = { user: 'oliver', viewId, form: {} }
    expect((await send('submit', others)).status).toBe(404)
    const place = { kind: 'view', viewId }
    const click = { user: 'oliver', place, blockId: 'pods', actionId: 'type' }
    expect((await send('click', click)).json).toEqual({ ok: false, error: 'view_not_found' })
  })
})

describe('what else the page can do', () => {
  test('runs shortcuts', async () => {
    await send('type', { channel: '#capacity', text: 'hello' })
    const ts = scene.workspace.messages('#capacity')[0]?.ts
    const message = { channel: 'C0CAPACITY', ts }
    expect((await send('shortcut', { callbackId: 'ask', message })).json).toEqual({ ok: true })
    expect(lastPayload()).toMatchObject({ type: 'message_action', message_ts: ts })
    expect((await send('shortcut', { callbackId: 'plan' })).json).toEqual({ ok: true })
    expect(lastPayload()).toMatchObject({ type: 'shortcut' })
  })

  test('opens the Home', async () => {
    expect((await send('home', {})).json).toEqual({ ok: true })
    await expect.poll(() => eventOf(scene.received[0])).toMatchObject({ type: 'app_home_opened' })
  })

  test('changes the language', async () => {
    expect((await send('language', { locale: 'fr-FR' })).json).toEqual({ ok: true })
    expect((await send('language', { locale: 'French' })).status).toBe(400)
    const body = { user: 'U0ADA', include_locale: true }
    expect(await call(scene, 'users.info', body)).toMatchObject({ user: { locale: 'fr-FR' } })
  })

  test.each([
    ['a message of others', { kind: 'message', channel: 'C0PRODBLUE', ts: '1.0' }, 'oliver'],
    ['an unknown view', { kind: 'view', viewId: 'V0' }, 'ada'],
  ])('clicks nothing in %s', async (_name, place, user) => {
    const click = { user, place, blockId: 'b', actionId: 'a' }
    expect((await send('click', click)).status).toBe(404)
  })
})

/** Everything that comes on a stream until some text is in it. */
async function readUntil(path: string, wanted: string): Promise<string> {
  const { body } = await fetch(scene.workspace.url + path)
  if (body === null) throw new Error('no stream')
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes(wanted)) {
    const { value, done } = await reader.read()
    if (done) throw new Error(`the stream ended without ${wanted}`)
    text += value
  }
  await reader.cancel()
  return text
}

describe('the streams', () => {
  test('show modals to their user only, and offer commands and shortcuts', async () => {
    const viewId = await openModal()
    const [adas, olivers] = await Promise.all(
      ['ada', 'oliver'].map((user) => readUntil(`workspace/changes?user=${user}`, '"home":null}')),
    )
    expect(adas).toContain(viewId)
    expect(olivers).not.toContain(viewId)
    expect(adas).toContain('"usage_hint":"t3.2xlarge 2 nodes 27 pods warm-ip=2 |')
    expect(adas).toContain('"callback_id":"plan"')
  })

  test('show a modal that opens, and that it is gone', async () => {
    const reading = readUntil('workspace/changes?user=ada', '{"kind":"modals","modals":[]}')
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
    await send('close', { viewId: await openModal() })
    expect(await reading).toContain('"kind":"modals","modals":[{"type":"modal"')
  })

  test('show the traffic', async () => {
    await openModal()
    const text = await readUntil('workspace/traffic', '"name":"/eksip"')
    expect(text).toContain('event: entry')
    expect(text).toContain('"proof":"signature accepted","status":200')
  })
})
