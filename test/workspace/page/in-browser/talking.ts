import type { App } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { bundlePage } from '../../../../tools/page-bundle.ts'
import { startBolt, type BoltScene } from '../../bolt-bot.ts'
import type { Opener } from '../browser.ts'
import { tableBlock } from '../gallery.ts'

const form: ModalView = {
  type: 'modal',
  callback_id: 'what-if',
  title: { type: 'plain_text', text: 'What if…' },
  submit: { type: 'plain_text', text: 'Compute' },
  blocks: [
    {
      type: 'input',
      block_id: 'pods',
      label: { type: 'plain_text', text: 'Pods' },
      element: { type: 'plain_text_input', action_id: 'pods' },
    },
  ],
}

const reply: KnownBlock[] = [
  tableBlock,
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'open', text: { type: 'plain_text', text: 'What if…' } },
    ],
  },
]

/** A bot that answers commands, mentions, a button and a form. */
function listen(app: App): void {
  app.command('/eksip', async ({ ack, respond, command }) => {
    await ack()
    if (command.text === 'secret') await respond({ text: 'just for you' })
    else await respond({ response_type: 'in_channel', text: 'the plan', blocks: reply })
  })
  app.action('open', async ({ ack, body, client }) => {
    await ack()
    if (!('trigger_id' in body)) throw new Error('no trigger')
    await client.views.open({ trigger_id: body.trigger_id, view: form })
  })
  app.view('what-if', async ({ ack, view, client }) => {
    const pods = view.state.values['pods']?.['pods']?.value ?? ''
    if (!/^\d+$/.test(pods)) {
      await ack({ response_action: 'errors', errors: { pods: 'A number, please' } })
      return
    }
    await ack()
    await client.chat.postMessage({ channel: 'C0CAPACITY', text: `planned for ${pods} pods` })
  })
  app.event('app_mention', async ({ event, client, say }) => {
    const { user } = await client.users.info({ user: event.user ?? '', include_locale: true })
    const words = user?.locale === 'fr-FR' ? 'bonjour' : 'hello'
    await say({ text: `${words} *there*`, thread_ts: event.thread_ts ?? event.ts })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: {
        type: 'home',
        blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Your plans' } }],
      },
    })
  })
}

/** The page, the workspace and an unchanged Bolt app together. */
export function testTalking(open: Opener): void {
  let scene: BoltScene
  let page: Page

  beforeEach(async () => {
    await bundlePage()
    scene = await startBolt('http', listen)
    page = await open(scene.workspace.url)
    await page.waitForSelector('.workspace')
  })
  afterEach(() => scene.stop())

  async function send(line: string, box = '#line'): Promise<void> {
    await page.locator(box).fill(line)
    await page.locator(box).press('Enter')
  }

  const thread = () => page.getByRole('complementary', { name: /^(?:Thread|Fil)$/ })

  test('a command is answered with a table, a button opens a form, a mistake is told', async () => {
    await send('/eksip 2 nodes')
    await page.getByRole('cell', { name: '1 node' }).first().waitFor()
    await page.getByRole('button', { name: 'What if…' }).click()
    const dialog = page.getByRole('dialog', { name: 'What if…' })
    await dialog.getByLabel('Pods').fill('many')
    await page.keyboard.press('Enter')
    await dialog.getByText('A number, please').waitFor()
    await dialog.getByLabel('Pods').fill('40')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('planned for 40 pods').waitFor()
    expect(scene.workspace.messages('#capacity').at(-1)?.text).toBe('planned for 40 pods')
  })

  test('an empty form is not sent', async () => {
    await send('/eksip 2 nodes')
    await page.getByRole('button', { name: 'What if…' }).click()
    const dialog = page.getByRole('dialog', { name: 'What if…' })
    await dialog.getByRole('button', { name: 'Compute' }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await dialog.getByLabel('Pods').getAttribute('aria-invalid')).toBe('true')
  })

  test('the bot answers a mention in its thread, in the language that was switched to', async () => {
    await send('shall we add nodes?')
    await page.locator('.message').hover()
    await page.getByRole('button', { name: 'Reply in thread' }).click()
    await send('@eksip hi', '#reply')
    await thread().getByText('hello there').waitFor()
    await page.getByLabel('Language').selectOption('fr-FR')
    await page.getByRole('button', { name: 'Envoyer' }).first().waitFor()
    expect(await page.getByLabel('Langue').inputValue()).toBe('fr-FR')
    expect(await page.evaluate('document.documentElement.lang')).toBe('fr-FR')
    await send('@eksip hi', '#reply')
    await thread().getByText('bonjour there').waitFor()
    await page.getByRole('button', { name: '4 réponses' }).waitFor()
    expect(await thread().getByText('hello there').count()).toBe(1)
  })

  describe('somebody else', () => {
    test('does not see what only one may see, and hears of news elsewhere', async () => {
      await send('/eksip secret')
      await page.getByText('just for you').waitFor()
      expect(await page.getByText('Only visible to you').count()).toBe(1)
      await page.getByLabel('You are').selectOption('Oliver Hughes')
      await page.getByText('just for you').waitFor({ state: 'detached' })
      expect(await page.getByRole('link', { name: /prod-blue/ }).count()).toBe(0)
      await scene.workspace.user('ada').types('#platform', 'look here')
      await page.getByRole('link', { name: '# platform 1 unread' }).click()
      await page.getByText('look here').waitFor()
    })
  })

  test('the App Home shows what the bot publishes', async () => {
    await page.getByRole('link', { name: 'eksip Home' }).click()
    await page.getByRole('heading', { name: 'Your plans' }).waitFor()
    expect(await page.locator('.home').innerText()).toBe('Your plans')
  })

  test('the traffic tells requests, signatures, answers and times, and no secret', async () => {
    await send('/eksip 2 nodes')
    await page.getByRole('cell', { name: '1 node' }).first().waitFor()
    await page.getByRole('button', { name: 'Traffic' }).click()
    const drawer = page.getByRole('complementary', { name: 'Raw traffic' })
    const entry = drawer.locator('.entry', { hasText: '/eksip' })
    await entry.locator('summary').click()
    const text = await entry.innerText()
    expect(text).toMatch(/signature accepted[^]*200[^]*\d ms/)
    expect(text).toContain('"text": "2 nodes"')
    expect(await drawer.innerText()).not.toContain('xoxb-for-tests')
  })

  test('all of it by keyboard alone', async () => {
    expect(await page.evaluate('document.activeElement.id')).toBe('line')
    await page.keyboard.type('/eks')
    await page.keyboard.press('Tab')
    await page.keyboard.type('2 nodes')
    await page.keyboard.press('Enter')
    const button = page.getByRole('button', { name: 'What if…' })
    await button.waitFor()
    await tabTo('What if…')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('40')
    await page.keyboard.press('Enter')
    await page.getByText('planned for 40 pods').waitFor()
    expect(await page.evaluate('document.activeElement.textContent')).toBe('What if…')
  })

  /** Goes backwards from the message box until an element with these words has the focus. */
  async function tabTo(words: string): Promise<void> {
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('Shift+Tab')
      if ((await page.evaluate('document.activeElement.textContent')) === words) return
    }
    throw new Error(`no way to ${words} by keyboard`)
  }
}
