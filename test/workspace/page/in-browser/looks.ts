import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'

import type { TrafficEntry, View } from '../../../../src/workspace/http/page-contract.ts'
import type { Looks, Opener } from '../browser.ts'
import { allBlocks, inputBlocks } from '../gallery.ts'
import { sampleMessage, sampleModal, sampleView } from '../sample-view.ts'
import { seriousFindings } from '../serious-findings.ts'
import { startStage, type Stage } from '../stage.ts'

const root = sampleMessage(1, { blocks: allBlocks })
const full = sampleView({
  messages: [
    root,
    sampleMessage(2, { threadTs: root.ts, text: 'a reply' }),
    sampleMessage(3, { visibleTo: 'U0ADA', text: 'only for Ada' }),
  ],
  home: { ...sampleModal(allBlocks.slice(0, 3)), type: 'home', id: 'VHOME' },
})

const traffic: readonly TrafficEntry[] = [
  {
    id: '1',
    atMs: 1_790_000_000_000,
    direction: 'to the bot',
    transport: 'http',
    name: '/eksip',
    headers: { 'x-slack-signature': 'v0=…' },
    body: 'command=%2Feksip&text=help',
    proof: 'signature accepted',
    status: 200,
    answer: '{"ok":true}',
    durationMs: 12,
  },
]

/** Light, dark, on a phone; what a screen reader meets; the raw traffic. */
export function testLooks(open: Opener): void {
  let stage: Stage | undefined
  afterEach(async () => {
    await stage?.stop()
    stage = undefined
  })

  async function show(view: View, looks: Looks = {}): Promise<Page> {
    stage = await startStage({ view, traffic })
    const page = await open(stage.url, looks)
    await page.waitForSelector('.workspace')
    return page
  }

  const colour = (page: Page) => page.evaluate('getComputedStyle(document.body).backgroundColor')

  describe('colours', () => {
    test('follow the computer until one chooses', async () => {
      const page = await show(sampleView(), { colorScheme: 'dark' })
      expect(await colour(page)).toBe('rgb(27, 24, 32)')
      await page.emulateMedia({ colorScheme: 'light' })
      await expect.poll(() => colour(page)).toBe('rgb(255, 255, 255)')
      await page.getByLabel('Colours').selectOption('Dark')
      await expect.poll(() => colour(page)).toBe('rgb(27, 24, 32)')
      await page.reload()
      await page.waitForSelector('.workspace')
      expect(await colour(page)).toBe('rgb(27, 24, 32)')
    })
  })

  describe('a phone', () => {
    test('shows the channel alone, and the rest when asked for', async () => {
      const page = await show(full, { width: 390, height: 800 })
      const width = await page.evaluate('document.documentElement.scrollWidth')
      expect(width).toBe(390)
      const link = page.getByRole('link', { name: 'eksip Home' })
      expect(await link.isVisible()).toBe(false)
      await page.getByRole('button', { name: 'Channels' }).click()
      await link.click()
      await page.getByRole('heading', { name: 'eksip Home' }).waitFor()
      expect(await link.isVisible()).toBe(false)
    })

    test('offers to skip to the message box only where there is one', async () => {
      const page = await show(full, { width: 390, height: 800 })
      const skip = page.getByRole('link', { name: 'Skip to the message box' })
      expect(await skip.count()).toBe(1)
      await page.getByRole('button', { name: 'Channels' }).click()
      await page.getByRole('link', { name: 'eksip Home' }).click()
      await skip.waitFor({ state: 'detached' })
    })

    test('gives a menu the whole width, and breaks a line of code between words', async () => {
      const menu = {
        type: 'section',
        text: { type: 'mrkdwn', text: 'Who sees an answer, unless a line says quiet or share' },
        accessory: {
          type: 'static_select',
          action_id: 'setting',
          options: [{ text: { type: 'plain_text', text: 'the channel sees it' }, value: 'off' }],
        },
      } as const
      const code = {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'Or change an earlier scenario: ' },
              { type: 'text', text: 'what-if #42 40 pods warm-ip=2', style: { code: true } },
              { type: 'text', text: '.' },
            ],
          },
        ],
      } as const
      const message = sampleMessage(1, { blocks: [menu, code] })
      const page = await show(sampleView({ messages: [message] }), { width: 390, height: 800 })
      const box = await page.locator('.section .combobox').boundingBox()
      expect(box?.width).toBeGreaterThan(300)
      const lines = await page
        .getByText('what-if #42 40 pods')
        .evaluate((words) => words.getClientRects().length)
      expect(lines).toBe(2)
    })
  })

  test('the raw traffic is a drawer that Escape closes', async () => {
    const page = await show(full)
    await page.getByRole('button', { name: 'Traffic' }).click()
    const drawer = page.getByRole('complementary', { name: 'Raw traffic' })
    await drawer.getByText('signature accepted').click()
    expect(await drawer.innerText()).toContain('command = /eksip\ntext = help')
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
  })

  describe('nothing serious stands in anybody’s way', () => {
    const screens: readonly (readonly [string, View, Looks, (page: Page) => Promise<unknown>])[] = [
      ['a first visit', sampleView(), {}, async () => {}],
      ['messages', full, {}, async () => {}],
      ['messages in the dark', full, { colorScheme: 'dark' }, async () => {}],
      ['messages on a phone', full, { width: 390 }, async () => {}],
      ['a thread', full, {}, (page) => page.getByRole('button', { name: '1 reply' }).click()],
      ['the Home', full, {}, (page) => page.getByRole('link', { name: 'eksip Home' }).click()],
      ['the traffic', full, {}, (page) => openTraffic(page)],
      ['the traffic in the dark', full, { colorScheme: 'dark' }, (page) => openTraffic(page)],
      ['completions', full, {}, (page) => page.locator('#line').pressSequentially('@')],
      ['a list', full, {}, (page) => page.getByRole('combobox').first().click()],
      ['a menu', full, {}, (page) => page.getByRole('button', { name: 'More options' }).click()],
      ['a form', sampleView({ modals: [sampleModal(inputBlocks)] }), {}, async () => {}],
      [
        'a form in the dark',
        sampleView({ modals: [sampleModal(inputBlocks)] }),
        { colorScheme: 'dark' },
        (page) => page.getByRole('combobox', { name: 'Zones' }).click(),
      ],
    ]

    test.each(screens)('%s', async (_name, view, looks, act) => {
      const page = await show(view, looks)
      await act(page)
      expect(await seriousFindings(page)).toEqual([])
    })
  })
}

async function openTraffic(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Traffic' }).click()
  await page.locator('.entry summary').click()
}
