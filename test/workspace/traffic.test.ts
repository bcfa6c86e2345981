import { expect, test } from 'vitest'

import { createTraffic, type Begun } from '../../src/workspace/traffic.ts'

const begun: Begun = {
  direction: 'to the bot',
  transport: 'http',
  name: '/eksip',
  headers: { 'x-proof': 'a s3cret in a header' },
  body: '{"token":"s3cret"}',
}

function start() {
  let id = 0
  const newId = () => {
    id += 1
    return String(id)
  }
  return createTraffic({ nowMs: () => 1000, newId, secrets: () => ['s3cret', ''] })
}

test('a request is kept as it begins and as it ends, without secrets', () => {
  const traffic = start()
  const end = traffic.begin(begun)
  const first = {
    ...begun,
    id: '1',
    atMs: 1000,
    headers: { 'x-proof': 'a ‹secret› in a header' },
    body: '{"token":"‹secret›"}',
    proof: 'unknown',
    status: null,
    answer: null,
    durationMs: null,
  }
  expect(traffic.entries()).toEqual([first])
  end({ proof: 'signature accepted', status: 200, answer: 'not s3cret' })
  expect(traffic.entries()).toEqual([
    {
      ...first,
      proof: 'signature accepted',
      status: 200,
      answer: 'not ‹secret›',
      durationMs: expect.any(Number),
    },
  ])
})

test('the last two hundred are kept', () => {
  const traffic = start()
  for (let count = 1; count <= 205; count += 1) traffic.begin(begun)
  const ids = traffic.entries().map(({ id }) => id)
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([200, '6', '205'])
})

test('one that has left the ring does not come back when it ends', () => {
  const traffic = start()
  const end = traffic.begin(begun)
  for (let count = 1; count <= 200; count += 1) traffic.begin(begun)
  end({ proof: 'none', status: 200, answer: '' })
  expect(traffic.entries().map(({ id }) => id)).not.toContain('1')
})

test('those who watch are told until they stop', () => {
  const traffic = start()
  const seen: string[] = []
  const stop = traffic.subscribe(({ id, status }) => void seen.push(`${id} ${status}`))
  traffic.begin(begun)({ proof: 'none', status: 204, answer: '' })
  stop()
  traffic.begin(begun)
  expect(seen).toEqual(['1 null', '1 204'])
})
