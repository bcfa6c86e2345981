import type { Core } from '../core.ts'
import { NotHere } from '../not-here.ts'
import type { User } from '../state/model.ts'

/** What an app asks for with its link, or Slack's reason for refusing the link. */
export type InstallRequest = {
  readonly scopes: readonly string[]
  readonly redirectUri: string
  readonly given: string
  readonly state: string
}

/** Reads the link of an installation. Throws with Slack's code when it is wrong. */
export function readInstall(core: Core, query: URLSearchParams): InstallRequest {
  const { app } = core.installs
  if (app === undefined || query.get('client_id') !== app.clientId) {
    throw new NotHere('invalid_client_id')
  }
  const scopes = (query.get('scope') ?? '').split(/[\s,]+/).filter(Boolean)
  const isKnown = scopes.every((scope) => core.manifest.botScopes.includes(scope))
  if (scopes.length === 0 || !isKnown) throw new NotHere('invalid_scope')
  const given = query.get('redirect_uri') ?? ''
  const known = app.redirectUrls()
  const redirectUri = given === '' ? known[0] : given
  const isOwn = redirectUri !== undefined && known.some((url) => redirectUri.startsWith(url))
  if (!isOwn) throw new NotHere('bad_redirect_uri')
  return { scopes, redirectUri, given, state: query.get('state') ?? '' }
}

/**
 * An admin allows an installation. Gives the address with the code, to which the browser goes.
 * https://docs.slack.dev/authentication/installing-with-oauth
 */
export function allowInstall(core: Core, user: User, query: URLSearchParams): string {
  const { scopes, redirectUri, given, state } = readInstall(core, query)
  if (!user.isAdmin) throw new NotHere('not_an_admin')
  const code = core.installs.allow({ userId: user.id, scopes, redirectUri: given })
  return withParameters(redirectUri, { code, state })
}

/** An admin says no: the app is told so. */
export function denyInstall(core: Core, query: URLSearchParams): string {
  const { redirectUri, state } = readInstall(core, query)
  return withParameters(redirectUri, { error: 'access_denied', state })
}

function withParameters(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}
