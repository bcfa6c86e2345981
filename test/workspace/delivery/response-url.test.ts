import { expect, test } from 'vitest'

import { useOnce, type ResponseUrl } from '../../../src/workspace/delivery/response-url.ts'

const minute = 60_000
const fresh: ResponseUrl = {
  id: '1',
  channelId: 'C1',
  userId: 'U1',
  source: { kind: 'command' },
  cause: 'x',
  issuedAtMs: 0,
  uses: 0,
}

test.each([
  ['the first use', 0, 0, 'used'],
  ['the fifth use', 4, 0, 'used'],
  ['a sixth use', 5, 0, 'used_url'],
  ['the last moment', 0, 30 * minute, 'used'],
  ['a moment later', 0, 30 * minute + 1, 'expired_url'],
  ['both spent and old', 5, 31 * minute, 'expired_url'],
])('%s', (_name, uses, nowMs, outcome) => {
  const use = useOnce({ ...fresh, uses }, nowMs)
  expect(use.kind === 'used' ? use.kind : use.error).toBe(outcome)
})

test('each use is counted', () => {
  expect(useOnce({ ...fresh, uses: 2 }, 0)).toMatchObject({ url: { uses: 3 } })
})
