import { afterEach, describe, expect, test } from 'vitest'

import { shownText } from '../../src/workspace/shown-text.ts'
import { seedManifest } from '../../src/workspace/state/seed.ts'
import type { WorkspaceOptions } from '../../src/workspace/workspace.ts'
import { call, eventOf, startScene, type BotAnswer, type Received, type Scene } from './fake-bot.ts'

const scenes: Scene[] = []

afterEach(async () => {
  await Promise.all(scenes.splice(0).map((scene) => scene.stop()))
})

async function start(
  answer: (event: Record<string, unknown>, request: Received) => BotAnswer | Promise<BotAnswer>,
  options: Partial<WorkspaceOptions> = {},
): Promise<Scene> {
  const scene = await startScene((request) => answer(eventOf(request) ?? {}, request), options)
  scenes.push(scene)
  return scene
}

/** A bot that answers mentions in their thread. */
async function startAnswering(options: Partial<WorkspaceOptions> = {}) {
  const scene = await start(async ({ type, channel, ts, thread_ts, text }) => {
    if (type !== 'app_mention') return {}
    await call(scene, 'chat.postMessage', {
      channel,
      thread_ts: thread_ts ?? ts,
      text: `re: ${String(text)}`,
    })
    return {}
  }, options)
  return scene
}

const manifest = (changes: Partial<typeof seedManifest>) => ({
  manifest: { ...seedManifest, ...changes },
})

async function until<Value>(look: () => Value | undefined): Promise<Value> {
  for (let round = 0; round < 200; round += 1) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((resolve) => {
      setTimeout(resolve, 10)
    })
  }
  throw new Error('waited in vain')
}

