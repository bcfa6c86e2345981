/** What shall go wrong with calls of one method of the Web API. */
export type Fault = {
  /** Such as `chat.postMessage`; `response_url` for posts to those. */
  readonly method: string
  /** How many calls it spoils: 1 if not given. */
  readonly times?: number
} & (
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  /** Answers `ok: false` with this code, and does nothing. */
  | { readonly kind: 'error'; readonly error: string }
  /** Does nothing and answers with HTTP status 503. */
  | { readonly kind: 'unavailable' }
  /** Does what was asked, and then answers with HTTP status 500, or never. */
  | { readonly kind: 'fails-after-accept' }
  | { readonly kind: 'hangs-after-accept' }
)

/** The faults that wait for a call. */
export type Faults = {
  add(fault: Fault): void
  /** Takes the fault for the next call of a method, if there is one. */
  take(method: string): Fault | undefined
  clear(): void
}

/** No faults, until some are added; those for the same method come one after the other. */
export function createFaults(): Faults {
  let waiting: readonly Fault[] = []
  return {
    add(fault) {
      waiting = [...waiting, ...Array.from({ length: fault.times ?? 1 }, () => fault)]
    },
    take(method) {
      const index = waiting.findIndex((fault) => fault.method === method)
      const fault = waiting[index]
      waiting = waiting.filter((_, other) => other !== index)
      return fault
    },
    clear() {
      waiting = []
    },
  }
}
