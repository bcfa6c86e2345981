import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import {
  createAnnouncer,
  slackRetryDelaysMs,
  type Announcer,
} from '../../../src/workspace/delivery/announcer.ts'
import type {
  BotRequest,
  Delivery,
  DeliveryError,
} from '../../../src/workspace/delivery/bot-request.ts'
import { createLiveState } from '../../../src/workspace/state/live-state.ts'
import { seed } from '../../../src/workspace/state/seed.ts'

let sent: { readonly atMs: number; readonly request: BotRequest }[]
let delivery: Delivery
let announcer: Announcer

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  sent = []
  announcer = createAnnouncer({
    async door(request) {
      sent.push({ atMs: Date.now(), request })
      return delivery
    },
    live: createLiveState(seed),
    verificationToken: 'token',
    newId: () => '01234567-89ab-cdef',
    nowMs: () => Date.now(),
    retryDelaysMs: slackRetryDelaysMs,
  })
})

afterEach(() => void vi.useRealTimers())

const retries = () =>
  sent.map(({ request }) => (request.kind === 'event' ? request.retry : undefined))

describe('an event', () => {
  test.each<[DeliveryError, string]>([
    ['operation_timeout', 'http_timeout'],
    ['dispatch_failed', 'connection_failed'],
    ['http_client_error', 'http_error'],
    ['http_service_error', 'http_error'],
  ])(
    'that ends in %s comes again at once, after a minute and after five: %s',
    async (error, reason) => {
      delivery = { kind: 'failed', error }
      announcer.announce({ type: 'app_mention' })
      await vi.advanceTimersByTimeAsync(3_600_000)
      expect(sent.map(({ atMs }) => Math.floor(atMs / 1000))).toEqual([0, 0, 60, 360])
      expect(retries()).toEqual([
        undefined,
        { num: 1, reason },
        { num: 2, reason },
        { num: 3, reason },
      ])
      expect(new Set(sent.map(({ request }) => JSON.stringify(request.payload))).size).toBe(1)
    },
  )

  test('that is acknowledged comes once', async () => {
    delivery = { kind: 'acknowledged', contentType: '', body: '' }
    announcer.announce({ type: 'app_mention' })
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(sent).toHaveLength(1)
  })

  test('does not come again when the workspace has stopped', async () => {
    delivery = { kind: 'failed', error: 'dispatch_failed' }
    announcer.announce({ type: 'app_mention' })
    await vi.advanceTimersByTimeAsync(30_000)
    announcer.stop()
    announcer.announce({ type: 'app_mention' })
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(sent).toHaveLength(2)
  })
})
