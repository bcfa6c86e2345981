import type { App } from '@slack/bolt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { shownText } from '../../src/workspace/shown-text.ts'
import { startBolt, type BoltScene } from './bolt-bot.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const button = { type: 'button' as const, action_id: 'go', text: plain('Go') }
const menu = { type: 'external_select' as const, action_id: 'type', min_query_length: 1 }
const blocks = [{ type: 'actions' as const, block_id: 'row', elements: [button, menu] }]
const modal = {
  type: 'modal' as const,
  callback_id: 'form',
  title: plain('What if…'),
  submit: plain('Ask'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'pods',
      label: plain('Pods'),
      element: { type: 'plain_text_input' as const, action_id: 'count' },
    },
  ],
}

let closed = 0

function listen(app: App): void {
  app.command('/eksip', async ({ command, ack, respond, client }) => {
    if (command.text === 'text') return ack('in plain text')
    if (command.text === 'json') return ack({ response_type: 'in_channel', text: 'in JSON' })
    if (command.text === 'form') {
      await ack()
      const view = { ...modal, notify_on_close: true }
      return void (await client.views.open({ trigger_id: command.trigger_id, view }))
    }
    await ack()
    if (command.text === 'respond') return void (await respond('later'))
    if (command.text === 'locale') {
      const { user } = await client.users.info({ user: command.user_id, include_locale: true })
      return void (await respond(String(user?.locale)))
    }
    await client.chat.postMessage({ channel: command.channel_id, text: 'choose', blocks })
  })
  app.action('go', async ({ ack, respond, body }) => {
    await ack()
    await respond({ text: `gone by ${body.user.id}`, replace_original: true })
  })
  app.action('type', async ({ ack, respond, payload }) => {
    await ack()
    const chosen = 'selected_option' in payload ? payload.selected_option : undefined
    await respond({ text: `chosen: ${JSON.stringify(chosen)}` })
  })
  app.options('type', async ({ ack, options }) => {
    await ack({ options: [{ text: plain(`${options.value}.large`), value: options.value }] })
  })
  app.view('form', async ({ ack, view, body, client }) => {
    const pods = view.state.values['pods']?.['count']?.value
    if (pods === 'no') return ack({ response_action: 'errors', errors: { pods: 'a number' } })
    await ack()
    await client.chat.postMessage({ channel: body.user.id, text: `asked: ${pods}` })
  })
  app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => {
    closed += 1
    await ack()
  })
  app.shortcut(
    { callback_id: 'ask', type: 'message_action' },
    async ({ ack, shortcut, respond }) => {
      await ack()
      await respond(`about: ${shortcut.message.text}`)
    },
  )
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `heard: ${event.text}`, thread_ts: event.thread_ts ?? event.ts })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    const view = { type: 'home' as const, blocks: [{ type: 'divider' as const }] }
    await client.views.publish({ user_id: event.user, view })
  })
}

