import { expect, test } from 'vitest'
import { daysBetween } from '../../src/answers/days.ts'
import type { Days } from '../../src/command/command.ts'

const sunday = '2026-11-22T12:00:00Z'

test.each<[Days, string, string, string, string | null]>([
  [{ kind: 'today' }, sunday, 'UTC', '2026-11-22T00:00Z', null],
  [{ kind: 'today' }, '2026-11-22T23:30:00Z', 'Europe/Paris', '2026-11-22T23:00Z', null],
  [{ kind: 'yesterday' }, sunday, 'UTC', '2026-11-21T00:00Z', '2026-11-22T00:00Z'],
  [{ kind: 'yesterday' }, sunday, 'Asia/Tokyo', '2026-11-20T15:00Z', '2026-11-21T15:00Z'],
  [{ kind: 'this-week' }, sunday, 'UTC', '2026-11-16T00:00Z', null],
  [{ kind: 'last-week' }, sunday, 'UTC', '2026-11-09T00:00Z', '2026-11-16T00:00Z'],
  [{ kind: 'last-days', count: 1 }, sunday, 'UTC', '2026-11-22T00:00Z', null],
  [{ kind: 'last-days', count: 7 }, sunday, 'Europe/Paris', '2026-11-15T23:00Z', null],
  [{ kind: 'last-days', count: 3650 }, sunday, 'UTC', '2016-11-25T00:00Z', null],
  [{ kind: 'since-yesterday' }, sunday, 'UTC', '2026-11-21T00:00Z', null],
  [{ kind: 'since-last-week' }, sunday, 'UTC', '2026-11-09T00:00Z', null],
  [{ kind: 'since-last-month' }, sunday, 'UTC', '2026-10-01T00:00Z', null],
  [{ kind: 'this-month' }, sunday, 'UTC', '2026-11-01T00:00Z', null],
  [{ kind: 'last-month' }, sunday, 'UTC', '2026-10-01T00:00Z', '2026-11-01T00:00Z'],
  [{ kind: 'since', date: '2026-11-01' }, sunday, 'America/New_York', '2026-11-01T04:00Z', null],
  // The clocks went back in that night, and forward in that week.
  [
    { kind: 'day', date: '2026-10-25' },
    sunday,
    'Europe/Paris',
    '2026-10-24T22:00Z',
    '2026-10-25T23:00Z',
  ],
  [
    { kind: 'last-week' },
    '2026-04-01T12:00:00Z',
    'Europe/Paris',
    '2026-03-22T23:00Z',
    '2026-03-29T22:00Z',
  ],
  // Days without a midnight: the clocks are put forward over it.
  [
    { kind: 'day', date: '2026-09-06' },
    sunday,
    'America/Santiago',
    '2026-09-06T04:00Z',
    '2026-09-07T03:00Z',
  ],
  [
    { kind: 'day', date: '2026-04-24' },
    sunday,
    'Africa/Cairo',
    '2026-04-23T22:00Z',
    '2026-04-24T21:00Z',
  ],
])('%j at %s in %s is from %s until %s', (days, now, timeZone, since, until) => {
  expect(daysBetween(days, new Date(now), timeZone)).toEqual({
    since: new Date(since),
    until: until === null ? null : new Date(until),
  })
})
