import { withDeadline } from './deadline.ts'

/** The listeners that run at this moment, so that the bot can wait for them when it stops. */
export interface UnderWay {
  /** Runs a listener and counts it until it is done. */
  run(listener: () => Promise<void>): Promise<void>
  /** How many there are. */
  count(): number
  /** Waits until none is left, `ms` milliseconds at most. */
  done(ms: number): Promise<void>
}

export function countUnderWay(): UnderWay {
  const running = new Set<Promise<void>>()
  return {
    async run(listener) {
      const promise = listener()
      running.add(promise)
      try {
        await promise
      } finally {
        running.delete(promise)
      }
    },
    count: () => running.size,
    async done(ms) {
      await withDeadline(Promise.allSettled(running), ms).catch(() => undefined)
    },
  }
}
