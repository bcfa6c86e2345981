import { describe, expect, test, vi } from 'vitest'
import { PUBLIC_URL, startBot, type TestBot } from './bot.ts'
import { DOORS } from './doors.ts'

describe.each(Object.entries(DOORS))('with %s the address of a run', async (_door, options) => {
  const bot = await startBot({ ...options, publicUrl: () => PUBLIC_URL })
  const ada = bot.workspace.user('ada')
  const { prisma } = bot.database.owner
  const [answer] = await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes 27 pods')
  await vi.waitUntil(async () => (await prisma.message.count()) === 1, 5_000)

  test('leads to its message in Slack', async () => {
    const response = await open(bot, '/runs/T0EKSIP/1')
    expect(response.status).toBe(302)
    const permalink = `/archives/C0CAPACITY/p${answer?.ts.replace('.', '')}`
    expect(response.headers.get('location')).toBe(new URL(permalink, bot.workspace.url).href)
    // Later ones are answered from memory.
    const calls = () => bot.workspace.traffic().filter(({ name }) => name === 'chat.getPermalink')
    expect((await open(bot, '/runs/T0EKSIP/1')).status).toBe(302)
    expect(calls()).toHaveLength(1)
  })

  test.each([
    ['en-GB', 'This is the address of #999 in the Slack workspace T0EKSIP.'],
    ['fr-FR,fr;q=0.9', 'Ceci est l’adresse de #999 dans l’espace de travail Slack T0EKSIP.'],
  ])('of no run is a page that says how to ask, in the language of %s', async (locale, about) => {
    const response = await open(bot, '/runs/T0EKSIP/999', { 'accept-language': locale })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const page = await response.text()
    expect(page).toContain(about)
    expect(page).toContain('<code>/eksip show #999</code>')
    expect(page).toContain(`<html lang="${locale.slice(0, 2)}">`)
  })

  test.each([
    ['asked in a private channel', '#prod-blue', 2],
    ['asked in a direct message', '@eksip', 3],
    ['deleted', '#capacity', 4],
  ])('that was %s is the same page as that of no run', async (about, channel, number) => {
    await ada.types(channel, '/eksip m5.large 3 nodes 40 pods as secret')
    await ada.sees(channel, `#${number}`)
    if (about === 'deleted') await ada.types(channel, `/eksip delete #${number}`)
    const page = await (await open(bot, `/runs/T0EKSIP/${number}`)).text()
    const none = await (await open(bot, '/runs/T0EKSIP/888')).text()
    expect(page.replaceAll(`#${number}`, '#888')).toBe(none)
  })

  test.each(['/runs/T0OTHER/1', '/runs/T0EKSIP/123456789'])(
    '%s is a page too, whoever has installed the bot',
    async (path) => {
      expect((await open(bot, path)).status).toBe(200)
    },
  )

  test.each([
    '/runs',
    '/runs/T0EKSIP',
    '/runs/T0EKSIP/',
    '/runs/T0EKSIP/0',
    '/runs/T0EKSIP/1234567890',
    '/runs/T0EKSIP/1/x',
    '/runs/t0eksip/1',
    '/runs/T0<b>/1',
    '/runs/../runs/T0EKSIP',
  ])('%s is none', async (path) => {
    expect((await open(bot, path)).status).toBe(404)
  })
})

test('without a public address there are neither pages nor links', async () => {
  const bot = await startBot()
  const ada = bot.workspace.user('ada')
  await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes')
  expect((await open(bot, '/runs/T0EKSIP/1')).status).toBe(404)
  const [shown] = await ada.types('#capacity', '/eksip show #1')
  expect(JSON.stringify(shown)).not.toContain('/runs/')
  const link = 'https://eksip.example.com/runs/T0EKSIP/1'
  await ada.types('#capacity', link)
  await ada.types('#capacity', '/eksip show #1')
  expect(bot.workspace.messages('#capacity').filter(({ unfurls }) => unfurls)).toEqual([])
})

test('where the server listens is the address for people on the same machine', async () => {
  const bot = await startBot({ publicUrl: (own) => own })
  const ada = bot.workspace.user('ada')
  await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes')
  await expect.poll(() => bot.database.owner.prisma.message.count()).toBe(1)
  const [shown] = await ada.types('#capacity', '/eksip show #1')
  const link = new URL('/runs/T0EKSIP/1', bot.url).href
  expect(JSON.stringify(shown?.blocks)).toContain(link)
  expect((await fetch(link, { redirect: 'manual' })).status).toBe(302)
})

function open(bot: TestBot, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(path, bot.url), { redirect: 'manual', headers })
}
