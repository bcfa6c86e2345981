import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { open, seal } from '../../src/slack/vault.ts'

const key = randomBytes(32)
const sealed = seal('xoxb-secret', 'T1', key)

test('a secret comes back for its owner', () => {
  expect(open(sealed, 'T1', key)).toBe('xoxb-secret')
})

test('the same secret never looks the same, and never shows', () => {
  expect(seal('xoxb-secret', 'T1', key).equals(sealed)).toBe(false)
  expect(sealed.includes('xoxb')).toBe(false)
})

const flipped = Buffer.from(sealed)
flipped[sealed.length - 1] = (flipped[sealed.length - 1] ?? 0) ^ 1

test.each([
  ['another owner', sealed, 'T2', key],
  ['another key', sealed, 'T1', randomBytes(32)],
  ['a flipped bit', flipped, 'T1', key],
  ['a part of it', sealed.subarray(0, 20), 'T1', key],
  ['nothing', Buffer.alloc(0), 'T1', key],
])('it does not open with %s', (_, bytes, owner, otherKey) => {
  expect(() => open(bytes, owner, otherKey)).toThrow(
    /authenticate|authentication|nonce|length|initialization/i,
  )
})
