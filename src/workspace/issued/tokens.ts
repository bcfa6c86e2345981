/** A token, what it may do and whose it is: the bot's, or the app's own for Socket Mode. */
export type Token = {
  readonly value: string
  readonly kind: 'bot' | 'app'
  readonly scopes: readonly string[]
}

/** Slack's names for why a token that was good is good no more. */
export type Revoked = 'token_revoked' | 'account_inactive'

/** The tokens of the workspace. */
export type Tokens = {
  /** Installs the app: a token for its bot, the same one while it is good; scopes only grow. */
  grantBot(scopes: readonly string[]): Token
  find(value: string): Token | Revoked | undefined
  /** Ends the bot's token. */
  revokeBot(reason: Revoked): void
  /** Whether the bot has a token, which means that the app is installed. */
  isInstalled(): boolean
  /** Every value that was ever granted, to keep them out of what is shown. */
  values(): readonly string[]
}

/** What tokens are made from: the first one of the bot, and the app's for Socket Mode, if any. */
export type TokenParts = {
  readonly botToken: string
  readonly appToken: string | undefined
  readonly newId: () => string
}

export function createTokens({ botToken, appToken, newId }: TokenParts): Tokens {
  const revoked = new Map<string, Revoked>()
  let bot: Token | undefined
  const app: Token | undefined =
    appToken === undefined
      ? undefined
      : { value: appToken, kind: 'app', scopes: ['connections:write'] }
  return {
    grantBot(scopes) {
      const value = bot?.value ?? (revoked.size === 0 ? botToken : `xoxb-${newId()}`)
      bot = { value, kind: 'bot', scopes: [...new Set([...(bot?.scopes ?? []), ...scopes])] }
      return bot
    },
    find: (value) => [bot, app].find((token) => token?.value === value) ?? revoked.get(value),
    revokeBot(reason) {
      if (bot !== undefined) revoked.set(bot.value, reason)
      bot = undefined
    },
    isInstalled: () => bot !== undefined,
    values: () => [botToken, appToken ?? '', bot?.value ?? '', ...revoked.keys()],
  }
}
