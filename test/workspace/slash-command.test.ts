import { afterEach, describe, expect, test } from 'vitest'

import { shownText } from '../../src/workspace/shown-text.ts'
import { startWorkspace } from '../../src/workspace/workspace.ts'
import { postJson, startScene, type BotAnswer, type Received, type Scene } from './fake-bot.ts'

const scenes: Scene[] = []

async function start(
  answer: (request: Received) => BotAnswer | Promise<BotAnswer>,
  options: Parameters<typeof startScene>[1] = {},
): Promise<Scene> {
  const scene = await startScene(answer, options)
  scenes.push(scene)
  return scene
}

afterEach(async () => {
  await Promise.all(scenes.splice(0).map((scene) => scene.stop()))
})

describe('the request', () => {
  test('is a signed form with every field that Slack sends', async () => {
    const nowMs = 1_700_000_000_500
    const { workspace, received } = await start(() => ({ text: 'ok' }), { now: () => nowMs })
    await workspace.user('ada').types('#capacity', '/eksip t3.2xlarge  @oliver <3')
    const [request] = received
    expect(request?.isSigned).toBe(true)
    expect(request?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': '1700000000',
    })
    expect(Object.fromEntries(request?.form ?? [])).toEqual({
      token: expect.stringMatching(/.+/),
      team_id: 'T0EKSIP',
      team_domain: 'eksip-local',
      channel_id: 'C0CAPACITY',
      channel_name: 'capacity',
      user_id: 'U0ADA',
      user_name: 'ada',
      command: '/eksip',
      text: 't3.2xlarge  <@U0OLIVER|oliver> &lt;3',
      api_app_id: 'A0EKSIP',
      is_enterprise_install: 'false',
      response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/hooks\/commands\/T0EKSIP\//),
      trigger_id: expect.stringMatching(/^1700000000500\.T0EKSIP\./),
    })
  })

  test.each([
    ['#capacity', 'capacity'],
    ['#prod-blue', 'privategroup'],
    ['@eksip', 'directmessage'],
  ])('from %s names the channel %s', async (channel, name) => {
    const { workspace, received } = await start(() => ({ text: 'ok' }))
    await workspace.user('ada').types(channel, '/eksip')
    expect(received[0]?.form.get('channel_name')).toBe(name)
    expect(received[0]?.form.get('text')).toBe('')
  })
})

describe('the acknowledgement', () => {
  test('in plain text is for the user alone', async () => {
    const { workspace } = await start(() => ({ text: 'done' }))
    const seen = await workspace.user('ada').types('#capacity', '/eksip')
    expect(seen).toMatchObject([{ text: 'done', visibleTo: 'U0ADA', userId: 'U0EKSIP' }])
    expect(workspace.messages('#capacity', 'oliver')).toEqual([])
  })

  test('without a response_type is for the user alone', async () => {
    const { workspace } = await start(() => ({ json: { text: 'done' } }))
    const seen = await workspace.user('ada').types('#capacity', '/eksip')
    expect(seen).toMatchObject([{ text: 'done', visibleTo: 'U0ADA' }])
  })

  test('in_channel shows everybody the command and the reply', async () => {
    const { workspace } = await start(() => ({
      json: { response_type: 'in_channel', text: '60 & 35' },
    }))
    await workspace.user('ada').types('#capacity', '/eksip a < b')
    expect(workspace.messages('#capacity', 'oliver')).toMatchObject([
      { userId: 'U0ADA', text: '/eksip a &lt; b' },
      { userId: 'U0EKSIP', text: '60 & 35' },
    ])
  })

  test('of wrong blocks shows what is wrong with them', async () => {
    const { workspace } = await start(() => ({
      json: { blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] },
    }))
    const [message] = await workspace.user('ada').types('#capacity', '/eksip')
    expect(message).toMatchObject({ userId: 'USLACKBOT', visibleTo: 'U0ADA' })
    expect(message?.text).toBe(
      '/eksip failed with the error "invalid_command_response"\ninvalid_blocks\n' +
        'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    )
  })

  test.each<[string, BotAnswer, string]>([
    ['status 500', { status: 500 }, 'http_service_error'],
    ['status 401', { status: 401 }, 'http_client_error'],
    ['a redirect', { status: 302 }, 'http_client_error'],
  ])('with %s fails', async (_name, answer, error) => {
    const { workspace } = await start(() => answer)
    const seen = await workspace.user('ada').types('#capacity', '/eksip')
    expect(seen).toMatchObject([
      { text: `/eksip failed with the error "${error}"`, visibleTo: 'U0ADA', userId: 'USLACKBOT' },
    ])
  })

  test('that comes late counts as none', async () => {
    const late = new Promise<BotAnswer>((resolve) => {
      setTimeout(() => resolve({ text: 'late' }), 200)
    })
    const { workspace } = await start(() => late, { ackWithinMs: 50 })
    const seen = await workspace.user('ada').types('#capacity', '/eksip')
    expect(seen.map(shownText)).toEqual(['/eksip failed with the error "operation_timeout"'])
    await late
    expect(workspace.messages('#capacity')).toHaveLength(1)
  })

  test('that never comes, because no bot listens', async () => {
    const workspace = await startWorkspace({
      port: 0,
      // Port 1 on this machine: nothing is there.
      botUrl: () => 'http://127.0.0.1:1/slack/events',
      signingSecret: 'secret',
      botToken: 'token',
    })
    const seen = await workspace.user('ada').types('#capacity', '/eksip')
    await workspace.stop()
    expect(seen.map(shownText)).toEqual(['/eksip failed with the error "dispatch_failed"'])
  })
})

/** Acknowledges with nothing, after a post to the response_url. */
function later(body: unknown) {
  return async (request: Received) => {
    await postJson(request.form.get('response_url') ?? '', body)
    return {}
  }
}

