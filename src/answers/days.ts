import { tz } from '@date-fns/tz'
import { addDays, addMonths, parseISO, startOfDay, startOfMonth, startOfWeek } from 'date-fns'
import type { Days } from '../command/command.ts'

/** The moments that enclose the days somebody names: from `since`, and before `until`. */
export function daysBetween(
  days: Days,
  now: Date,
  timeZone: string,
): { readonly since: Date; readonly until: Date | null } {
  const here = { in: tz(timeZone) }
  /** A day begins at midnight, or where the clocks are put forward over midnight, at one o'clock. */
  const dayFrom = (date: Date, count: number) => startOfDay(addDays(date, count, here), here)
  const today = startOfDay(now, here)
  const week = startOfWeek(now, { ...here, weekStartsOn: 1 })
  const month = startOfMonth(now, here)
  switch (days.kind) {
    case 'today':
      return span(today, null)
    case 'yesterday':
      return span(dayFrom(today, -1), today)
    case 'since-yesterday':
      return span(dayFrom(today, -1), null)
    case 'last-days':
      return span(dayFrom(today, 1 - days.count), null)
    case 'this-week':
      return span(week, null)
    case 'last-week':
      return span(dayFrom(week, -7), week)
    case 'since-last-week':
      return span(dayFrom(week, -7), null)
    case 'this-month':
      return span(month, null)
    case 'last-month':
      return span(startOfMonth(addMonths(month, -1, here), here), month)
    case 'since-last-month':
      return span(startOfMonth(addMonths(month, -1, here), here), null)
    case 'day': {
      const day = startOfDay(parseISO(days.date, here), here)
      return span(day, dayFrom(day, 1))
    }
    case 'since':
      return span(startOfDay(parseISO(days.date, here), here), null)
  }
}

/** Plain dates, which forget the zone they were counted in. */
function span(since: Date, until: Date | null) {
  return {
    since: new Date(since.getTime()),
    until: until && new Date(until.getTime()),
  }
}
