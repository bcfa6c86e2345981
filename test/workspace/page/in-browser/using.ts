import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'

import type { Opener } from '../browser.ts'
import { actionsBlock } from '../gallery.ts'
import { channelId, sampleMessage, sampleView } from '../sample-view.ts'
import { startStage, type Posted, type Stage } from '../stage.ts'

const message = sampleMessage(1, { blocks: [actionsBlock] })
const place = { kind: 'message', channel: channelId, ts: message.ts }

/** What the page sends when somebody uses what a message offers. */
export function testUsing(open: Opener): void {
  let stage: Stage | undefined
  afterEach(async () => {
    await stage?.stop()
    stage = undefined
  })

  async function show(answer: (posted: Posted) => unknown = () => ({ ok: true })): Promise<Page> {
    stage = await startStage({ view: sampleView({ messages: [message] }), answer })
    return open(stage.url)
  }

  /** The last thing that was posted, once there are so many. */
  async function posted(page: Page, count = 1): Promise<Posted | undefined> {
    await expect.poll(() => stage?.posted.length).toBe(count)
    await page.waitForTimeout(50)
    expect(stage?.posted).toHaveLength(count)
    return stage?.posted.at(-1)
  }

  describe('buttons', () => {
    test('send one click, even when clicked twice', async () => {
      let release = () => {}
      const page = await show(
        () =>
          new Promise((resolve) => {
            release = () => resolve({ ok: true })
          }),
      )
      const button = page.getByRole('button', { name: 'What if…' })
      await button.dblclick()
      const sent = await posted(page)
      expect(sent).toMatchObject({
        name: 'click',
        body: { user: 'U0ADA', place, blockId: 'todo', actionId: 'what-if' },
      })
      expect(sent?.body['form']).toEqual({ todo: { type: null, who: null, day: '2026-11-22' } })
      expect(await button.getAttribute('aria-disabled')).toBe('true')
      await page.getByText('Waiting for the bot').waitFor()
      release()
      await page.getByText('Waiting for the bot').waitFor({ state: 'detached' })
      await button.click()
      await posted(page, 2)
    })

    test('say what went wrong', async () => {
      const page = await show(() => ({ ok: false, error: 'operation_timeout' }))
      await page.getByRole('button', { name: 'What if…' }).click()
      const status = page.getByRole('status').filter({ hasText: 'within 3 seconds' })
      await status.waitFor()
      expect(await status.innerText()).toContain('operation_timeout')
    })

    test('ask before something is done', async () => {
      const page = await show()
      const button = page.getByRole('button', { name: 'Delete' })
      await button.click()
      const dialog = page.getByRole('dialog', { name: 'Delete #42?' })
      await dialog.getByText('The thread stays.').waitFor()
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      expect(stage?.posted).toEqual([])
      await button.click()
      await page.getByRole('button', { name: 'Delete it' }).click()
      expect((await posted(page))?.body).toMatchObject({ actionId: 'delete' })
    })
  })

  describe('menus', () => {
    test('a select is searched by typing and chosen by Enter', async () => {
      const page = await show()
      await page.getByRole('combobox', { name: 'Instance type' }).fill('xl')
      expect(await page.getByRole('listbox').getByRole('option').allInnerTexts()).toEqual([
        't3.2xlarge',
        'c5.xlarge',
      ])
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      const sent = await posted(page)
      expect(sent?.body).toMatchObject({ actionId: 'type', value: 'c5.xlarge' })
      expect(sent?.body['form']).toMatchObject({ todo: { type: 'c5.xlarge' } })
      expect(await page.getByRole('combobox', { name: 'Instance type' }).inputValue()).toBe(
        'c5.xlarge',
      )
    })

    test('a select of users knows the people', async () => {
      const page = await show()
      await page.getByRole('combobox', { name: 'Ask somebody' }).click()
      await page
        .getByRole('listbox')
        .getByRole('option', { name: /Amélie Laurent/ })
        .click()
      expect((await posted(page))?.body).toMatchObject({ actionId: 'who', value: 'U0AMELIE' })
    })

    test('an overflow menu is walked with the arrow keys', async () => {
      const page = await show()
      await page.getByRole('button', { name: 'More options' }).press('Enter')
      await page.getByRole('menuitem', { name: 'Pin' }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      expect((await posted(page))?.body).toMatchObject({ actionId: 'more', value: 'export' })
    })

    test('a date is sent as it is picked', async () => {
      const page = await show()
      await page.getByLabel('Date').fill('2026-12-24')
      expect((await posted(page))?.body).toMatchObject({ actionId: 'day', value: '2026-12-24' })
    })

    test('the shortcuts of a message stand under More actions', async () => {
      const page = await show()
      await page.locator('.message').hover()
      await page.getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name: /Ask eksip about this/ }).click()
      expect(await posted(page)).toEqual({
        name: 'shortcut',
        body: {
          user: 'U0ADA',
          callbackId: 'ask',
          message: { channel: channelId, ts: message.ts },
        },
      })
    })

    test('global shortcuts stand beside the message box', async () => {
      const page = await show()
      await page.getByRole('button', { name: 'Shortcuts' }).click()
      await page.getByRole('menuitem', { name: /Plan capacity/ }).click()
      expect((await posted(page))?.body).toEqual({ user: 'U0ADA', callbackId: 'plan' })
    })
  })
}
