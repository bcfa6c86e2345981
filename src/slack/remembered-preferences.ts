import type { Person, Preference, Preferences } from '../history/preferences.ts'
import { expiringMap } from './expiring-map.ts'

/** Other replicas see a change after so long at most. */
const KEEP_MS = 60_000
const MOST_PEOPLE = 10_000

/** Preferences that are not read again for every line that somebody sends. */
export function rememberedPreferences(preferences: Preferences, now: () => number): Preferences {
  const known = expiringMap<Preference>(MOST_PEOPLE, now)
  return {
    async find(person) {
      const remembered = known.get(keyOf(person))
      if (remembered) return remembered
      const preference = await preferences.find(person)
      known.set(keyOf(person), preference, KEEP_MS)
      return preference
    },
    async change(person, changes) {
      const preference = await preferences.change(person, changes)
      known.set(keyOf(person), preference, KEEP_MS)
      return preference
    },
  }
}

function keyOf({ workspace, author }: Person): string {
  return `${workspace} ${author}`
}
