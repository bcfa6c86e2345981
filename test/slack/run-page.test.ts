import { describe, expect, test, vi } from 'vitest'
import { PUBLIC_URL, startBot, type TestBot } from './bot.ts'
import { DOORS } from './doors.ts'

describe.each(Object.entries(DOORS))('with %s the address of a run', async (_door, options) => {
  const bot = await startBot({ ...options, publicUrl: () => PUBLIC_URL })
  const ada = bot.workspace.user('ada')
  const { prisma } = bot.database.owner
  const [answer] = await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes 27 pods')
  await vi.waitUntil(async () => (await prisma.message.count()) === 1, 5_000)
  const path = await pathOf(bot, '#capacity', 1)

  test('leads to its message in Slack', async () => {
    const response = await open(bot, path)
    expect(response.status).toBe(302)
    const permalink = `/archives/C0CAPACITY/p${answer?.ts.replace('.', '')}`
    expect(response.headers.get('location')).toBe(new URL(permalink, bot.workspace.url).href)
    // Later ones are answered from memory.
    const calls = () => bot.workspace.traffic().filter(({ name }) => name === 'chat.getPermalink')
    expect((await open(bot, path)).status).toBe(302)
    expect(calls()).toHaveLength(1)
  })

  test('that somebody guesses is the same page, whether there is such a run or not', async () => {
    const proof = path.split('/').at(-1) ?? ''
    const guessed = ['/runs/T0EKSIP/1', `/runs/T0EKSIP/1/${'A'.repeat(22)}`]
    const none = await (await open(bot, `/runs/T0EKSIP/888/${proof}`)).text()
    for (const guess of guessed) {
      const response = await open(bot, guess)
      expect(response.status).toBe(200)
      expect((await response.text()).replaceAll('#1', '#888')).toBe(none)
    }
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
    const path = await pathOf(bot, channel, number)
    if (about === 'deleted') await ada.types(channel, `/eksip delete #${number}`)
    const page = await (await open(bot, path)).text()
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
  const link = new URL(await pathOf(bot, '#capacity', 1), bot.url).href
  expect((await fetch(link, { redirect: 'manual' })).status).toBe(302)
})

/** The path of the link that the bot gives out for a run. */
async function pathOf(bot: TestBot, channel: string, number: number): Promise<string> {
  const shown = await bot.workspace.user('ada').types(channel, `/eksip show #${number}`)
  const link = /"(https?:[^"]+\/runs\/[^"]+)"/.exec(JSON.stringify(shown))?.[1] ?? ''
  return new URL(link).pathname
}

function open(bot: TestBot, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(path, bot.url), { redirect: 'manual', headers })
}
