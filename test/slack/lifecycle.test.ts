import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { SCOPES } from '../../src/slack/scopes.ts'
import { startBot } from './bot.ts'

const oauth = { clientId: '1.2', clientSecret: 'the client secret of these tests' }
let redirect = ''
const bot = await startBot({
  slack: ({ signingSecret, apiUrl }) => ({
    ...oauth,
    kind: 'many-workspaces',
    signingSecret,
    appToken: null,
    apiUrl,
    tokenKey: randomBytes(32),
  }),
  workspace: {
    isInstalled: false,
    oauth: { ...oauth, redirectUrls: () => [redirect] },
    eventRetryDelaysMs: [0, 50, 50],
  },
})
redirect = new URL('/slack/oauth_redirect', bot.url).href
const { prisma } = bot.database.owner
const ada = bot.workspace.user('ada')

const OTHER = 'T0OTHER'

beforeEach(async () => {
  await prisma.workspace.deleteMany()
  await prisma.installation.deleteMany()
})

describe('an installation', () => {
  test('by the link asks for the scopes of the manifest, and then the bot answers', async () => {
    const { authorize, cookie } = await begin()
    expect(authorize.searchParams.get('scope')).toBe(SCOPES.join(','))
    expect((await finish(ada.allows(authorize.href), cookie)).status).toBe(200)
    const [answer] = await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes')
    expect(answer?.text).toContain('60 addresses reserved')
  })

  test('cannot be finished by another browser, nor twice, nor with a made-up or old state', async () => {
    const { authorize, cookie } = await begin()
    const back = ada.allows(authorize.href)
    const { cookie: others } = await begin()
    expect((await finish(back, '')).ok).toBe(false)
    expect((await finish(back, others)).ok).toBe(false)
    expect(await prisma.installation.count()).toBe(0)
    expect((await finish(back, cookie)).status).toBe(200)
    await prisma.installation.deleteMany()
    expect((await finish(back, cookie)).ok).toBe(false)

    const second = await begin()
    await prisma.oauthState.updateMany({ data: { expiresAt: new Date() } })
    expect((await finish(ada.allows(second.authorize.href), second.cookie)).ok).toBe(false)
    const madeUp = `${redirect}?code=1&state=made-up`
    expect((await finish(madeUp, 'slack-app-oauth-state=made-up')).ok).toBe(false)
    expect(await prisma.installation.count()).toBe(0)
  })
})

describe('a workspace that removes the bot', () => {
  test('has nothing left of it, and another one has all', async () => {
    await install()
    await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes as gone')
    await prisma.workspace.create({ data: { id: OTHER, lastNumber: 7 } })
    await prisma.installation.create({
      data: { owner: OTHER, sealed: Buffer.from('x'), updatedAt: new Date() },
    })
    bot.workspace.uninstallApp()
    await expect.poll(() => prisma.installation.findMany()).toMatchObject([{ owner: OTHER }])
    await expect.poll(() => prisma.workspace.findMany()).toMatchObject([{ id: OTHER }])
    expect(await rowsOf('T0EKSIP')).toEqual([])
    expect((await rowsOf(OTHER)).toSorted()).toEqual(['installation', 'workspace'])
  })

  test('is answered no more at once, and again after it has installed it anew', async () => {
    await install()
    await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes')
    bot.workspace.uninstallApp()
    await expect.poll(() => prisma.installation.count()).toBe(0)
    await expect.poll(() => prisma.workspace.count()).toBe(0)
    const response = await bot.send({ text: 't3.2xlarge', triggerId: 'too late' })
    expect(response.status).toBe(401)
    expect(await prisma.scenario.count()).toBe(0)
    await install()
    const [answer] = await ada.types('#capacity', '/eksip t3.2xlarge 3 nodes')
    expect(answer?.text).toContain('#1 · ')
  })

  const uninstalled = { type: 'app_uninstalled' }
  const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0EKSIP'] } }
  test.each([
    ['uninstalled, then revoked', [uninstalled, revoked]],
    ['revoked, then uninstalled', [revoked, uninstalled]],
    ['each of them twice', [revoked, uninstalled, uninstalled, revoked]],
  ])('%s: the same', async (_, events) => {
    await prisma.workspace.create({ data: { id: 'T0EKSIP' } })
    await prisma.installation.create({
      data: { owner: 'T0EKSIP', sealed: Buffer.from('x'), updatedAt: new Date() },
    })
    for (const event of events) expect((await announce(event)).status).toBe(200)
    expect(await rowsOf('T0EKSIP')).toEqual([])
  })

  test('whose people take back tokens of their own keeps all', async () => {
    await prisma.workspace.create({ data: { id: 'T0EKSIP' } })
    await announce({ type: 'tokens_revoked', tokens: { oauth: ['U0ADA'], bot: [] } })
    expect(await rowsOf('T0EKSIP')).toEqual(['workspace'])
  })
})

test('neither tokens nor states can be read in the database or the log', async () => {
  await install()
  const { authorize } = await begin()
  const state = authorize.searchParams.get('state') ?? ''
  expect(Buffer.from(state, 'base64url')).toHaveLength(16)
  expect(await prisma.oauthState.count({ where: { hash: state } })).toBe(0)
  const [row] = await prisma.installation.findMany()
  expect(Buffer.from(row?.sealed ?? []).includes('xoxb')).toBe(false)
  expect(bot.log()).not.toMatch(/xoxb-|client secret/)
})

/** Opens the link as a browser does. */
async function begin() {
  const begun = await fetch(new URL('/slack/install', bot.url), { redirect: 'manual' })
  const authorize = new URL(begun.headers.get('location') ?? '')
  return { authorize, cookie: (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
}

function finish(address: string, cookie: string): Promise<Response> {
  return fetch(address, { headers: { cookie } })
}

async function install(): Promise<void> {
  const { authorize, cookie } = await begin()
  const installed = await finish(ada.allows(authorize.href), cookie)
  expect(installed.status).toBe(200)
}

let announced = 0
function announce(event: object): Promise<Response> {
  announced += 1
  return bot.sendJson({
    type: 'event_callback',
    team_id: 'T0EKSIP',
    api_app_id: 'A0EKSIP',
    event_id: `Ev${announced}`,
    event,
  })
}

/** Every table that has a row of the workspace, whatever its column is called. */
async function rowsOf(workspace: string): Promise<readonly string[]> {
  const { pool } = bot.database.owner
  const tables = await pool.query<{ relname: string }>(
    `SELECT relname FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
  )
  const found = await Promise.all(
    tables.rows.map(async ({ relname }) => {
      const { rows } = await pool.query(
        `SELECT FROM "${relname}" AS row WHERE row::text LIKE $1 LIMIT 1`,
        [`%${workspace}%`],
      )
      return rows.length > 0 ? [relname] : []
    }),
  )
  return found.flat()
}
