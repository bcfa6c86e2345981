import { withDeadline } from './deadline.ts'
import { expiringMap } from './expiring-map.ts'

export interface LookUpOptions<Value> {
  /** Asks for the value; may fail or hang. */
  readonly ask: (key: string) => Promise<Value>
  /** What is answered where nothing better is known in time. */
  readonly otherwise: Value
  readonly withinMs: number
  readonly keepMs: number
  /** How long a failure is remembered, so that a broken source costs no time again and again. */
  readonly keepFailureMs: number
  readonly most: number
  readonly now: () => number
}

/**
 * A look-up that remembers and never keeps anybody waiting: whoever asks while the source is slow
 * gets `otherwise` after `withinMs`, and the next one the value that has come meanwhile.
 */
export function lookUp<Value>(options: LookUpOptions<Value>): (key: string) => Promise<Value> {
  const { ask, otherwise, withinMs, keepMs, keepFailureMs } = options
  const known = expiringMap<Value>(options.most, options.now)
  const asking = new Map<string, Promise<Value>>()

  const fetchValue = async (key: string): Promise<Value> => {
    try {
      const value = await ask(key)
      known.set(key, value, keepMs)
      return value
    } catch {
      known.set(key, otherwise, keepFailureMs)
      return otherwise
    } finally {
      asking.delete(key)
    }
  }

  return async (key) => {
    const value = known.get(key)
    if (value !== undefined) return value
    const running = asking.get(key) ?? fetchValue(key)
    asking.set(key, running)
    return withDeadline(running, withinMs).catch(() => otherwise)
  }
}
