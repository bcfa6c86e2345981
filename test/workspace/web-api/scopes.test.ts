import { afterEach, describe, expect, test } from 'vitest'

import { seedManifest } from '../../../src/workspace/state/seed.ts'
import { startWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { botToken, call } from '../fake-bot.ts'

let workspace: Workspace

afterEach(() => workspace.stop())

async function startWith(...botScopes: readonly string[]): Promise<void> {
  workspace = await startWorkspace({
    port: 0,
    signingSecret: 'secret',
    botToken,
    appToken: 'xapp-for-tests',
    manifest: { ...seedManifest, botScopes },
  })
}

const reading = ['channels:read', 'groups:read', 'im:read']
const history = ['channels:history', 'groups:history', 'im:history']

describe('a token without the scope', () => {
  test.each<[string, readonly string[]]>([
    ['chat.postMessage', ['chat:write']],
    ['chat.postEphemeral', ['chat:write']],
    ['chat.update', ['chat:write']],
    ['chat.delete', ['chat:write']],
    ['chat.unfurl', ['links:write']],
    ['conversations.info', reading],
    ['conversations.members', reading],
    ['conversations.history', history],
    ['conversations.replies', history],
    ['conversations.open', ['im:write']],
    ['files.getUploadURLExternal', ['files:write']],
    ['files.completeUploadExternal', ['files:write']],
    ['files.info', ['files:read']],
    ['users.info', ['users:read']],
    ['team.info', ['team:read']],
  ])('cannot call %s', async (method, needed) => {
    await startWith('commands', 'im:read:nothing')
    expect(await call({ workspace }, method, { channel: 'C0CAPACITY' })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: needed.join(','),
      provided: 'commands,im:read:nothing',
    })
  })

  test('for this kind of conversation cannot read it', async () => {
    await startWith('channels:read')
    expect(await call({ workspace }, 'conversations.info', { channel: 'D0ADA' })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'im:read',
      provided: 'channels:read',
    })
  })

  test('still may ask who it is, and learns its scopes', async () => {
    await startWith('commands', 'chat:write')
    const headers = { authorization: `Bearer ${botToken}` }
    const response = await fetch(`${workspace.apiUrl}auth.test`, { method: 'POST', headers })
    expect(response.headers.get('x-oauth-scopes')).toBe('commands,chat:write')
    expect(await response.json()).toMatchObject({ ok: true })
  })
})

test.each([
  ['xapp-for-tests', 'chat.postMessage'],
  [botToken, 'apps.connections.open'],
])('%s is the wrong kind of token for %s', async (token, method) => {
  await startWith('chat:write')
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(workspace.apiUrl + method, { method: 'POST', headers })
  expect(await response.json()).toEqual({ ok: false, error: 'not_allowed_token_type' })
})

test('chat:write.public reaches public channels without the bot, and no private one', async () => {
  await startWith('chat:write', 'chat:write.public')
  const post = (channel: string) =>
    call({ workspace }, 'chat.postMessage', { channel, text: 'hello' })
  expect(await post('C0PLATFORM')).toMatchObject({ ok: true })
  expect(await post('C0PRODBLUE')).toEqual({ ok: false, error: 'channel_not_found' })
})

describe('an archived channel', () => {
  test('takes nothing from the bot, and nothing from people', async () => {
    await startWith('chat:write', 'channels:read')
    await workspace.user('ada').types('#capacity', '/archive')
    const body = { channel: 'C0CAPACITY', text: 'hello' }
    expect(await call({ workspace }, 'chat.postMessage', body)).toEqual({
      ok: false,
      error: 'is_archived',
    })
    expect(await call({ workspace }, 'conversations.info', body)).toMatchObject({
      channel: { is_archived: true },
    })
    const told = await workspace.user('ada').types('#capacity', '/eksip')
    expect(told).toMatchObject([{ text: 'This channel is archived.', userId: 'USLACKBOT' }])
  })
})

test('a bot that was removed is a member no more', async () => {
  await startWith('chat:write')
  await workspace.user('ada').types('#capacity', '/remove @eksip')
  const body = { channel: 'C0CAPACITY', text: 'hello' }
  expect(await call({ workspace }, 'chat.postMessage', body)).toMatchObject({
    error: 'not_in_channel',
  })
})
