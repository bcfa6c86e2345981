import { expiringMap } from './expiring-map.ts'

/** Events that came lately. Slack sends one again when its acknowledgement is late or lost. */
export interface Events {
  /** False for an event that this process has seen. Stored runs are told apart by the history too. */
  isNew(id: string): boolean
}

/** Slack's last retry comes five minutes after the one before. */
const KEEP_MS = 15 * 60_000
const MOST_EVENTS = 20_000

export function recentEvents(now: () => number = Date.now): Events {
  const seen = expiringMap<true>(MOST_EVENTS, now)
  return {
    isNew(id) {
      if (seen.get(id)) return false
      seen.set(id, true, KEEP_MS)
      return true
    },
  }
}
