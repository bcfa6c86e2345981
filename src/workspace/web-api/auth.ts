import type { Core } from '../core.ts'
import { uninstall } from '../interaction/uninstall.ts'
import { flagOf, refuse, textOf, type ApiAnswer, type ApiMethod, type Arguments } from './answer.ts'

/** https://docs.slack.dev/reference/methods/auth.test */
export const testAuth: ApiMethod = (core, _args, token) => {
  const { team, app } = core.live.current()
  if (token.kind === 'app') {
    return { ok: true, app_name: app.name, app_id: app.id }
  }
  return {
    ok: true,
    url: `${core.origin()}/`,
    team: team.name,
    user: app.name,
    team_id: team.id,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  }
}

/** https://docs.slack.dev/reference/methods/auth.revoke */
export const revoke: ApiMethod = (core, args) => {
  const isTest = flagOf(args, 'test')
  if (!isTest) uninstall(core, 'token_revoked')
  return { ok: true, revoked: !isTest }
}

/** https://docs.slack.dev/reference/methods/apps.uninstall */
export const uninstallApp: ApiMethod = (core, args) => {
  const problem = clientProblem(core, args)
  if (problem !== undefined) return refuse(problem)
  uninstall(core, 'account_inactive')
  return { ok: true }
}

/** https://docs.slack.dev/reference/methods/apps.connections.open */
export const openConnection: ApiMethod = (core) => ({ ok: true, url: core.sockets.issueAddress() })

/**
 * Exchanges a code for the bot's token. It is the one method that needs none.
 * https://docs.slack.dev/reference/methods/oauth.v2.access
 */
export function accessOAuth(core: Core, args: Arguments): ApiAnswer {
  const problem = clientProblem(core, args)
  if (problem !== undefined) return refuse(problem)
  const allowed = core.installs.exchange(textOf(args, 'code'), textOf(args, 'redirect_uri'))
  if (typeof allowed === 'string') return refuse(allowed)
  const token = core.tokens.grantBot(allowed.scopes)
  const { app, team } = core.live.current()
  return {
    ok: true,
    app_id: app.id,
    authed_user: { id: allowed.userId },
    scope: token.scopes.join(','),
    token_type: 'bot',
    access_token: token.value,
    bot_user_id: app.botUserId,
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
  }
}

function clientProblem(core: Core, args: Arguments): string | undefined {
  const { app } = core.installs
  if (app === undefined || textOf(args, 'client_id') !== app.clientId) return 'invalid_client_id'
  return textOf(args, 'client_secret') === app.clientSecret ? undefined : 'bad_client_secret'
}
