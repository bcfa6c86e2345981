import type { TrafficEntry } from './http/page-contract.ts'

/** How many requests are kept. */
const kept = 200
/** The most that is kept of one body, in characters. */
const longest = 64_000

/** A request as it begins, and how it ends. */
export type Begun = Pick<TrafficEntry, 'direction' | 'transport' | 'name' | 'headers' | 'body'>
export type Ended = Pick<TrafficEntry, 'proof' | 'status' | 'answer'>

/** The last requests between the workspace and the bot. */
export type Traffic = {
  entries(): readonly TrafficEntry[]
  /** Notes a request; the given function notes its end. */
  begin(begun: Begun): (ended: Ended) => void
  subscribe(listener: (entry: TrafficEntry) => void): () => void
}

/** Keeps the traffic in a ring. Whatever `secrets` names is blanked before it is kept. */
export function createTraffic(parts: {
  readonly nowMs: () => number
  readonly newId: () => string
  readonly secrets: () => readonly string[]
}): Traffic {
  let ring: readonly TrafficEntry[] = []
  const listeners = new Set<(entry: TrafficEntry) => void>()
  const tell = (entry: TrafficEntry) => {
    for (const listener of listeners) listener(entry)
  }
  const blank = (text: string) => blankSecrets(text, parts.secrets())
  return {
    entries: () => ring,
    begin({ headers, body, ...begun }) {
      const startedAt = performance.now()
      const blanked = Object.entries(headers).map(([name, value]) => [name, blank(value)] as const)
      const entry: TrafficEntry = {
        id: parts.newId(),
        atMs: parts.nowMs(),
        ...begun,
        headers: Object.fromEntries(blanked),
        body: blank(body).slice(0, longest),
        proof: 'unknown',
        status: null,
        answer: null,
        durationMs: null,
      }
      ring = [...ring, entry].slice(-kept)
      tell(entry)
      return (ended) => {
        const answer = ended.answer === null ? null : blank(ended.answer).slice(0, longest)
        const durationMs = Math.round((performance.now() - startedAt) * 10) / 10
        const whole = { ...entry, ...ended, answer, durationMs }
        ring = ring.map((other) => (other.id === entry.id ? whole : other))
        tell(whole)
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function blankSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .reduce((blanked, secret) => blanked.replaceAll(secret, '‹secret›'), text)
}
