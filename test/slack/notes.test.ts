import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import type { DueReply, Ending, Outbox } from '../../src/history/outbox.ts'
import { createNotes } from '../../src/slack/delivery/notes.ts'

/** An outbox that remembers what is noted, where `takes` does not throw. */
function noting(takes: (ids: readonly string[]) => void) {
  const noted: string[] = []
  const take = async (ids: readonly string[]) => {
    takes(ids)
    noted.push(...ids)
  }
  const outbox: Outbox = {
    ...NOTHING,
    finish: (endings: readonly Ending[]) => take(endings.map(({ id }) => id)),
    postpone: (id) => take([id]),
  }
  return { notes: createNotes(outbox, pino({ level: 'silent' })), noted }
}

const SENT = { kind: 'sent', ts: '17.000001' } as const
const LATER = { kind: 'later', waitMs: 1_000, reason: 'ratelimited' } as const

describe.concurrent('a batch of notes', () => {
  test('what the database does not take of one reply keeps no other from being noted', async () => {
    const { notes, noted } = noting((ids) => {
      if (ids.includes('bad')) throw new Error('not this one')
    })
    await Promise.allSettled(['one', 'bad', 'two'].map((id) => notes.add(due(id), SENT)))
    expect(noted).toEqual(['one', 'two'])
  })

  test.each([
    ['that it was sent', SENT],
    ['that it waits', LATER],
  ] as const)('%s is noted after the third failure too', async (_, posted) => {
    let failures = 0
    const { notes, noted } = noting(() => {
      failures += 1
      if (failures <= 3) throw new Error('the database is away')
    })
    await notes.add(due('one'), posted)
    expect(noted).toEqual(['one'])
  })
})

function due(id: string): DueReply {
  return {
    delivery: { id, installation: 'T1', language: 'en', responseUrl: null },
    workspace: 'T1',
    channel: 'C1',
    thread: null,
    author: 'U1',
    sharedBy: null,
    number: 1,
    earlier: null,
    form: 'blocks',
    attempts: 1,
    createdAt: new Date(0),
  }
}

const unused = () => Promise.reject(new Error('not used here'))
const NOTHING: Outbox = {
  add: unused,
  begin: unused,
  take: unused,
  finish: unused,
  postpone: unused,
  abandon: unused,
  forget: unused,
}
