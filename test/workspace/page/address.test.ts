import { expect, test } from 'vitest'

import { formatAddress, parseAddress } from '../../../src/workspace/page/address.ts'

test.each([
  ['#home', { kind: 'home' }],
  ['#C1', { kind: 'channel', channelId: 'C1' }],
  ['#C1/1.000002', { kind: 'channel', channelId: 'C1', ts: '1.000002' }],
  ['#C1/thread/1.000002', { kind: 'channel', channelId: 'C1', threadTs: '1.000002' }],
] as const)('%s is read and written', (hash, address) => {
  expect(parseAddress(hash)).toEqual(address)
  expect(formatAddress(address)).toBe(hash)
})

test('no address is the first channel', () => {
  expect(parseAddress('')).toEqual({ kind: 'channel', channelId: '' })
})
