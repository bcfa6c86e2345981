import { array, assert, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { notices, visibleMessages } from '../../../src/workspace/state/lookup.ts'
import {
  changeMessage,
  deleteMessage,
  postMessage,
  type Draft,
} from '../../../src/workspace/state/messages.ts'
import { joinChannel } from '../../../src/workspace/state/people.ts'
import type { Change, Message, State } from '../../../src/workspace/state/model.ts'
import { seed } from '../../../src/workspace/state/seed.ts'

const nowMs = 1_700_000_000_123
const hello: Draft = { channelId: 'C0CAPACITY', userId: 'U0ADA', text: 'hello', blocks: [] }

function post(state: State, draft: Partial<Draft> = {}, atMs = nowMs) {
  const next = postMessage(state, { ...hello, ...draft }, atMs)
  return { state: next.state, message: messageOf(next.change), change: next.change }
}

function messageOf(change: Change): Message {
  if (!('message' in change)) throw new Error('no message in this change')
  return change.message
}

describe('a posted message', () => {
  test('has a ts in seconds with six digits behind the point', () => {
    expect(post(seed).message.ts).toBe('1700000000.123000')
  })

  test('never shares its ts, whatever the clock does', () => {
    assert(
      property(array(nat({ max: 2_000_000_000_000 }), { maxLength: 20 }), (clock) => {
        const state = clock.reduce((before, atMs) => post(before, {}, atMs).state, seed)
        const times = state.messages.map(({ ts }) => Number(ts))
        expect(new Set(state.messages.map(({ ts }) => ts)).size).toBe(clock.length)
        expect(times).toEqual(times.toSorted((left, right) => left - right))
      }),
    )
  })

  test('leaves the state before it as it was', () => {
    post(seed)
    expect(seed.messages).toEqual([])
  })
})

describe('a changed message', () => {
  test('keeps its place and its ts, and is marked as edited', () => {
    const first = post(seed)
    const second = post(first.state)
    const body = { text: 'bye', blocks: [] }
    const { state } = changeMessage(second.state, first.message, body, nowMs + 1000)
    expect(state.messages.map(({ text }) => text)).toEqual(['bye', 'hello'])
    expect(state.messages[0]).toMatchObject({ ts: first.message.ts, editedTs: '1700000001.123000' })
  })

  test('is not marked when only one user sees it', () => {
    const { state, message } = post(seed, { visibleTo: 'U0ADA' })
    const change = changeMessage(state, message, { text: 'bye', blocks: [] }, nowMs)
    expect(change.state.messages[0]?.editedTs).toBeUndefined()
  })
})

test('a deleted message is gone and its ts is not used again', () => {
  const { state, message } = post(seed)
  const after = deleteMessage(state, message).state
  expect(after.messages).toEqual([])
  expect(post(after).message.ts).not.toBe(message.ts)
})

test('joining twice makes one member', () => {
  const once = joinChannel(seed, 'C0PLATFORM', 'U0EKSIP').state
  const twice = joinChannel(once, 'C0PLATFORM', 'U0EKSIP').state
  const members = twice.channels.find(({ id }) => id === 'C0PLATFORM')?.memberIds
  expect(members).toEqual(['U0ADA', 'U0AMELIE', 'U0OLIVER', 'U0EKSIP'])
})

describe('who sees what', () => {
  const everyone = ['U0ADA', 'U0AMELIE', 'U0OLIVER']

  test.each<[string, Partial<Draft>, readonly string[]]>([
    ['a message in a public channel', {}, everyone],
    ['an ephemeral message', { visibleTo: 'U0AMELIE' }, ['U0AMELIE']],
    ['a private channel', { channelId: 'C0PRODBLUE' }, ['U0ADA', 'U0AMELIE']],
    ['a direct conversation', { channelId: 'D0ADA' }, ['U0ADA']],
  ])('%s', (_name, draft, readers) => {
    const { state, change } = post(seed, draft)
    expect(everyone.filter((user) => notices(state, change, user))).toEqual(readers)
  })

  test('a channel read by nobody in particular shows all of it', () => {
    const { state } = post(seed, { visibleTo: 'U0AMELIE' })
    expect(visibleMessages(state, 'C0CAPACITY')).toHaveLength(1)
    expect(visibleMessages(state, 'C0CAPACITY', 'U0ADA')).toHaveLength(0)
  })
})