describe('a mention', () => {
  test('is told to the bot, signed and in its envelope', async () => {
    const nowMs = 1_700_000_000_000
    const scene = await startAnswering({ now: () => nowMs })
    const seen = await scene.workspace.user('ada').mentions('#capacity', 't3.large <3')
    expect(seen).toMatchObject([{ text: 're: <@U0EKSIP> t3.large &lt;3', userId: 'U0EKSIP' }])
    expect(scene.received[0]).toMatchObject({
      isSigned: true,
      headers: { 'content-type': 'application/json', 'x-slack-request-timestamp': '1700000000' },
    })
    expect(JSON.parse(scene.received[0]?.body ?? '')).toEqual({
      token: expect.any(String),
      team_id: 'T0EKSIP',
      context_team_id: 'T0EKSIP',
      context_enterprise_id: null,
      api_app_id: 'A0EKSIP',
      event: {
        type: 'app_mention',
        user: 'U0ADA',
        text: '<@U0EKSIP> t3.large &lt;3',
        ts: '1700000000.000000',
        team: 'T0EKSIP',
        channel: 'C0CAPACITY',
        event_ts: '1700000000.000000',
      },
      type: 'event_callback',
      event_id: expect.stringMatching(/^Ev[0-9A-F]{9}$/),
      event_time: 1_700_000_000,
      authorizations: [
        {
          enterprise_id: null,
          team_id: 'T0EKSIP',
          user_id: 'U0EKSIP',
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: '4-T0EKSIP-A0EKSIP-C0CAPACITY',
    })
  })

  test('in a thread carries the thread, and the answer to another thread is not its answer', async () => {
    const scene = await startAnswering()
    const ada = scene.workspace.user('ada')
    const [root] = await ada.types('#capacity', 'how many?')
    const inThread = root === undefined ? {} : { threadTs: root.ts }
    const seen = await Promise.all([
      ada.mentions('#capacity', '40 pods', inThread),
      ada.mentions('#capacity', '50 pods'),
    ])
    expect(seen.map((messages) => messages.map(shownText))).toEqual([
      ['re: <@U0EKSIP> 40 pods'],
      ['re: <@U0EKSIP> 50 pods'],
    ])
    expect(seen[0]?.[0]?.threadTs).toBe(root?.ts)
  })

  test('where the bot is no member is told to nobody but the writer', async () => {
    const scene = await startAnswering()
    const seen = await scene.workspace.user('ada').mentions('#platform', 'hello')
    expect(seen).toMatchObject([{ visibleTo: 'U0ADA', userId: 'USLACKBOT' }])
    expect(seen[0]?.text).toContain('/invite @eksip')
    expect(scene.received).toEqual([])
  })

  test.each([
    ['in a direct conversation', '@eksip', manifest({ botEvents: ['app_mention'] })],
    ['without the subscription', '#capacity', manifest({ botEvents: [] })],
    ['without the scope', '#capacity', manifest({ botScopes: ['chat:write'] })],
  ])('%s is no event', async (_name, channel, options) => {
    const scene = await startAnswering({ ...options, patienceMs: 150 })
    await expect(scene.workspace.user('ada').mentions(channel, 'hello')).rejects.toThrow('waited')
    expect(scene.received).toEqual([])
  })
})

describe('messages', () => {
  const subscribed = manifest({
    botEvents: ['message.channels', 'message.im'],
    botScopes: ['channels:history', 'im:history', 'chat:write'],
  })

  test.each([
    ['#capacity', 'channel'],
    ['@eksip', 'im'],
  ])('in %s are told as those of a %s', async (channel, channel_type) => {
    const scene = await start(() => ({}), subscribed)
    await scene.workspace.user('ada').types(channel, 'hello')
    const event = await until(() => eventOf(scene.received[0]))
    expect(event).toMatchObject({ type: 'message', text: 'hello', user: 'U0ADA', channel_type })
  })

  test('of the bot itself are told with its id', async () => {
    const scene = await start(() => ({}), subscribed)
    await call(scene, 'chat.postMessage', { channel: 'C0CAPACITY', text: 'mine' })
    const event = await until(() => eventOf(scene.received[0]))
    expect(event).toMatchObject({ type: 'message', bot_id: 'B0EKSIP', app_id: 'A0EKSIP' })
  })

  test('are not told where the bot is no member, and ephemeral ones never', async () => {
    const scene = await start(() => ({}), subscribed)
    await scene.workspace.user('ada').types('#platform', 'hello')
    await scene.workspace.user('ada').types('#capacity', '/nonsense')
    await scene.workspace.user('ada').types('#capacity', 'the only one')
    await until(() => scene.received[0])
    expect(scene.received.map((request) => eventOf(request)?.['text'])).toEqual(['the only one'])
  })
})

describe('a link', () => {
  const linked = manifest({
    botEvents: ['link_shared'],
    botScopes: ['links:read', 'links:write'],
    unfurlDomains: ['eksip.example'],
  })
  const url = 'https://plans.eksip.example/42?a=1&b=2'

  async function share() {
    const scene = await start(() => ({}), linked)
    const text = `see ${url} and https://example.org/ and https://noteksip.example/`
    const [message] = await scene.workspace.user('ada').types('#platform', text)
    const event = await until(() => eventOf(scene.received[0]))
    return { scene, message, event }
  }

  test('of a domain of the app is told', async () => {
    const { message, event } = await share()
    expect(event).toEqual({
      type: 'link_shared',
      channel: 'C0PLATFORM',
      is_bot_user_member: false,
      user: 'U0ADA',
      message_ts: message?.ts,
      unfurl_id: expect.any(String),
      source: 'conversations_history',
      links: [{ url, domain: 'eksip.example' }],
      event_ts: message?.ts,
    })
  })

  test('can be unfurled', async () => {
    const { scene, event } = await share()
    const { unfurl_id, source } = event
    const blocks = [{ type: 'divider' }]
    const body = { unfurl_id, source, unfurls: { [url]: { blocks } } }
    expect(await call(scene, 'chat.unfurl', body)).toEqual({ ok: true })
    expect(scene.workspace.messages('#platform')).toMatchObject([{ unfurls: [{ url, blocks }] }])
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['another link', { unfurls: { 'https://example.org/': { text: 'x' } } }, 'cannot_unfurl_url'],
    ['nothing', {}, 'missing_unfurls'],
    ['a list', { unfurls: [] }, 'invalid_unfurls_format'],
    ['an empty one', { unfurls: { [url]: {} } }, 'no_text'],
  ])('with %s is refused', async (_name, unfurls, error) => {
    const { scene, event } = await share()
    const body = { channel: event['channel'], ts: event['message_ts'], ...unfurls }
    expect(await call(scene, 'chat.unfurl', body)).toMatchObject({ ok: false, error })
  })
})

describe('the Home', () => {
  const view = { type: 'home', blocks: [{ type: 'divider' }] }

  test('is published when it is opened, and sent along the next time', async () => {
    const scene = await start(async ({ type, user }) => {
      if (type === 'app_home_opened') await call(scene, 'views.publish', { user_id: user, view })
      return {}
    })
    const first = await scene.workspace.user('ada').opensHome()
    const second = await scene.workspace.user('ada').opensHome()
    expect(second.id).toBe(first.id)
    expect(second.hash).not.toBe(first.hash)
    expect(eventOf(scene.received[0])).toEqual({
      type: 'app_home_opened',
      user: 'U0ADA',
      channel: 'D0ADA',
      tab: 'home',
      event_ts: expect.stringMatching(/^\d+\.\d{6}$/),
    })
    expect(eventOf(scene.received[1])).toMatchObject({ view: { id: first.id, type: 'home' } })
  })

  test('is published for a known user and with the newest hash only', async () => {
    const scene = await start(() => ({}))
    expect(await call(scene, 'views.publish', { user_id: 'U0NOBODY', view })).toMatchObject({
      error: 'invalid_arguments',
    })
    const body = { user_id: 'U0ADA', view }
    expect(await call(scene, 'views.publish', body)).toMatchObject({ ok: true })
    expect(await call(scene, 'views.publish', { ...body, hash: 'old' })).toMatchObject({
      error: 'hash_conflict',
    })
  })
})

describe('an event that is not acknowledged', () => {
  const eventRetryDelaysMs = [0, 20, 30]

  test.each<[string, BotAnswer, string]>([
    ['status 500', { status: 500 }, 'http_error'],
    ['status 404', { status: 404 }, 'http_error'],
  ])('because of %s comes three times more', async (_name, answer, reason) => {
    const scene = await start(() => answer, { eventRetryDelaysMs })
    await scene.workspace.user('ada').types('#capacity', '@eksip hello')
    await until(() => scene.received[3])
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
    const retries = scene.received.map(({ headers }) => [
      headers['x-slack-retry-num'],
      headers['x-slack-retry-reason'],
    ])
    expect(retries).toEqual([
      [undefined, undefined],
      ['1', reason],
      ['2', reason],
      ['3', reason],
    ])
    const ids = scene.received.map(({ body }) => JSON.parse(body).event_id)
    expect(new Set(ids).size).toBe(1)
    expect(scene.received.every(({ isSigned }) => isSigned)).toBe(true)
  })

  test('in time comes again, and then no more', async () => {
    const answers: (() => Promise<BotAnswer>)[] = [
      () => new Promise((resolve) => setTimeout(() => resolve({}), 200)),
    ]
    const scene = await start(() => answers.pop()?.() ?? {}, {
      eventRetryDelaysMs,
      ackWithinMs: 60,
    })
    await scene.workspace.user('ada').types('#capacity', '@eksip hello')
    const second = await until(() => scene.received[1])
    expect(second.headers['x-slack-retry-reason']).toBe('http_timeout')
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
    expect(scene.received).toHaveLength(2)
  })

  test('and is not wanted again does not come again', async () => {
    const headers = { 'x-slack-no-retry': '1' }
    const scene = await start(() => ({ status: 500, headers }), { eventRetryDelaysMs })
    await scene.workspace.user('ada').types('#capacity', '@eksip hello')
    await until(() => scene.received[0])
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
    expect(scene.received).toHaveLength(1)
  })
})

describe('an app that is taken out', () => {
  test('is told, and its token and commands are gone', async () => {
    const scene = await start(() => ({}))
    scene.workspace.uninstallApp()
    await until(() => scene.received[1])
    expect(scene.received.map((request) => eventOf(request))).toMatchObject([
      { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0EKSIP'] } },
      { type: 'app_uninstalled' },
    ])
    expect(await call(scene, 'auth.test', {})).toEqual({ ok: false, error: 'account_inactive' })
    const [told] = await scene.workspace.user('ada').types('#capacity', '/eksip')
    expect(told?.text).toContain('/eksip is not a valid command')
  })

  test('by itself has its token revoked', async () => {
    const scene = await start(() => ({}))
    expect(await call(scene, 'auth.revoke', { test: true })).toEqual({ ok: true, revoked: false })
    expect(await call(scene, 'auth.revoke', {})).toEqual({ ok: true, revoked: true })
    expect(await call(scene, 'auth.test', {})).toEqual({ ok: false, error: 'token_revoked' })
  })
})
