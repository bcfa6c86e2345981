import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Fault } from '../../../src/workspace/faults.ts'
import { botToken, postJson, startScene, type Scene } from '../fake-bot.ts'

let scene: Scene

beforeEach(async () => {
  scene = await startScene(() => ({ text: 'ok' }))
})

afterEach(() => scene.stop())

const method = 'chat.postMessage'

function post(signal?: AbortSignal): Promise<Response> {
  return fetch(scene.workspace.apiUrl + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${botToken}` },
    body: JSON.stringify({ channel: 'C0CAPACITY', text: 'hello' }),
    ...(signal && { signal }),
  })
}

const posted = () => scene.workspace.messages('#capacity').length

test.each<[Fault, number, string, number]>([
  [{ method, kind: 'rate-limited', retryAfterSeconds: 30 }, 429, 'ratelimited', 0],
  [{ method, kind: 'error', error: 'restricted_action' }, 200, 'restricted_action', 0],
  [{ method, kind: 'unavailable' }, 503, 'service_unavailable', 0],
  [{ method, kind: 'fails-after-accept' }, 500, 'internal_error', 1],
])('%j happens once, and the next call goes well', async (fault, status, error, messages) => {
  scene.workspace.faults.add(fault)
  const response = await post()
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({ ok: false, error })
  expect(posted()).toBe(messages)
  expect(await (await post()).json()).toMatchObject({ ok: true })
})

test('a limit says when to come again', async () => {
  scene.workspace.faults.add({ method, kind: 'rate-limited', retryAfterSeconds: 7 })
  expect((await post()).headers.get('retry-after')).toBe('7')
})

test('a call that hangs was heard all the same', async () => {
  scene.workspace.faults.add({ method, kind: 'hangs-after-accept' })
  await expect(post(AbortSignal.timeout(100))).rejects.toThrow('aborted')
  expect(posted()).toBe(1)
})

test('a fault spoils as many calls of its method as it says, and no others', async () => {
  scene.workspace.faults.add({ method, kind: 'unavailable', times: 2 })
  scene.workspace.faults.add({ method: 'chat.update', kind: 'unavailable' })
  const responses = [await post(), await post(), await post()]
  expect(responses.map(({ status }) => status)).toEqual([503, 503, 200])
})

test('faults that wait can be taken back', async () => {
  scene.workspace.faults.add({ method, kind: 'unavailable' })
  scene.workspace.faults.clear()
  expect((await post()).status).toBe(200)
})

test('a response_url can fail, too', async () => {
  await scene.workspace.user('ada').types('#capacity', '/eksip')
  scene.workspace.faults.add({ method: 'response_url', kind: 'fails-after-accept' })
  const url = scene.received[0]?.form.get('response_url') ?? ''
  expect((await postJson(url, { text: 'later' })).status).toBe(500)
  expect(scene.workspace.messages('#capacity').at(-1)?.text).toBe('later')
})
