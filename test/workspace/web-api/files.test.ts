import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { seedManifest } from '../../../src/workspace/state/seed.ts'
import { startWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { botToken, call } from '../fake-bot.ts'

let workspace: Workspace
let client: WebClient

beforeEach(async () => {
  const botScopes = ['chat:write', 'files:read', 'files:write']
  workspace = await startWorkspace({
    port: 0,
    signingSecret: 'secret',
    botToken,
    manifest: { ...seedManifest, botScopes },
  })
  client = new WebClient(botToken, { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } })
})

afterEach(() => workspace.stop())

const png = Buffer.from('89504e470d0a1a0a', 'hex')

async function upload(): Promise<string> {
  const announced = await client.files.getUploadURLExternal({ filename: 'chart.png', length: 8 })
  const url = announced.upload_url ?? ''
  expect((await fetch(url, { method: 'POST', body: png })).status).toBe(200)
  const id = announced.file_id ?? ''
  await client.files.completeUploadExternal({ files: [{ id, title: 'Growth' }] })
  return id
}

test("a file goes up by Slack's own client, and into a message", async () => {
  await client.files.uploadV2({
    channel_id: 'C0CAPACITY',
    initial_comment: 'as a table',
    file: Buffer.from('node,pods\n1,14\n'),
    filename: 'plan.csv',
    title: 'Plan 42',
  })
  const [message] = workspace.messages('#capacity')
  expect(message).toMatchObject({ text: 'as a table', fileIds: [expect.stringMatching(/^F/)] })
  const { file } = await client.files.info({ file: message?.fileIds?.[0] ?? '' })
  expect(file).toMatchObject({ name: 'plan.csv', title: 'Plan 42', mimetype: 'text/csv', size: 15 })
  const response = await fetch(file?.url_private ?? '')
  expect(await response.text()).toBe('node,pods\n1,14\n')
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
})

test('a picture can be shown in a message by its id', async () => {
  const image = (id: string) => [{ type: 'image', alt_text: 'grows', slack_file: { id } }]
  const post = (id: string) =>
    call({ workspace }, 'chat.postMessage', { channel: 'C0CAPACITY', blocks: image(id) })
  expect(await post(await upload())).toMatchObject({ ok: true })
  expect(await post('F0NOTHING')).toMatchObject({
    ok: false,
    error: 'invalid_blocks',
    errors: ['invalid slack file: F0NOTHING'],
  })
})

test('a file is complete once, and after its content has come', async () => {
  const { file_id: id } = await client.files.getUploadURLExternal({ filename: 'x', length: 1 })
  const body = { files: [{ id }] }
  const answer = { ok: false, error: 'file_not_found' }
  expect(await call({ workspace }, 'files.completeUploadExternal', body)).toEqual(answer)
  const again = { files: [{ id: await upload() }] }
  expect(await call({ workspace }, 'files.completeUploadExternal', again)).toEqual(answer)
})

test.each<[string, Record<string, unknown>, string]>([
  ['files.getUploadURLExternal', { filename: 'x' }, 'invalid_arguments'],
  ['files.getUploadURLExternal', { length: 1 }, 'invalid_arguments'],
  ['files.completeUploadExternal', {}, 'invalid_arguments'],
  ['files.completeUploadExternal', { files: [{}] }, 'invalid_arguments'],
  [
    'files.completeUploadExternal',
    { files: [{ id: 'F0' }], channel_id: 'C0PLATFORM' },
    'not_in_channel',
  ],
  ['files.info', { file: 'F0' }, 'file_not_found'],
])('%s with %j is refused', async (method, body, error) => {
  expect(await call({ workspace }, method, body)).toEqual({ ok: false, error })
})

test('content that nobody announced is not taken', async () => {
  const url = `${workspace.url}upload/v1/F0NOTHING`
  expect((await fetch(url, { method: 'POST', body: png })).status).toBe(404)
})

test('more than 32 MB are not taken', async () => {
  const { upload_url: url = '' } = await client.files.getUploadURLExternal({
    filename: 'x',
    length: 33_600_000,
  })
  const response = await fetch(url, { method: 'POST', body: Buffer.alloc(33_600_000) })
  expect(response.status).toBe(413)
})
