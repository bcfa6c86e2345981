/** How an app is known for its installation, and where it may be sent afterwards. */
export type OAuthApp = {
  readonly clientId: string
  readonly clientSecret: string
  /** Where the app takes people back after the installation; the first one is the default. */
  readonly redirectUrls: () => readonly string[]
}

/** What an admin has allowed: the code is exchanged for a token. */
export type Allowed = {
  readonly userId: string
  readonly scopes: readonly string[]
  readonly redirectUri: string
}

/** Slack's names for why a code gives no token. */
export type CodeError = 'invalid_code' | 'code_already_used' | 'bad_redirect_uri'

/** How long a code is good, in ms. https://docs.slack.dev/authentication/installing-with-oauth */
export const codeLifetimeMs = 10 * 60 * 1000

/** The installation flow: who may install, and the codes that are given out. */
export type Installs = {
  /** Undefined where the app cannot be installed by a link. */
  readonly app: OAuthApp | undefined
  allow(allowed: Allowed): string
  exchange(code: string, redirectUri: string): Allowed | CodeError
}

export function createInstalls(
  app: OAuthApp | undefined,
  parts: { readonly nowMs: () => number; readonly newId: () => string },
): Installs {
  const codes = new Map<string, { allowed: Allowed; atMs: number; isSpent: boolean }>()
  return {
    app,
    allow(allowed) {
      const code = parts.newId()
      codes.set(code, { allowed, atMs: parts.nowMs(), isSpent: false })
      return code
    },
    exchange(code, redirectUri) {
      const found = codes.get(code)
      if (found === undefined || parts.nowMs() - found.atMs > codeLifetimeMs) return 'invalid_code'
      if (found.isSpent) return 'code_already_used'
      if (redirectUri !== found.allowed.redirectUri) return 'bad_redirect_uri'
      found.isSpent = true
      return found.allowed
    },
  }
}
