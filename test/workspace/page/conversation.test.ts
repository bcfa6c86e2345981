import { describe, expect, test } from 'vitest'

import {
  countUnread,
  isContinuation,
  mainMessages,
  newestTs,
  repliesTo,
} from '../../../src/workspace/page/conversation.ts'
import { applyChange } from '../../../src/workspace/page/view-state.ts'
import { channelId, sampleMessage, sampleView } from './sample-view.ts'

const first = sampleMessage(1)
const reply = sampleMessage(2, { threadTs: first.ts })
const own = sampleMessage(3, { userId: 'U0ADA' })
const secret = sampleMessage(4, { visibleTo: 'U0ADA' })
const elsewhere = sampleMessage(5, { channelId: 'D0ADA' })
const messages = [first, reply, own, secret, elsewhere]

test('replies stand in their thread only', () => {
  expect(mainMessages(messages, channelId)).toEqual([first, own, secret])
  expect(repliesTo(messages, channelId, first.ts)).toEqual([reply])
  expect(newestTs(messages, channelId)).toBe(secret.ts)
})

test.each([
  ['never seen', undefined, 2],
  ['the first one seen', first.ts, 1],
  ['all seen', secret.ts, 0],
])('unread with %s: others, not one’s own, not the private ones', (_name, seenTs, count) => {
  expect(countUnread(messages, channelId, 'U0ADA', seenTs)).toBe(count)
})

test.each([
  ['at the beginning', undefined, first, false],
  ['a minute later', first, sampleMessage(2), true],
  ['ten minutes later', first, sampleMessage(11), false],
  ['by another', first, own, false],
  ['privately', first, sampleMessage(2, { visibleTo: 'U0ADA' }), false],
] as const)('a message %s goes on with the one before: %#', (_name, before, message, goesOn) => {
  expect(isContinuation(before, message)).toBe(goesOn)
})

describe('a step of the view', () => {
  const view = sampleView({ messages: [first, own] })

  test('puts a message where its time is, and once', () => {
    const posted = applyChange(view, { kind: 'posted', message: reply })
    expect(posted.messages).toEqual([first, reply, own])
    const again = applyChange(posted, { kind: 'changed', message: { ...reply, text: 'new' } })
    expect(again.messages.map(({ text }) => text)).toEqual([first.text, 'new', own.text])
  })

  test('takes a message away', () => {
    expect(applyChange(view, { kind: 'deleted', message: first }).messages).toEqual([own])
  })

  test('renews a user and a channel, or adds one', () => {
    const [ada] = view.users
    const [channel] = view.channels
    if (ada === undefined || channel === undefined) throw new Error('an empty sample')
    const french = applyChange(view, { kind: 'user', user: { ...ada, locale: 'fr-FR' } })
    expect(french.users).toHaveLength(view.users.length)
    expect(french.users[0]?.locale).toBe('fr-FR')
    const more = applyChange(view, { kind: 'channel', channel: { ...channel, id: 'CNEW' } })
    expect(more.channels).toHaveLength(view.channels.length + 1)
  })

  test('replaces modals', () => {
    expect(applyChange(view, { kind: 'modals', modals: [] }).modals).toEqual([])
  })
})
