import type { Core } from '../core.ts'
import type { Token } from '../issued/tokens.ts'
import { refuse, refuseScope, type ApiAnswer, type ApiMethod, type Arguments } from './answer.ts'
import { accessOAuth, openConnection, revoke, testAuth, uninstallApp } from './auth.ts'
import { getPermalink, postEphemeral, postMessage, remove, update } from './chat.ts'
import { history, info, members, open, replies } from './conversations.ts'
import { completeUpload, fileInfo, getUploadUrl } from './files.ts'
import { conversationScopes } from './reach.ts'
import { unfurl } from './unfurl.ts'
import { teamInfo, userInfo } from './users.ts'
import { validate } from './validate.ts'
import { changeView, openView, publishView, pushView } from './views.ts'

/** A method, the scopes of which it needs one (none: any token will do), and whose token it takes. */
type Entry = {
  readonly run: ApiMethod
  readonly scopes: readonly string[]
  readonly takes: Token['kind'] | 'any'
}

/** The methods of Slack's Web API that this workspace has. */
const methods: ReadonlyMap<string, Entry> = new Map([
  ['auth.test', { run: testAuth, scopes: [], takes: 'any' }],
  ['auth.revoke', bot(revoke)],
  ['apps.uninstall', bot(uninstallApp)],
  ['apps.connections.open', { run: openConnection, scopes: ['connections:write'], takes: 'app' }],
  ['blocks.validate', bot(validate)],
  ['chat.postMessage', bot(postMessage, 'chat:write')],
  ['chat.postEphemeral', bot(postEphemeral, 'chat:write')],
  ['chat.update', bot(update, 'chat:write')],
  ['chat.delete', bot(remove, 'chat:write')],
  ['chat.getPermalink', bot(getPermalink)],
  ['chat.unfurl', bot(unfurl, 'links:write')],
  ['conversations.info', bot(info, ...conversationScopes('read'))],
  ['conversations.members', bot(members, ...conversationScopes('read'))],
  ['conversations.open', bot(open, 'im:write')],
  ['conversations.history', bot(history, ...conversationScopes('history'))],
  ['conversations.replies', bot(replies, ...conversationScopes('history'))],
  ['files.getUploadURLExternal', bot(getUploadUrl, 'files:write')],
  ['files.completeUploadExternal', bot(completeUpload, 'files:write')],
  ['files.info', bot(fileInfo, 'files:read')],
  ['team.info', bot(teamInfo, 'team:read')],
  ['users.info', bot(userInfo, 'users:read')],
  ['views.open', bot(openView)],
  ['views.push', bot(pushView)],
  ['views.update', bot(changeView)],
  ['views.publish', bot(publishView)],
])

function bot(run: ApiMethod, ...scopes: readonly string[]): Entry {
  return { run, scopes, takes: 'bot' }
}

/** Calls a method as the holder of a token, if the token is good for it. */
export function callMethod(
  core: Core,
  name: string,
  value: string | undefined,
  args: Arguments,
): ApiAnswer {
  if (name === 'oauth.v2.access') return accessOAuth(core, args)
  const method = methods.get(name)
  if (method === undefined) return { ok: false, error: 'unknown_method', req_method: name }
  if (value === undefined || value === '') return refuse('not_authed')
  const token = core.tokens.find(value)
  if (token === undefined) return refuse('invalid_auth')
  if (typeof token === 'string') return refuse(token)
  if (method.takes !== 'any' && method.takes !== token.kind) {
    return refuse('not_allowed_token_type')
  }
  const mayCall =
    method.scopes.length === 0 || method.scopes.some((scope) => token.scopes.includes(scope))
  return mayCall ? method.run(core, args, token) : refuseScope(method.scopes, token)
}
