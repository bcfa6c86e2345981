import { flagOf, refuse, textOf, type ApiMethod } from './answer.ts'

/** https://docs.slack.dev/reference/methods/users.info */
export const userInfo: ApiMethod = (core, args) => {
  const { users, team } = core.live.current()
  const user = users.find(({ id }) => id === textOf(args, 'user'))
  if (user === undefined) return refuse('user_not_found')
  const { id, name, realName, isBot, isAdmin } = user
  const locale = flagOf(args, 'include_locale') ? { locale: user.locale } : {}
  const profile = { real_name: realName, display_name: name }
  const found = { id, team_id: team.id, name, real_name: realName, deleted: false }
  return {
    ok: true,
    user: { ...found, profile, is_bot: isBot, is_admin: isAdmin, is_app_user: false, ...locale },
  }
}

/** https://docs.slack.dev/reference/methods/team.info */
export const teamInfo: ApiMethod = (core) => {
  const { id, name, domain } = core.live.current().team
  return { ok: true, team: { id, name, domain, email_domain: '', url: `${core.origin()}/` } }
}
