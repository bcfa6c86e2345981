import { tz } from '@date-fns/tz'
import {
  addDays,
  addMonths,
  addWeeks,
  parseISO,
  startOfDay,
  startOfMonth,
  startOfWeek,
} from 'date-fns'
import type { Days } from '../command/command.ts'

/** The moments that enclose the days somebody names: from `since`, and before `until`. */
export function daysBetween(
  days: Days,
  now: Date,
  timeZone: string,
): { readonly since: Date; readonly until: Date | null } {
  const here = { in: tz(timeZone) }
  const today = startOfDay(now, here)
  const week = startOfWeek(now, { ...here, weekStartsOn: 1 })
  const month = startOfMonth(now, here)
  switch (days.kind) {
    case 'today':
      return span(today, null)
    case 'yesterday':
      return span(addDays(today, -1), today)
    case 'this-week':
      return span(week, null)
    case 'last-week':
      return span(addWeeks(week, -1), week)
    case 'this-month':
      return span(month, null)
    case 'last-month':
      return span(addMonths(month, -1), month)
    case 'day': {
      const day = parseISO(days.date, here)
      return span(day, addDays(day, 1))
    }
    case 'since':
      return span(parseISO(days.date, here), null)
  }
}

/** Plain dates, which forget the zone they were counted in. */
function span(since: Date, until: Date | null) {
  return {
    since: new Date(since.getTime()),
    until: until && new Date(until.getTime()),
  }
}
