import type { UnderWay } from '../under-way.ts'

/** New replies on their way out, some at a time. */
export interface Departures {
  /** Puts a reply at the end of the row; false where the row is full. */
  add(id: string): boolean
  /** How many more replies may depart at this moment. */
  free(): number
  /** Counts as many replies as on their way until `work` is done. */
  run(replies: number, work: () => Promise<void>): void
  /** Begins nothing more, and waits for what is on its way. */
  stop(): Promise<void>
}

export interface DeparturesOptions {
  /** Takes these replies and begins to send them. */
  readonly depart: (ids: readonly string[]) => Promise<void>
  readonly underWay: UnderWay
  readonly onError: (error: unknown) => void
}

/** Slack's Web API is called for so many replies at a time. */
const MOST_AT_ONCE = 20
/** New replies past these are left in the outbox, where any replica takes them. */
const MOST_WAITING = 2_000
/** Replies wait so long for others, with which they are taken from the outbox. */
const GATHER_MS = 40
/** More commands than these at a time wait for each other. */
const RUSH_COMMANDS = 5
/** While commands wait for each other, and so long after, replies wait too; but some depart so often. */
const RUSH_PAUSE_MS = 500
const RUSH_REPLIES = 10

/** Acknowledgements come first: Slack gives them three seconds, and a reply none. */
export function createDepartures({ depart, underWay, onError }: DeparturesOptions): Departures {
  const waiting: string[] = []
  const running = new Set<Promise<void>>()
  let onTheirWay = 0
  let timer: NodeJS.Timeout | undefined
  let departedAt = Number.NEGATIVE_INFINITY
  let rushedAt = Number.NEGATIVE_INFINITY
  let isStopped = false

  const free = (): number => {
    const room = Math.max(0, MOST_AT_ONCE - onTheirWay)
    const now = performance.now()
    if (underWay.count() > RUSH_COMMANDS) rushedAt = now
    if (now - rushedAt >= RUSH_PAUSE_MS) return room
    return now - departedAt < RUSH_PAUSE_MS ? 0 : Math.min(room, RUSH_REPLIES)
  }

  const run = (replies: number, work: () => Promise<void>): void => {
    onTheirWay += replies
    departedAt = performance.now()
    const promise = work()
      .catch(onError)
      .finally(() => {
        running.delete(promise)
        onTheirWay -= replies
        lookSoon()
      })
    running.add(promise)
  }

  const lookSoon = (): void => {
    if (timer !== undefined || isStopped || waiting.length === 0) return
    timer = setTimeout(() => {
      timer = undefined
      departSome()
      lookSoon()
    }, GATHER_MS)
  }

  const departSome = (): void => {
    const ids = waiting.splice(0, free())
    if (ids.length > 0) run(ids.length, () => depart(ids))
  }

  return {
    add(id) {
      if (isStopped || waiting.length >= MOST_WAITING) return false
      waiting.push(id)
      lookSoon()
      return true
    },
    free,
    run,
    async stop() {
      isStopped = true
      clearTimeout(timer)
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}
