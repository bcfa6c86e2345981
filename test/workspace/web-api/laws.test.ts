import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { startWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { botToken, readingManifest } from '../fake-bot.ts'

let workspace: Workspace

beforeAll(async () => {
  const more = ['links:write', 'files:write', 'files:read', 'channels:history']
  workspace = await startWorkspace({
    port: 0,
    signingSecret: 'secret',
    botToken,
    manifest: { ...readingManifest, botScopes: [...readingManifest.botScopes, ...more] },
  })
})

afterAll(() => workspace.stop())

const methods = [
  'blocks.validate',
  'chat.delete',
  'chat.getPermalink',
  'chat.postEphemeral',
  'chat.postMessage',
  'chat.unfurl',
  'chat.update',
  'conversations.history',
  'conversations.info',
  'conversations.members',
  'conversations.open',
  'conversations.replies',
  'files.completeUploadExternal',
  'files.getUploadURLExternal',
  'files.info',
  'oauth.v2.access',
  'users.info',
  'views.open',
  'views.publish',
  'views.push',
  'views.update',
]

const block = fc.record(
  {
    type: fc.constantFrom('section', 'actions', 'input', 'table', 'rich_text', 'header', 'image'),
    text: fc.jsonValue(),
    elements: fc.array(fc.jsonValue()),
    element: fc.jsonValue(),
    label: fc.jsonValue(),
    rows: fc.jsonValue(),
    accessory: fc.jsonValue(),
  },
  { requiredKeys: ['type'] },
)
const view = fc.record(
  {
    type: fc.constantFrom('modal', 'home', 'x'),
    title: fc.jsonValue(),
    blocks: fc.oneof(fc.array(block), fc.jsonValue()),
  },
  { requiredKeys: [] },
)
const anyArguments = fc.record(
  {
    channel: fc.oneof(fc.constantFrom('C0CAPACITY', 'U0ADA', '#capacity'), fc.jsonValue()),
    user: fc.oneof(fc.constant('U0ADA'), fc.jsonValue()),
    user_id: fc.oneof(fc.constant('U0ADA'), fc.jsonValue()),
    users: fc.jsonValue(),
    text: fc.jsonValue(),
    ts: fc.jsonValue(),
    thread_ts: fc.jsonValue(),
    blocks: fc.oneof(fc.array(block), fc.jsonValue()),
    view: fc.oneof(view, fc.jsonValue()),
    message: fc.jsonValue(),
    files: fc.oneof(fc.array(fc.record({ id: fc.jsonValue() })), fc.jsonValue()),
    unfurls: fc.jsonValue(),
    unfurl_id: fc.jsonValue(),
    cursor: fc.jsonValue(),
    limit: fc.jsonValue(),
    oldest: fc.jsonValue(),
    latest: fc.jsonValue(),
    filename: fc.jsonValue(),
    length: fc.jsonValue(),
  },
  { requiredKeys: [] },
)

test('a method answers yes or with a code, whatever it is asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...methods), anyArguments, async (method, args) => {
      const response = await fetch(workspace.apiUrl + method, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${botToken}` },
        body: JSON.stringify(args),
      })
      const answer: unknown = await response.json()
      expect(response.status).toBe(200)
      const isRefusal = Object.assign({ ok: undefined }, answer).ok === false
      const error = expect.stringMatching(/^[a-z_]+$/)
      expect(answer).toMatchObject(isRefusal ? { ok: false, error } : { ok: true })
    }),
    { numRuns: 400 },
  )
})