describe('a later reply', () => {
  test('to the response_url is what the user sees', async () => {
    const { workspace } = await start(later({ text: 'later' }))
    const seen = await workspace.user('ada').types('#capacity', '/eksip')
    expect(seen).toMatchObject([{ text: 'later', visibleTo: 'U0ADA' }])
  })

  test('in_channel does not show the typed command', async () => {
    const { workspace } = await start(later({ text: 'later', response_type: 'in_channel' }))
    await workspace.user('ada').types('#capacity', '/eksip')
    expect(workspace.messages('#capacity', 'oliver')).toMatchObject([{ text: 'later' }])
  })

  test('cannot replace what a command showed before: it is a new message', async () => {
    const { workspace, received } = await start(() => ({ text: 'first' }))
    await workspace.user('ada').types('#capacity', '/eksip')
    const url = received[0]?.form.get('response_url') ?? ''
    await postJson(url, { text: 'second', replace_original: true })
    expect(workspace.messages('#capacity').map(shownText)).toEqual(['first', 'second'])
  })

  test('may come five times, and not a sixth', async () => {
    const { workspace, received } = await start(() => ({ text: 'ok' }))
    await workspace.user('ada').types('#capacity', '/eksip')
    const url = received[0]?.form.get('response_url') ?? ''
    for (let use = 1; use <= 5; use += 1) {
      expect(await postJson(url, { text: String(use) })).toEqual({
        status: 200,
        json: { ok: true },
      })
    }
    const sixth = await postJson(url, { text: '6' })
    expect(sixth).toEqual({ status: 404, json: { ok: false, error: 'used_url' } })
    expect(workspace.messages('#capacity')).toHaveLength(6)
  })

  test('may come for thirty minutes', async () => {
    const clock = { ms: 1_700_000_000_000 }
    const { workspace, received } = await start(() => ({ text: 'ok' }), { now: () => clock.ms })
    await workspace.user('ada').types('#capacity', '/eksip')
    const url = received[0]?.form.get('response_url') ?? ''
    clock.ms += 30 * 60_000 + 1
    const late = await postJson(url, { text: 'late' })
    expect(late).toEqual({ status: 404, json: { ok: false, error: 'expired_url' } })
  })

  test.each<[string, unknown, string]>([
    ['nothing', {}, 'no_text'],
    ['a list', [], 'invalid_payload'],
    ['wrong blocks', { blocks: [{ type: 'nope' }] }, 'invalid_blocks'],
  ])('of %s is refused', async (_name, body, error) => {
    const { workspace, received } = await start(() => ({ text: 'ok' }))
    await workspace.user('ada').types('#capacity', '/eksip')
    const answer = await postJson(received[0]?.form.get('response_url') ?? '', body)
    expect(answer).toMatchObject({ status: 400, json: { ok: false, error } })
  })
})

async function types(text: string, options: { readonly threadTs?: string } = {}) {
  const scene = await start(() => ({ text: 'ok' }))
  const seen = await scene.workspace.user('ada').types('#capacity', text, options)
  return { ...scene, seen }
}

describe('a line that is no command for the bot', () => {
  test('is a message', async () => {
    const { seen, received } = await types('hello @oliver')
    expect(seen).toMatchObject([{ userId: 'U0ADA', text: 'hello <@U0OLIVER>' }])
    expect(received).toEqual([])
  })

  test('with a slash is not a valid command', async () => {
    const { seen, received } = await types('/eksips 2 nodes')
    expect(seen).toMatchObject([{ userId: 'USLACKBOT', visibleTo: 'U0ADA' }])
    expect(seen[0]?.text).toMatch(/^\/eksips is not a valid command\./)
    expect(received).toEqual([])
  })

  test('in a thread is refused even when the bot knows it', async () => {
    const { seen, received } = await types('/eksip 2 nodes', {
      threadTs: '1700000000.000000',
    })
    expect(seen).toMatchObject([
      { text: '/eksip is not supported in threads. Sorry!', threadTs: '1700000000.000000' },
    ])
    expect(received).toEqual([])
  })

  test('can invite the bot', async () => {
    const { workspace } = await start(() => ({}))
    const seen = await workspace.user('ada').types('#platform', '/invite @eksip')
    expect(seen.map(shownText)).toEqual(['<@U0EKSIP> is in this channel now.'])
  })
})

describe('a played user', () => {
  test('gives up after a while', async () => {
    const { workspace } = await start(() => ({}), { patienceMs: 30 })
    await expect(workspace.user('ada').types('#capacity', '/eksip')).rejects.toThrow(
      'waited 30 ms for an answer for ada',
    )
  })

  test('sees the answers to their own commands when several type at once', async () => {
    const { workspace } = await start(({ form }) => ({ text: `to ${form.get('text')}` }))
    const lines = ['one', 'two', 'three', 'four']
    const seen = await Promise.all(
      lines.map((line) => workspace.user('ada').types('#capacity', `/eksip ${line}`)),
    )
    expect(seen.map((messages) => messages.map(shownText))).toEqual(lines.map((l) => [`to ${l}`]))
  })

  test('waits for a message that is still to come', async () => {
    const { workspace } = await start(() => ({ text: 'ok' }))
    const coming = workspace.user('oliver').sees('#capacity', /lunch/)
    await workspace.user('ada').types('#capacity', 'time for lunch')
    expect(await coming).toMatchObject({ userId: 'U0ADA' })
  })

  test('must be somebody, somewhere', async () => {
    const { workspace } = await start(() => ({}))
    expect(() => workspace.user('nobody')).toThrow('no user nobody')
    await expect(workspace.user('oliver').types('#prod-blue', 'hi')).rejects.toThrow('no channel')
  })
})
