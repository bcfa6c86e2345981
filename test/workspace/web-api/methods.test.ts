import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { startWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { readingManifest } from '../fake-bot.ts'

const botToken = 'xoxb-for-tests'
let workspace: Workspace

beforeEach(async () => {
  workspace = await startWorkspace({
    port: 0,
    // No request goes to the bot here.
    botUrl: () => 'http://127.0.0.1:1/',
    signingSecret: 'secret',
    botToken,
    manifest: readingManifest,
  })
})

afterEach(() => workspace.stop())

/** Slack's own client: it sends forms, with blocks as JSON in a field. */
function client() {
  return new WebClient(botToken, { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } })
}

async function call(
  method: string,
  body: unknown = {},
  headers: Record<string, string> = { authorization: `Bearer ${botToken}` },
): Promise<unknown> {
  const response = await fetch(workspace.apiUrl + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  return response.json()
}

const divider = { type: 'divider' as const }
const header = (length: number) => ({
  type: 'header' as const,
  text: { type: 'plain_text' as const, text: 'x'.repeat(length) },
})

describe('the token', () => {
  test.each<[string, Record<string, string>, string]>([
    ['none', {}, 'not_authed'],
    ['another', { authorization: 'Bearer xoxb-stolen' }, 'invalid_auth'],
  ])('%s', async (_name, headers, error) => {
    expect(await call('auth.test', {}, headers)).toEqual({ ok: false, error })
  })

  test('may stand in a form', async () => {
    const body = new URLSearchParams({ token: botToken })
    const response = await fetch(`${workspace.apiUrl}auth.test`, { method: 'POST', body })
    expect(await response.json()).toMatchObject({ ok: true, user_id: 'U0EKSIP' })
  })
})

test.each(['chat.nope', 'constructor', '__proto__', ''])('%j is unknown', async (method) => {
  expect(await call(method)).toMatchObject({ ok: false, error: 'unknown_method' })
})

test('a body that is neither JSON nor a form is refused', async () => {
  const answer = await call('auth.test', {}, { 'content-type': 'text/plain' })
  expect(answer).toEqual({ ok: false, error: 'invalid_post_type' })
})

test('auth.test says who the bot is', async () => {
  expect(await client().auth.test()).toMatchObject({
    ok: true,
    team_id: 'T0EKSIP',
    user_id: 'U0EKSIP',
    bot_id: 'B0EKSIP',
  })
})

describe('chat.postMessage', () => {
  test('posts for everybody', async () => {
    const answer = await client().chat.postMessage({
      channel: 'C0CAPACITY',
      text: 'hello',
      blocks: [divider],
    })
    expect(answer).toMatchObject({
      channel: 'C0CAPACITY',
      message: { bot_id: 'B0EKSIP', blocks: [{ type: 'divider', block_id: 'block-1' }] },
    })
    expect(workspace.messages('#capacity', 'oliver')).toMatchObject([
      { ts: answer.ts, text: 'hello' },
    ])
  })

  test.each([
    ['#capacity', '#capacity'],
    ['U0ADA', '@eksip'],
    ['D0ADA', '@eksip'],
  ])('to %s reaches %s', async (channel, place) => {
    await client().chat.postMessage({ channel, text: 'hello' })
    expect(workspace.messages(place, 'ada')).toHaveLength(1)
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['a channel without the bot', { channel: 'C0PLATFORM', text: 'x' }, 'not_in_channel'],
    ['a private one without it', { channel: 'C0PRODBLUE', text: 'x' }, 'channel_not_found'],
    ['no channel', { text: 'x' }, 'channel_not_found'],
    ['no text', { channel: 'C0CAPACITY' }, 'no_text'],
    ['broken blocks', { channel: 'C0CAPACITY', blocks: 'x' }, 'invalid_blocks_format'],
    [
      'an unknown thread',
      { channel: 'C0CAPACITY', text: 'x', thread_ts: '1.000000' },
      'thread_not_found',
    ],
  ])('%s is refused', async (_name, body, error) => {
    expect(await call('chat.postMessage', body)).toEqual({ ok: false, error })
    expect(workspace.messages('#capacity')).toEqual([])
  })

  test('says where blocks are wrong', async () => {
    const blocks = [divider, header(151)]
    const fault = 'must be less than 151 characters [json-pointer:/blocks/1/text/text]'
    expect(await call('chat.postMessage', { channel: 'C0CAPACITY', blocks })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [fault],
      response_metadata: { messages: [`[ERROR] ${fault}`] },
    })
  })

  test('works in a channel once the bot is invited', async () => {
    await workspace.user('ada').types('#platform', '/invite @eksip')
    expect(await call('chat.postMessage', { channel: 'C0PLATFORM', text: 'x' })).toMatchObject({
      ok: true,
    })
  })

  test('answers in a thread', async () => {
    const { ts } = await client().chat.postMessage({ channel: 'C0CAPACITY', text: 'first' })
    const reply = { channel: 'C0CAPACITY', text: 'second', thread_ts: String(ts) }
    expect(await call('chat.postMessage', reply)).toMatchObject({ message: { thread_ts: ts } })
  })
})

