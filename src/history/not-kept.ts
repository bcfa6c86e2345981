/**
 * This delivery of a request has stored nothing, for certain. An earlier one of the same request may
 * have, where it was not even looked for: there was no connection, or no time.
 */
export class NotKeptError extends Error {
  override readonly name = 'NotKeptError'
}
