import { randomUUID } from 'node:crypto'

/** A new UUID of version 7, which sorts by time. RFC 9562, section 5.7. */
export function uuid7(time: Date): string {
  const milliseconds = time.getTime().toString(16).padStart(12, '0')
  // One of version 4 has its variant and its random bits where they belong.
  const rest = randomUUID().slice('xxxxxxxx-xxxx-4'.length)
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7${rest}`
}
