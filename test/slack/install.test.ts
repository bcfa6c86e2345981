import { createServer, type IncomingMessage } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { SCOPES } from '../../src/slack/scopes.ts'
import { send, startBot } from './bot.ts'

const TOKEN = 'xoxb-of-the-installed-workspace'
const slackApi = await startSlackApi()
const tokenKey = Buffer.alloc(32, 7)
const bot = await startBot({
  slack: ({ signingSecret }) => ({
    kind: 'many-workspaces',
    signingSecret,
    apiUrl: slackApi.url,
    clientId: 'client.1',
    clientSecret: 'client secret',
    appToken: null,
    tokenKey,
  }),
})
const address = (path: string) => new URL(path, bot.url).href

describe('an app that several workspaces install', () => {
  test('does nothing for a workspace that has not installed it', async () => {
    const response = await send(bot.url, { text: 't3.2xlarge' })
    expect(response.status).not.toBe(200)
    expect(await bot.database.owner.prisma.scenario.count()).toBe(0)
  })

  test('refuses an installation that nobody here has begun', async () => {
    const response = await fetch(address('/slack/oauth_redirect?code=1&state=made-up'))
    expect(response.ok).toBe(false)
    expect(await bot.database.owner.prisma.installation.count()).toBe(0)
  })

  test('is installed by its link, and then answers', async () => {
    const begun = await fetch(address('/slack/install'), { redirect: 'manual' })
    const authorize = new URL(begun.headers.get('location') ?? '')
    expect(authorize.origin).toBe(new URL(slackApi.url).origin)
    expect(authorize.searchParams.get('scope')).toBe(SCOPES.join(','))
    const state = authorize.searchParams.get('state') ?? ''
    const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const redirect = `/slack/oauth_redirect?code=42&state=${encodeURIComponent(state)}`
    const installed = await fetch(address(redirect), { headers: { cookie } })
    expect(installed.status).toBe(200)

    const response = await send(bot.url, { text: 't3.2xlarge' })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ response_type: 'in_channel' })
    expect(slackApi.methods()).toContain('oauth.v2.access')
  })

  test('keeps no token that can be read in the database or the log', async () => {
    const rows = await bot.database.owner.prisma.installation.findMany()
    expect(rows).toHaveLength(1)
    expect(Buffer.from(rows[0]?.sealed ?? []).includes('xoxb')).toBe(false)
    expect(bot.log()).not.toContain(TOKEN)
  })
})

/** As much of Slack as an installation needs. */
async function startSlackApi() {
  const called: string[] = []
  const server = createServer((request, response) => {
    called.push(methodOf(request))
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify(answers[methodOf(request)] ?? { ok: false, error: 'unknown_method' }),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  afterAll(() => void server.close())
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${bound.port}/api/`, methods: () => called }
}

function methodOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?')[0]?.split('/').at(-1) ?? ''
}

const team = { id: 'T0EKSIP', name: 'tests' }
const answers: Readonly<Record<string, unknown>> = {
  'oauth.v2.access': {
    ok: true,
    app_id: 'A0EKSIP',
    authed_user: { id: 'U0ADA' },
    scope: 'commands',
    token_type: 'bot',
    access_token: TOKEN,
    bot_user_id: 'U0EKSIP',
    team,
    enterprise: null,
    is_enterprise_install: false,
  },
  'auth.test': {
    ok: true,
    user_id: 'U0EKSIP',
    bot_id: 'B0EKSIP',
    team_id: team.id,
    url: 'https://tests.slack.com/',
  },
}
