import type { ServerResponse } from 'node:http'

import type { Core } from '../core.ts'
import { allowInstall, denyInstall, readInstall } from '../interaction/allow-install.ts'
import { NotHere } from '../not-here.ts'
import { requireUser } from '../state/lookup.ts'

/** Asks an admin whether the app may be installed, as Slack's page at this address does. */
export function askToInstall(core: Core, response: ServerResponse, query: URLSearchParams): void {
  try {
    const { scopes } = readInstall(core, query)
    sendPage(response, 200, form(core, query, scopes))
  } catch (error) {
    if (!(error instanceof NotHere)) throw error
    sendPage(response, 400, `<p>This link cannot install the app: <b>${error.message}</b>.</p>`)
  }
}

/** Takes the answer, and sends the browser back to the app. */
export function answerInstall(core: Core, response: ServerResponse, body: string): void {
  const answer = new URLSearchParams(body)
  const user = requireUser(core.live.current(), answer.get('user') ?? '')
  const isAllowed = answer.get('decision') === 'allow'
  const location = isAllowed ? allowInstall(core, user, answer) : denyInstall(core, answer)
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end()
}

function form(core: Core, query: URLSearchParams, scopes: readonly string[]): string {
  const { team, users, app } = core.live.current()
  const admins = users.filter(({ isAdmin }) => isAdmin)
  const kept = ['client_id', 'scope', 'redirect_uri', 'state'].map(
    (name) => `<input type="hidden" name="${name}" value="${escapeHtml(query.get(name) ?? '')}">`,
  )
  const options = admins.map(({ name, realName }) => {
    return `<option value="${escapeHtml(name)}">${escapeHtml(realName)}</option>`
  })
  return `<h1>${escapeHtml(app.name)} asks to join ${escapeHtml(team.name)}</h1>
    <p>It would be allowed:</p>
    <ul>${scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`).join('')}</ul>
    <form method="post" action="/oauth/v2/authorize">
      ${kept.join('')}
      <p><label>You are <select name="user">${options.join('')}</select></label></p>
      <button name="decision" value="allow">Allow</button>
      <button name="decision" value="deny">Cancel</button>
    </form>`
}

function sendPage(response: ServerResponse, status: number, content: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    // The answer leads to the app, which is another port of this machine or a tunnel to it.
    'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    // The guard must see where the form comes from.
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Install</title>${content}</html>`,
  )
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
