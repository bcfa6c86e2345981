import { beforeEach, expect, test } from 'vitest'
import { respondTo } from '../../src/slack/respond.ts'
import { startFakeSlack } from './fake-slack.ts'

const slack = await startFakeSlack()
const blocks = [{ type: 'divider' }] as const
const said = { audience: 'channel', message: { text: 'short', blocks }, plain: 'whole' } as const

beforeEach(() => {
  slack.calls.length = 0
  slack.script('hook')
})

test('what a workspace does not know is said in plain text, once', async () => {
  slack.script('hook', { status: 400, body: { error: 'invalid_blocks' } })
  await respondTo(slack.responseUrl, '17.1', said)
  expect(slack.calls.map(({ args }) => args)).toEqual([
    expect.objectContaining({ text: 'short', blocks: [...blocks], thread_ts: '17.1' }),
    { text: 'whole', response_type: 'in_channel', replace_original: false, thread_ts: '17.1' },
  ])
})

test('what Slack cannot take at all, or may have taken, is not said again', async () => {
  slack.script('hook', { status: 404 }, { status: 404 })
  await expect(respondTo(slack.responseUrl, null, said)).rejects.toThrow('HTTP 404')
  expect(slack.calls).toHaveLength(2)
  slack.script('hook', { status: 503 })
  await expect(respondTo(slack.responseUrl, null, said)).rejects.toThrow('HTTP 503')
  expect(slack.calls).toHaveLength(3)
})
