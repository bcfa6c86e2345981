/** A run that was not stored, for certain: asking again makes no second one. */
export class NotKeptError extends Error {
  override readonly name = 'NotKeptError'
}
