import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'

import { shownText } from '../../src/workspace/shown-text.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'

const appToken = 'xapp-for-tests'
let workspace: Workspace

beforeEach(async () => {
  workspace = await startWorkspace({
    port: 0,
    delivery: 'socket',
    signingSecret: 'secret',
    botToken: 'xoxb-for-tests',
    appToken,
    ackWithinMs: 100,
    eventRetryDelaysMs: [10],
  })
})

afterEach(() => workspace.stop())

async function address(): Promise<string> {
  const response = await fetch(`${workspace.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${appToken}` },
  })
  const { url } = Object.assign({ url: '' }, await response.json())
  return url
}

type Envelope = Readonly<Record<string, unknown>>

/** Opens a connection; `answer` gives the payload of each acknowledgement, or undefined for none. */
async function connect(answer: (envelope: Envelope) => unknown, url?: string) {
  const socket = new WebSocket(url ?? (await address()))
  const received: Envelope[] = []
  socket.on('message', (data: Buffer) => {
    const envelope: Envelope = JSON.parse(data.toString('utf8'))
    received.push(envelope)
    const { envelope_id } = envelope
    const payload = envelope_id === undefined ? undefined : answer(envelope)
    if (payload !== undefined) socket.send(JSON.stringify({ envelope_id, payload }))
  })
  await new Promise((resolve, reject) => {
    socket.once('message', resolve)
    socket.once('error', reject)
  })
  return { socket, received }
}

const types = async (text: string) =>
  (await workspace.user('ada').types('#capacity', text)).map(shownText)

describe('a connection', () => {
  test('is greeted', async () => {
    const { received } = await connect(() => ({}))
    expect(received).toMatchObject([
      { type: 'hello', num_connections: 1, connection_info: { app_id: 'A0EKSIP' } },
    ])
  })

  test('brings a command in an envelope, and takes the answer in the acknowledgement', async () => {
    const { received } = await connect(() => ({ text: 'over the socket' }))
    expect(await types('/eksip 2 nodes')).toEqual(['over the socket'])
    expect(received[1]).toEqual({
      envelope_id: expect.any(String),
      type: 'slash_commands',
      accepts_response_payload: true,
      payload: expect.objectContaining({ command: '/eksip', text: '2 nodes', user_id: 'U0ADA' }),
    })
  })

  test('brings events, again when they are not acknowledged', async () => {
    const { received } = await connect(() => undefined)
    await types('@eksip hello')
    await expect.poll(() => received.length).toBe(3)
    expect(received.slice(1)).toMatchObject([
      { type: 'events_api', accepts_response_payload: false, retry_attempt: 0, retry_reason: '' },
      { type: 'events_api', retry_attempt: 1, retry_reason: 'http_timeout' },
    ])
    expect(received[1]?.['envelope_id']).not.toBe(received[2]?.['envelope_id'])
  })

  test('is pinged back', async () => {
    const { socket } = await connect(() => ({}))
    const pong = new Promise((resolve) => {
      socket.once('pong', resolve)
    })
    socket.ping('here')
    expect(String(await pong)).toBe('here')
  })

  test('is one of many, and each request goes to one of them', async () => {
    const all = await Promise.all(Array.from({ length: 3 }, () => connect(() => ({ text: 'ok' }))))
    for (let round = 0; round < 20; round += 1) await types('/eksip')
    const counts = all.map(({ received }) => received.length - 1)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20)
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(1)
  })

  test('may be the tenth, and not the eleventh', async () => {
    await Promise.all(Array.from({ length: 10 }, () => connect(() => ({}))))
    const { received, socket } = await connect(() => ({}))
    expect(received).toEqual([{ type: 'disconnect', reason: 'too_many_websockets' }])
    await expect.poll(() => socket.readyState).toBe(WebSocket.CLOSED)
    expect(workspace.sockets.count).toBe(10)
  })

  test('hears that it shall go, and gets nothing more', async () => {
    const { received } = await connect(() => ({}))
    workspace.sockets.disconnect('refresh_requested')
    await expect
      .poll(() => received.at(-1))
      .toMatchObject({
        type: 'disconnect',
        reason: 'refresh_requested',
      })
    expect(await types('/eksip')).toEqual(['/eksip failed with the error "dispatch_failed"'])
  })

  test('is only warned at first', async () => {
    const { received } = await connect(() => ({ text: 'still here' }))
    workspace.sockets.disconnect('warning')
    expect(await types('/eksip')).toEqual(['still here'])
    expect(received[1]).toMatchObject({ type: 'disconnect', reason: 'warning' })
  })
})

describe('an acknowledgement', () => {
  test('that does not come is a timeout', async () => {
    await connect(() => undefined)
    expect(await types('/eksip')).toEqual(['/eksip failed with the error "operation_timeout"'])
  })

  test('of something else is no acknowledgement, and breaks nothing', async () => {
    const { socket } = await connect(() => undefined)
    for (const text of ['nonsense', '[]', '{"envelope_id":"x"}', '{"envelope_id":1}']) {
      socket.send(text)
    }
    expect(await types('/eksip')).toEqual(['/eksip failed with the error "operation_timeout"'])
  })
})

describe('an address', () => {
  test('is good once', async () => {
    const url = await address()
    await connect(() => ({}), url)
    await expect(connect(() => ({}), url)).rejects.toThrow('403')
  })

  test('must have been given', async () => {
    const url = `${workspace.url.replace('http', 'ws')}link/?ticket=x`
    await expect(connect(() => ({}), url)).rejects.toThrow('403')
  })

  test('is not for a page of another site', async () => {
    const url = (await address()).replace('127.0.0.1', 'localhost')
    const socket = new WebSocket(url, { headers: { host: 'evil.test' } })
    const error = await new Promise((resolve) => {
      socket.once('error', resolve)
    })
    expect(String(error)).toContain('403')
  })
})

test('without a connection nothing is delivered', async () => {
  expect(await types('/eksip')).toEqual(['/eksip failed with the error "dispatch_failed"'])
})
