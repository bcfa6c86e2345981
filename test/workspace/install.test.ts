import { createServer, type Server } from 'node:http'

import { App, HTTPReceiver, LogLevel, type Installation } from '@slack/bolt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { shownText } from '../../src/workspace/shown-text.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { portOf } from './bolt-bot.ts'

const signingSecret = 'the secret of this test'
const clientId = '1.2'
const clientSecret = 'the other secret of this test'
const logLevel = LogLevel.ERROR

const stored: Installation[] = []
let workspace: Workspace
let server: Server
let bot = ''

beforeAll(async () => {
  workspace = await startWorkspace({
    port: 0,
    botUrl: () => `${bot}/slack/events`,
    signingSecret,
    botToken: 'xoxb-of-the-first-installation',
    isInstalled: false,
    oauth: { clientId, clientSecret, redirectUrls: () => [`${bot}/slack/oauth_redirect`] },
  })
  const clientOptions = { slackApiUrl: workspace.apiUrl }
  const receiver = new HTTPReceiver({
    signingSecret,
    clientId,
    clientSecret,
    logLevel,
    stateSecret: 'state',
    scopes: ['commands', 'chat:write'],
    installationStore: {
      async storeInstallation(installation) {
        stored.push({ ...installation, enterprise: undefined })
      },
      async fetchInstallation() {
        const last = stored.at(-1)
        if (last === undefined) throw new Error('not installed')
        return last
      },
    },
    installerOptions: {
      directInstall: true,
      authorizationUrl: workspace.authorizationUrl,
      clientOptions,
    },
  })
  const app = new App({ receiver, logLevel, clientOptions })
  app.command('/eksip', async ({ ack, client, command }) => {
    await ack()
    await client.chat.postMessage({ channel: command.channel_id, text: 'installed' })
  })
  server = createServer((request, response) => receiver.requestListener(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  bot = `http://127.0.0.1:${portOf(server)}`
})

afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await workspace.stop()
})

/** The link to Slack's page that the app gives out, and the cookie that goes with it. */
async function begin() {
  const begun = await fetch(`${bot}/slack/install`, { redirect: 'manual' })
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { link: begun.headers.get('location') ?? '', cookie }
}

const openRedirect = (address: string, cookie: string) =>
  fetch(address, { headers: { cookie }, redirect: 'manual' })

/** Exchanges a code, as an app does. */
async function exchange(fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...fields })
  const response = await fetch(`${workspace.apiUrl}oauth.v2.access`, { method: 'POST', body })
  return response.json()
}

async function code(): Promise<string> {
  const { link } = await begin()
  return new URL(workspace.user('ada').allows(link)).searchParams.get('code') ?? ''
}

describe('an app that is not installed', () => {
  test('has no command here', async () => {
    const [told] = await workspace.user('ada').types('#capacity', '/eksip')
    expect(told?.text).toContain('not a valid command')
  })

  test('is not installed by somebody who is no admin', async () => {
    const { link } = await begin()
    expect(() => workspace.user('oliver').allows(link)).toThrow('not_an_admin')
  })

  test('is told when an admin says no', async () => {
    const { link, cookie } = await begin()
    const body = new URLSearchParams(new URL(link).search)
    body.set('user', 'ada')
    body.set('decision', 'deny')
    const answered = await fetch(workspace.authorizationUrl, {
      method: 'POST',
      body,
      redirect: 'manual',
    })
    const location = answered.headers.get('location') ?? ''
    expect(location).toContain('error=access_denied')
    expect((await openRedirect(location, cookie)).ok).toBe(false)
    expect(stored).toEqual([])
  })

  test('asks on a page that shows what it wants, and cannot put anything into it', async () => {
    const { link } = await begin()
    const strange = `${link}&state=%22%3E%3Cscript%3E`
    const page = await (await fetch(strange)).text()
    expect(page).toContain('<code>chat:write</code>')
    expect(page).not.toContain('<script')
  })
})

describe('an app that an admin has allowed', () => {
  test('gets its token and answers with it', async () => {
    const { link, cookie } = await begin()
    const done = await openRedirect(workspace.user('ada').allows(link), cookie)
    expect(done.status).toBe(200)
    expect(stored.at(-1)).toMatchObject({
      appId: 'A0EKSIP',
      team: { id: 'T0EKSIP', name: 'eksip local' },
      user: { id: 'U0ADA' },
      bot: {
        token: 'xoxb-of-the-first-installation',
        scopes: ['commands', 'chat:write'],
        userId: 'U0EKSIP',
        id: 'B0EKSIP',
      },
      isEnterpriseInstall: false,
      tokenType: 'bot',
    })
    const seen = await workspace.user('oliver').types('#capacity', '/eksip')
    expect(seen.map(shownText)).toEqual(['installed'])
  })

  test('keeps its token when it is installed again, and gets another after it was taken out', async () => {
    expect(await exchange({ code: await code() })).toMatchObject({
      access_token: 'xoxb-of-the-first-installation',
    })
    workspace.uninstallApp()
    const again = await exchange({ code: await code() })
    expect(again).toMatchObject({ ok: true, access_token: expect.stringMatching(/^xoxb-/) })
    expect(again).not.toMatchObject({ access_token: 'xoxb-of-the-first-installation' })
  })

  test('leaves no secret in the traffic', () => {
    const traffic = JSON.stringify(workspace.traffic())
    expect(traffic).toContain('oauth.v2.access')
    expect(traffic).not.toMatch(/xoxb-|secret of this test/)
  })
})

describe('a code', () => {
  test('is good once', async () => {
    const once = { code: await code() }
    expect(await exchange(once)).toMatchObject({ ok: true, scope: 'commands,chat:write' })
    expect(await exchange(once)).toEqual({ ok: false, error: 'code_already_used' })
  })

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['that nobody gave out', { code: 'x' }, 'invalid_code'],
    ['with another id', { code: 'x', client_id: '9.9' }, 'invalid_client_id'],
    ['with another secret', { code: 'x', client_secret: 'x' }, 'bad_client_secret'],
  ])('%s is refused', async (_name, fields, error) => {
    expect(await exchange(fields)).toEqual({ ok: false, error })
  })

  test('is refused for another address than it was given for', async () => {
    const redirect_uri = `${bot}/elsewhere`
    expect(await exchange({ code: await code(), redirect_uri })).toEqual({
      ok: false,
      error: 'bad_redirect_uri',
    })
  })
})

describe('a link', () => {
  test.each([
    ['of another app', 'client_id', '9.9', 'invalid_client_id'],
    ['for a scope that the manifest does not have', 'scope', 'admin', 'invalid_scope'],
    ['for no scope', 'scope', '', 'invalid_scope'],
    ['to another site', 'redirect_uri', 'https://evil.test/', 'bad_redirect_uri'],
  ])('%s is refused', async (_name, parameter, value, error) => {
    const url = new URL((await begin()).link)
    url.searchParams.set(parameter, value)
    const response = await fetch(url)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(error)
  })
})