describe.each(['http', 'socket'] as const)('an unchanged Bolt app, reached by %s,', (delivery) => {
  let scene: BoltScene
  const user = (name = 'ada') => scene.workspace.user(name)

  beforeAll(async () => {
    scene = await startBolt(delivery, listen)
  })

  afterAll(() => scene.stop())

  async function posted() {
    const [message] = await user().types('#capacity', '/eksip post')
    if (message === undefined) throw new Error('no message')
    return message
  }

  test.each([
    ['text', ['in plain text']],
    ['json', ['in JSON']],
    ['respond', ['later']],
    ['locale', ['fr-FR']],
    ['post', ['Go']],
  ])('answers /eksip %s', async (text, shown) => {
    const seen = await user('amelie').types('#capacity', `/eksip ${text}`)
    expect(seen.map(shownText)).toEqual(shown)
  })

  test('gets a click and replaces the message', async () => {
    const message = await posted()
    const seen = await user('oliver').clicks(message, 'Go')
    expect(seen).toMatchObject([{ ts: message.ts, text: 'gone by U0OLIVER', blocks: [] }])
  })

  test('suggests options and gets the one that is chosen', async () => {
    const [seen] = await user().chooses(await posted(), 'type', 't3.large', 't3')
    expect(seen?.text).toContain('"value":"t3"')
  })

  test('opens a form, finds a mistake in it, and takes it', async () => {
    await user()
      .types('#capacity', '/eksip form')
      .catch(() => [])
    const view = await user().seesModal('What if…')
    expect((await user().submits(view, { Pods: 'no' })).errors).toEqual({ pods: 'a number' })
    expect((await user().submits(view, { Pods: '40' })).modal).toBeUndefined()
    expect(await user().sees('@eksip', 'asked: 40')).toMatchObject({ userId: 'U0EKSIP' })
  })

  test('is told when a form is closed', async () => {
    const before = closed
    await user().types('#capacity', '/eksip form')
    await user().closes(await user().seesModal())
    expect(closed).toBe(before + 1)
  })

  test('is asked about a message by a shortcut', async () => {
    const [message] = await user('oliver').types('#capacity', 't3.large?')
    const seen = await user().shortcut(message ?? null, 'ask')
    expect(seen.map(shownText)).toEqual(['about: t3.large?'])
  })

  test('hears its name in a thread', async () => {
    const { ts } = await posted()
    const [seen] = await user().mentions('#capacity', '40 pods', { threadTs: ts })
    expect(seen).toMatchObject({ text: 'heard: <@U0EKSIP> 40 pods', threadTs: ts })
  })

  test('publishes its Home', async () => {
    expect(await user().opensHome()).toMatchObject({ type: 'home', blocks: [{ type: 'divider' }] })
  })

  test('leaves its traces in the traffic, without secrets', () => {
    const traffic = scene.workspace.traffic()
    expect(JSON.stringify(traffic)).not.toMatch(/xoxb-for-tests|xapp-for-tests|secret of this/)
    const command = traffic.find(({ name }) => name === '/eksip')
    expect(command).toMatchObject({
      direction: 'to the bot',
      transport: delivery,
      proof: delivery === 'http' ? 'signature accepted' : 'none',
      status: 200,
      durationMs: expect.any(Number),
    })
    expect(traffic.find(({ name }) => name === 'chat.postMessage')).toMatchObject({
      direction: 'from the bot',
      proof: 'token accepted',
      status: 200,
    })
  })
})

describe('a Bolt app refuses', () => {
  const fiveMinutesAgo = () => Date.now() - 301_000

  test.each([
    ['what was signed more than five minutes ago', { now: fiveMinutesAgo }],
    ['what another secret has signed', { signingSecret: 'another' }],
  ])('%s', async (_name, options) => {
    const scene = await startBolt('http', listen, options)
    const seen = await scene.workspace.user('ada').types('#capacity', '/eksip text')
    await scene.stop()
    expect(seen.map(shownText)).toEqual(['/eksip failed with the error "http_client_error"'])
    expect(scene.workspace.traffic()[0]).toMatchObject({ proof: 'signature refused', status: 401 })
  })
})

describe('a socket', () => {
  test('that Slack wants to refresh is replaced by a new one', async () => {
    const scene = await startBolt('socket', listen)
    expect(scene.workspace.sockets.count).toBe(1)
    scene.workspace.sockets.disconnect('refresh_requested')
    expect(scene.workspace.sockets.count).toBe(0)
    const failed = await scene.workspace.user('ada').types('#capacity', '/eksip text')
    expect(failed.map(shownText)).toEqual(['/eksip failed with the error "dispatch_failed"'])
    await expect.poll(() => scene.workspace.sockets.count, { timeout: 5000 }).toBe(1)
    const seen = await scene.workspace.user('ada').types('#capacity', '/eksip text')
    await scene.stop()
    expect(seen.map(shownText)).toEqual(['in plain text'])
  })
})
