import { expiringMap } from './expiring-map.ts'

/** Keeps one sender from taking the time of all others. In memory: each replica counts for itself. */
export interface Pace {
  /** Counts a request; `null` lets it pass, else the seconds after which the next one passes. */
  take(workspace: string, user: string): number | null
}

/** A sender may have this many requests at once, and so many more each second. */
interface Allowance {
  readonly burst: number
  readonly perSecond: number
}

const USER: Allowance = { burst: 20, perSecond: 1 }
const WORKSPACE: Allowance = { burst: 200, perSecond: 20 }
const MOST_SENDERS = 20_000

interface Bucket {
  readonly left: number
  readonly atMs: number
}

export function createPace(now: () => number = Date.now, user = USER, workspace = WORKSPACE): Pace {
  const buckets = expiringMap<Bucket>(MOST_SENDERS, now)

  const refilled = (key: string, { burst, perSecond }: Allowance): number => {
    const bucket = buckets.get(key)
    if (!bucket) return burst
    return Math.min(burst, bucket.left + ((now() - bucket.atMs) / 1_000) * perSecond)
  }
  const spend = (key: string, left: number, { burst, perSecond }: Allowance): void => {
    buckets.set(key, { left: left - 1, atMs: now() }, (burst / perSecond) * 1_000)
  }

  return {
    take(team, person) {
      const personsKey = `${team} ${person}`
      const persons = refilled(personsKey, user)
      const teams = refilled(team, workspace)
      if (persons < 1) return Math.ceil((1 - persons) / user.perSecond)
      if (teams < 1) return Math.ceil((1 - teams) / workspace.perSecond)
      spend(personsKey, persons, user)
      spend(team, teams, workspace)
      return null
    },
  }
}
