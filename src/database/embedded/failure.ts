/** The embedded server cannot be used here. The message says why and what to do about it. */
export class EmbeddedServerFailure extends Error {
  override readonly name = 'EmbeddedServerFailure'
}

/** What works where the embedded server does not; it ends most messages. */
export const OTHER_DATABASES = 'or set DATABASE_URL to a Postgres of your own.'
