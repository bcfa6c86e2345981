/** A map that forgets: each entry after its time, and the oldest ones past `most` entries. */
export interface ExpiringMap<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value, lifetimeMs: number): void
  delete(key: string): void
}

export function expiringMap<Value>(most: number, now: () => number): ExpiringMap<Value> {
  const entries = new Map<string, { readonly value: Value; readonly until: number }>()
  return {
    get(key) {
      const entry = entries.get(key)
      if (entry && entry.until > now()) return entry.value
      entries.delete(key)
      return undefined
    },
    set(key, value, lifetimeMs) {
      entries.delete(key)
      entries.set(key, { value, until: now() + lifetimeMs })
      const [oldest] = entries.keys()
      if (entries.size > most && oldest !== undefined) entries.delete(oldest)
    },
    delete: (key) => void entries.delete(key),
  }
}
