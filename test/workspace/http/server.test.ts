import { request } from 'node:http'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { payloadOf, postJson, startScene, type Scene } from '../fake-bot.ts'

let scene: Scene
let port: number

beforeEach(async () => {
  scene = await startScene(() => ({ text: 'ok' }))
  port = Number(new URL(scene.workspace.url).port)
})

afterEach(() => scene.stop())

type Sent = {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** Sends a request with any Host and Origin, which fetch does not allow. */
function send({ method = 'GET', path = '/', headers = {}, body = '' }: Sent): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, agent: false }
    const sent = request(options, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const line = JSON.stringify({ user: 'ada', channel: '#capacity', text: 'hello' })
const link = '/archives/C0CAPACITY/p1700000000000000'
const json = { 'content-type': 'application/json' }

const goButton = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
}

describe('who is let in', () => {
  test.each<[string, () => Sent, number]>([
    ['the address', () => ({ path: link }), 302],
    ['localhost', () => ({ path: link, headers: { host: `localhost:${port}` } }), 302],
    ['a name that resolves to here', () => ({ headers: { host: `evil.test:${port}` } }), 403],
    ['another port', () => ({ headers: { host: '127.0.0.1:1' } }), 403],
    ['the API by another name', () => ({ path: '/api/auth.test', headers: { host: 'x' } }), 403],
  ])('%s', async (_name, sent, status) => {
    expect(await send(sent())).toBe(status)
  })

  test.each<[string, () => Record<string, string>, number]>([
    ['a program', () => json, 200],
    ['the page', () => ({ ...json, origin: `http://127.0.0.1:${port}` }), 200],
    ['another site', () => ({ ...json, origin: 'https://evil.test' }), 403],
    ['a file on disk', () => ({ ...json, origin: 'null' }), 403],
    ['a form', () => ({ 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['plain text', () => ({ 'content-type': 'text/plain' }), 415],
  ])('%s may type: %s', async (_name, headers, status) => {
    const sent = { method: 'POST', path: '/workspace/type', headers: headers(), body: line }
    expect(await send(sent)).toBe(status)
    expect(scene.workspace.messages('#capacity')).toHaveLength(status === 200 ? 1 : 0)
  })

  test('nobody who sends a megabyte', async () => {
    const body = JSON.stringify({ user: 'ada', channel: '#capacity', text: 'x'.repeat(1024 ** 2) })
    expect(await send({ method: 'POST', path: '/workspace/type', headers: json, body })).toBe(413)
  })
})

describe('what is not there', () => {
  test.each([
    ['GET', '/../package.json', 404],
    ['GET', '/%2e%2e/http/server.ts', 404],
    ['GET', '/page', 404],
    ['GET', '//', 404],
    ['GET', '//evil.test/', 404],
    ['GET', '/files/F0/x.png', 404],
    ['POST', '/workspace/constructor', 404],
    ['POST', '/workspace/nothing', 404],
    ['PUT', '/', 405],
  ])('%s %s', async (method, path, status) => {
    const body = method === 'POST' ? '{}' : ''
    expect(await send({ method, path, headers: json, body })).toBe(status)
  })

  test('somebody who types', async () => {
    const body = JSON.stringify({ user: 'nobody', channel: '#capacity', text: 'hello' })
    expect(await send({ method: 'POST', path: '/workspace/type', headers: json, body })).toBe(404)
  })

  test('a response_url that was never made', async () => {
    const sent = { method: 'POST', path: '/hooks/commands/T0EKSIP/nothing', body: '{}' }
    expect(await send(sent)).toBe(404)
  })

  test.each(['not json', '{}', '{"user":"ada"}', 'null'])('a line of %s', async (body) => {
    const sent = { method: 'POST', path: '/workspace/type', headers: json, body }
    expect(await send(sent)).toBe(400)
  })
})

/** Follows the stream of one user; gives everything that came until some text is in it. */
async function openStream(user: string) {
  const { body } = await fetch(`${scene.workspace.url}workspace/changes?user=${user}`)
  if (body === null) throw new Error('no stream')
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return async (wanted: string): Promise<string> => {
    while (!text.includes(wanted)) {
      const { value, done } = await reader.read()
      if (done) throw new Error(`the stream ended without ${wanted}`)
      text += value
    }
    return text
  }
}

function clickOn(ts: string | undefined) {
  const place = { kind: 'message', channel: 'C0CAPACITY', ts }
  return { user: 'ada', place, blockId: 'block-1', actionId: 'go' }
}

describe('a click on the page', () => {
  test.each([
    ['a message that is not there', '1.000000', { ok: false, error: 'message_not_found' }],
    ['a bot that does not answer well', undefined, { ok: false, error: 'http_service_error' }],
  ])('%s', async (_name, ts, answer) => {
    const bad = await startScene(({ form }) =>
      form.has('payload') ? { status: 500 } : { json: { text: 'x', blocks: [goButton] } },
    )
    const [message] = await bad.workspace.user('ada').types('#capacity', '/eksip')
    const click = clickOn(ts ?? message?.ts)
    const { json: answered } = await postJson(`${bad.workspace.url}workspace/click`, click)
    await bad.stop()
    expect(answered).toEqual(answer)
  })

  test('reaches the bot', async () => {
    const good = await startScene(({ form }) =>
      form.has('payload') ? {} : { json: { text: 'x', blocks: [goButton] } },
    )
    const [message] = await good.workspace.user('ada').types('#capacity', '/eksip')
    const click = clickOn(message?.ts)
    const { json: answered } = await postJson(`${good.workspace.url}workspace/click`, click)
    await good.stop()
    expect(answered).toEqual({ ok: true })
    expect(payloadOf(good.received[1])['actions']).toMatchObject([{ action_id: 'go' }])
  })
})

describe('the stream of changes', () => {
  test('starts with all that the user sees', async () => {
    await scene.workspace.user('ada').types('#prod-blue', 'a secret')
    await scene.workspace.user('ada').types('#capacity', '/eksip')
    const adas = await openStream('ada')
    expect(await adas('a secret')).toMatch(/^:\n\nevent: view\n/)
    const olivers = await openStream('oliver')
    const text = await olivers('\n\n')
    expect(text).not.toContain('a secret')
    expect(text).not.toContain('C0PRODBLUE')
  })

  test('brings what the user notices, and nothing of others', async () => {
    const seenUntil = await openStream('oliver')
    await seenUntil('event: view')
    const ada = scene.workspace.user('ada')
    await ada.types('#prod-blue', 'a secret')
    await ada.types('#capacity', '/eksip')
    await ada.types('#capacity', 'good morning')
    const text = await seenUntil('good morning')
    expect(text.match(/event: change/g)).toHaveLength(1)
    expect(text).not.toContain('a secret')
  })

  test('is only for somebody', async () => {
    expect(await send({ path: '/workspace/changes?user=nobody' })).toBe(404)
  })
})