describe('chat.postEphemeral', () => {
  const body = { channel: 'C0CAPACITY', text: 'psst', user: 'U0AMELIE' }

  test('is for one user', async () => {
    expect(await client().chat.postEphemeral(body)).toMatchObject({ ok: true })
    expect(workspace.messages('#capacity', 'amelie')).toHaveLength(1)
    expect(workspace.messages('#capacity', 'ada')).toEqual([])
  })

  test('needs the user to be there', async () => {
    expect(await call('chat.postEphemeral', { ...body, user: 'U0NOBODY' })).toEqual({
      ok: false,
      error: 'user_not_in_channel',
    })
  })
})

describe('a message of the bot', () => {
  const place = { channel: 'C0CAPACITY' }

  async function posted(): Promise<string> {
    const { ts } = await client().chat.postMessage({ ...place, text: 'old', blocks: [divider] })
    return String(ts)
  }

  test('can be changed, and keeps blocks that are not mentioned', async () => {
    const ts = await posted()
    expect(await client().chat.update({ ...place, ts, text: 'new' })).toMatchObject({ text: 'new' })
    expect(workspace.messages('#capacity')).toMatchObject([
      { text: 'new', blocks: [{ type: 'divider' }], editedTs: expect.any(String) },
    ])
    await client().chat.update({ ...place, ts, text: 'bare', blocks: [] })
    expect(workspace.messages('#capacity')).toMatchObject([{ text: 'bare', blocks: [] }])
  })

  test('can be deleted', async () => {
    const ts = await posted()
    expect(await client().chat.delete({ ...place, ts })).toMatchObject({ ok: true, ts })
    expect(workspace.messages('#capacity')).toEqual([])
    expect(await call('chat.delete', { ...place, ts })).toEqual({
      ok: false,
      error: 'message_not_found',
    })
  })

  test('has a link that opens the page at it', async () => {
    const ts = await posted()
    const answer = await client().chat.getPermalink({ ...place, message_ts: ts })
    const response = await fetch(String(answer.permalink), { redirect: 'manual' })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(`/#C0CAPACITY/${ts}`)
  })
})

test.each([
  ['chat.update', 'cant_update_message'],
  ['chat.delete', 'cant_delete_message'],
])("%s leaves other people's messages alone", async (method, error) => {
  const [message] = await workspace.user('ada').types('#capacity', 'mine')
  const body = { channel: 'C0CAPACITY', ts: message?.ts, text: 'yours' }
  expect(await call(method, body)).toEqual({ ok: false, error })
  expect(workspace.messages('#capacity')).toMatchObject([{ text: 'mine' }])
})

test.each(['chat.update', 'chat.delete'])('%s finds no ephemeral message', async (method) => {
  const body = { channel: 'C0CAPACITY', text: 'psst', user: 'U0ADA' }
  const { message_ts: ts } = await client().chat.postEphemeral(body)
  const answer = await call(method, { channel: 'C0CAPACITY', ts, text: 'x' })
  expect(answer).toEqual({ ok: false, error: 'message_not_found' })
})

describe('users.info', () => {
  test('tells the locale when asked', async () => {
    const answer = await client().users.info({ user: 'U0AMELIE', include_locale: true })
    expect(answer.user).toMatchObject({ name: 'amelie', locale: 'fr-FR', is_bot: false })
  })

  test('keeps the locale otherwise', async () => {
    const { user } = await client().users.info({ user: 'U0AMELIE' })
    expect(user).not.toHaveProperty('locale')
  })

  test('knows ids only', async () => {
    expect(await call('users.info', { user: 'amelie' })).toEqual({
      ok: false,
      error: 'user_not_found',
    })
  })
})

describe('conversations', () => {
  test.each<[string, Record<string, unknown>]>([
    ['C0CAPACITY', { name: 'capacity', is_channel: true, is_member: true, is_private: false }],
    ['C0PLATFORM', { name: 'platform', is_member: false }],
    ['D0ADA', { is_im: true, user: 'U0ADA' }],
  ])('%s is described', async (channel, description) => {
    const answer = await client().conversations.info({ channel })
    expect(answer.channel).toMatchObject(description)
  })

  test('members are listed', async () => {
    const answer = await client().conversations.members({ channel: 'C0CAPACITY' })
    expect(answer.members).toEqual(['U0ADA', 'U0AMELIE', 'U0OLIVER', 'U0EKSIP'])
  })

  test.each(['conversations.info', 'conversations.members'])(
    '%s does not know a private channel without the bot',
    async (method) => {
      expect(await call(method, { channel: 'C0PRODBLUE' })).toEqual({
        ok: false,
        error: 'channel_not_found',
      })
    },
  )
})
