import type { Days } from './command.ts'
import { plainAt, isSign, passFillers, peek, takeSign, wordOf, type Cursor } from './cursor.ts'
import type { Problem } from './problem.ts'
import { problem } from './reading.ts'

type NamedDays = 'today' | 'yesterday' | `${'this' | 'last'}-${'week' | 'month'}`

/** What people call some days, of one word or two, by `plainWord`. */
const NAMED_DAYS: ReadonlyMap<string, NamedDays> = new Map([
  ['today', 'today'],
  ["aujourd'hui", 'today'],
  ['yesterday', 'yesterday'],
  ['hier', 'yesterday'],
  ['this-week', 'this-week'],
  ['cette-semaine', 'this-week'],
  ['last-week', 'last-week'],
  ['semaine-derniere', 'last-week'],
  ['this-month', 'this-month'],
  ['ce-mois', 'this-month'],
  ['ce-mois-ci', 'this-month'],
  ['last-month', 'last-month'],
  ['mois-dernier', 'last-month'],
])

const SINCE: ReadonlySet<string> = new Set(['since', 'from', 'after', 'depuis'])

/** The same days and all that follow them; those of today, this week and this month last until now anyway. */
const SINCE_DAYS = {
  today: 'today',
  yesterday: 'since-yesterday',
  'this-week': 'this-week',
  'last-week': 'since-last-week',
  'this-month': 'this-month',
  'last-month': 'since-last-month',
} as const satisfies Readonly<Record<NamedDays, Days['kind']>>

/** Every word for days, for help. */
export const DAY_WORDS: readonly string[] = [...NAMED_DAYS.keys(), ...SINCE]

const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `yesterday`, `last week`, `last 7 days`, `2026-11-20`, `since 2026-11-01`; `null` where the next words name no days. */
export function readDays(cursor: Cursor): Days | Problem | null {
  const named = takeNamedDays(cursor)
  if (named !== null) return { kind: named }
  const count = takeLastDays(cursor)
  if (count !== null) return { kind: 'last-days', count }
  const from = cursor.index
  const since = SINCE.has(plainAt(cursor)) ? takeSinceDays(cursor) : null
  if (since !== null) return { kind: SINCE_DAYS[since] }
  const isSince = SINCE.has(plainAt(cursor)) && !isFromSomebody(cursor)
  const isSigned = isSince && isSign(peek(cursor, 1))
  const words = (isSince ? 1 : 0) + (isSigned ? 1 : 0)
  const date = wordOf(peek(cursor, words))
  if (!isSince && !looksLikeDate(date)) return null
  cursor.index += date ? words + 1 : words
  if (!isDate(date)) return problem(cursor, from, { code: 'not-a-date' })
  return { kind: isSince ? 'since' : 'day', date }
}

/** `from @ada` */
function isFromSomebody(cursor: Cursor): boolean {
  return (
    plainAt(cursor) === 'from' && !/^\d/.test(wordOf(peek(cursor, isSign(peek(cursor, 1)) ? 2 : 1)))
  )
}

/** `since yesterday`, `depuis la semaine dernière` */
function takeSinceDays(cursor: Cursor): NamedDays | null {
  const ahead = { ...cursor, index: cursor.index + 1 }
  takeSign(ahead)
  passFillers(ahead)
  const days = takeNamedDays(ahead)
  if (days !== null) cursor.index = ahead.index
  return days
}

function takeNamedDays(cursor: Cursor): NamedDays | null {
  const [one, two] = [plainAt(cursor), plainAt(cursor, 1)]
  const ofTwo = NAMED_DAYS.get(`${one}-${two}`)
  const days = ofTwo ?? NAMED_DAYS.get(one ?? '') ?? null
  if (days !== null) cursor.index += ofTwo === undefined ? 1 : 2
  return days
}

/** `last 7 days`, `past 2 weeks`, `7 derniers jours`: so many days, or `null`. */
function takeLastDays(cursor: Cursor): number | null {
  const words = [plainAt(cursor), plainAt(cursor, 1), plainAt(cursor, 2)] as const
  const number = words.find((word) => /^[1-9]\d*$/.test(word)) ?? ''
  const [before, unit] = words.filter((word) => word !== number)
  const isLast = BEFORE_DAYS.has(before ?? '') && words[2] !== number
  const count = Number(number) * (DAYS_OF_UNIT.get(unit ?? '') ?? 0)
  if (!isLast || count < 1 || count > MOST_DAYS) return null
  cursor.index += words.length
  return count
}

const BEFORE_DAYS: ReadonlySet<string> = new Set(['last', 'past', 'derniers', 'dernieres'])

const DAYS_OF_UNIT: ReadonlyMap<string, number> = new Map([
  ...(['day', 'days', 'jour', 'jours'] as const).map((unit) => [unit, 1] as const),
  ...(['week', 'weeks', 'semaine', 'semaines'] as const).map((unit) => [unit, 7] as const),
])

/** Ten years; who looks further back wants everything. */
const MOST_DAYS = 3_650

function looksLikeDate(word: string): boolean {
  return /^\d{4}-\d{1,2}(-\d{1,2})?$/.test(word)
}

/** Whether a calendar has that day, in years that somebody may mean and every database counts. */
function isDate(date: string): boolean {
  if (!/^(19[7-9]|2\d\d)\d-\d{2}-\d{2}$/.test(date)) return false
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (month === 2 && day === 29) return isLeap
  return day >= 1 && day <= (MONTH_LENGTHS[month - 1] ?? 0)
}
