import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { startWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { botToken, call, readingManifest } from '../fake-bot.ts'

let workspace: Workspace
let client: WebClient

beforeEach(async () => {
  const botScopes = [...readingManifest.botScopes, 'channels:history', 'im:history']
  workspace = await startWorkspace({
    port: 0,
    signingSecret: 'secret',
    botToken,
    manifest: { ...readingManifest, botScopes },
  })
  client = new WebClient(botToken, { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } })
})

afterEach(() => workspace.stop())

const channel = 'C0CAPACITY'

/** A question, two answers in its thread, another question and a whisper. */
async function talk(): Promise<string> {
  const ada = workspace.user('ada')
  const [question] = await ada.types('#capacity', 'one?')
  const threadTs = question?.ts ?? ''
  await ada.types('#capacity', 'first', { threadTs })
  await client.chat.postMessage({ channel, text: 'second', thread_ts: threadTs })
  await ada.types('#capacity', 'two?')
  await client.chat.postEphemeral({ channel, user: 'U0ADA', text: 'psst' })
  return threadTs
}

const texts = (answer: { messages?: { text?: string }[] }) =>
  answer.messages?.map(({ text }) => text)

describe('conversations.replies', () => {
  test('gives the thread from its first message on', async () => {
    const ts = await talk()
    const answer = await client.conversations.replies({ channel, ts })
    expect(texts(answer)).toEqual(['one?', 'first', 'second'])
    expect(answer.messages?.[0]).toMatchObject({
      thread_ts: ts,
      reply_count: 2,
      reply_users_count: 2,
      latest_reply: answer.messages?.[2]?.ts,
    })
    expect(answer.messages?.[1]).toMatchObject({ thread_ts: ts })
  })

  test('finds no thread of nothing', async () => {
    const answer = await call({ workspace }, 'conversations.replies', { channel, ts: '1.000000' })
    expect(answer).toEqual({ ok: false, error: 'thread_not_found' })
  })
})

describe('conversations.history', () => {
  test('gives what was said, newest first, without threads and whispers', async () => {
    await talk()
    expect(texts(await client.conversations.history({ channel }))).toEqual(['two?', 'one?'])
  })

  test('comes in pages', async () => {
    await talk()
    const first = await client.conversations.history({ channel, limit: 1 })
    expect(first).toMatchObject({ has_more: true, messages: [{ text: 'two?' }] })
    const cursor = first.response_metadata?.next_cursor ?? ''
    const second = await client.conversations.history({ channel, limit: 1, cursor })
    expect(second).toMatchObject({ has_more: false, messages: [{ text: 'one?' }] })
    expect(second.response_metadata?.next_cursor).toBe('')
  })

  test('keeps to the times that are asked for', async () => {
    const oldest = await talk()
    const from = (inclusive: boolean) =>
      client.conversations.history({ channel, oldest, inclusive })
    expect(texts(await from(false))).toEqual(['two?'])
    expect(texts(await from(true))).toEqual(['two?', 'one?'])
    const latest = await client.conversations.history({ channel, latest: oldest })
    expect(texts(latest)).toEqual([])
  })

  test.each([
    ['C0PLATFORM', 'not_in_channel'],
    ['C0PRODBLUE', 'channel_not_found'],
  ])('of %s is refused: %s', async (other, error) => {
    const answer = await call({ workspace }, 'conversations.history', { channel: other })
    expect(answer).toEqual({ ok: false, error })
  })
})

describe('conversations.open', () => {
  test('gives the direct conversation with a person', async () => {
    const answer = await client.conversations.open({ users: 'U0ADA', return_im: true })
    expect(answer.channel).toMatchObject({ id: 'D0ADA', is_im: true, user: 'U0ADA' })
  })

  test.each([
    ['', 'users_list_not_supplied'],
    ['U0NOBODY', 'user_not_found'],
    ['USLACKBOT', 'cannot_dm_bot'],
    ['U0ADA,U0OLIVER', 'method_not_supported_for_channel_type'],
  ])('with %j is refused: %s', async (users, error) => {
    expect(await call({ workspace }, 'conversations.open', { users })).toEqual({ ok: false, error })
  })
})

test('an answer to an answer goes into the same thread', async () => {
  const threadTs = await talk()
  const replies = await client.conversations.replies({ channel, ts: threadTs })
  const thread_ts = replies.messages?.[1]?.ts ?? ''
  const { message } = await client.chat.postMessage({ channel, text: 'third', thread_ts })
  expect(message?.thread_ts).toBe(threadTs)
})

test('team.info names the workspace', async () => {
  expect((await client.team.info()).team).toMatchObject({ id: 'T0EKSIP', domain: 'eksip-local' })
})

describe('blocks.validate', () => {
  const header = { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }

  test.each<[string, unknown, string]>([
    ['blocks', [header], '/blocks/0/text/text'],
    ['message', { blocks: [header] }, '/message/blocks/0/text/text'],
    ['view', { type: 'home', blocks: [header] }, '/view/blocks/0/text/text'],
  ])('points at the fault in %s', async (name, value, pointer) => {
    expect(await call({ workspace }, 'blocks.validate', { [name]: value })).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      errors: [{ pointer, message: 'must be less than 151 characters' }],
    })
  })

  test.each<[string, unknown]>([
    ['blocks', [{ type: 'divider' }]],
    ['message', { blocks: [{ type: 'divider' }] }],
    ['view', { type: 'home', blocks: [{ type: 'divider' }] }],
  ])('finds nothing wrong with good %s', async (name, value) => {
    expect(await call({ workspace }, 'blocks.validate', { [name]: value })).toEqual({ ok: true })
  })

  test('needs something to look at', async () => {
    expect(await call({ workspace }, 'blocks.validate', {})).toEqual({
      ok: false,
      error: 'invalid_arguments',
    })
  })
})
