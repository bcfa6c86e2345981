import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'

import type { View } from '../../../../src/workspace/http/page-contract.ts'
import type { Opener } from '../browser.ts'
import { channelId, sampleMessage, sampleView } from '../sample-view.ts'
import { startStage, type Stage } from '../stage.ts'

/** The message box, its completions, threads and examples. */
export function testWriting(open: Opener): void {
  let stage: Stage | undefined
  afterEach(async () => {
    await stage?.stop()
    stage = undefined
  })

  async function show(view: View = sampleView()): Promise<Page> {
    stage = await startStage({ view })
    return open(stage.url)
  }

  async function sentLines(count: number): Promise<readonly unknown[]> {
    await expect.poll(() => stage?.posted.length).toBe(count)
    return stage?.posted.map(({ body }) => body['text']) ?? []
  }

  describe('the message box', () => {
    test('sends with Enter, breaks the line with Shift and Enter', async () => {
      const page = await show()
      await page.locator('#line').pressSequentially('one')
      await page.keyboard.press('Shift+Enter')
      await page.keyboard.type('two')
      await page.keyboard.press('Enter')
      expect(await sentLines(1)).toEqual(['one\ntwo'])
      expect(await page.locator('#line').inputValue()).toBe('')
      await page.keyboard.press('Enter')
      expect(await sentLines(1)).toHaveLength(1)
    })

    test('holds a line that nobody took, and says so', async () => {
      const page = await show()
      const box = page.locator('#line')
      await box.waitFor()
      await stage?.stop()
      await box.fill('/eksip t3.2xlarge 2 nodes')
      await box.press('Enter')
      await page.getByRole('status').filter({ hasText: 'Not sent' }).waitFor()
      expect(await box.inputValue()).toBe('/eksip t3.2xlarge 2 nodes')
    })

    test('keeps what one writes meanwhile, and an earlier line by arrow up', async () => {
      let answer: (answer: unknown) => void = () => {}
      const answered = new Promise((resolve) => (answer = resolve))
      stage = await startStage({ view: sampleView(), answer: () => answered })
      const page = await open(stage.url)
      const box = page.locator('#line')
      await box.fill('first')
      await box.press('Enter')
      await sentLines(1)
      await box.fill('second')
      await stage.stop()
      answer({ ok: true })
      await page.getByRole('status').filter({ hasText: 'does not answer' }).waitFor()
      expect(await box.inputValue()).toBe('second')
      await box.press('ArrowUp')
      expect(await box.inputValue()).toBe('first')
    })

    test('leaves selected what one selects', async () => {
      const page = await show()
      await page.locator('#line').pressSequentially('one two')
      await page.keyboard.press('Control+A')
      await page.keyboard.type('three')
      expect(await page.locator('#line').inputValue()).toBe('three')
    })

    test('recalls one’s own lines with the arrow keys', async () => {
      const page = await show()
      const box = page.locator('#line')
      for (const line of ['first', 'second']) {
        await box.pressSequentially(line)
        await box.press('Enter')
      }
      await box.press('ArrowUp')
      await box.press('ArrowUp')
      expect(await box.inputValue()).toBe('first')
      await box.press('ArrowDown')
      await box.press('ArrowDown')
      expect(await box.inputValue()).toBe('')
    })

    test('completes a slash command and then says how it is used', async () => {
      const page = await show()
      const box = page.locator('#line')
      await box.pressSequentially('/ek')
      const offers = page.getByRole('listbox', { name: 'Completions' }).getByRole('option')
      expect(await offers.count()).toBe(2)
      expect(await offers.first().innerText()).toContain(
        'How many VPC addresses will these nodes and pods take?',
      )
      await box.press('Enter')
      expect(await box.inputValue()).toBe('/eksip ')
      await page.getByText('/eksip t3.2xlarge 2 nodes 27 pods warm-ip=2').last().waitFor()
      await box.pressSequentially('help')
      await box.press('Enter')
      expect(await sentLines(1)).toEqual(['/eksip help'])
    })

    test('completes a mention in the middle of a line', async () => {
      const page = await show()
      const box = page.locator('#line')
      await box.pressSequentially('ask @am')
      await box.press('Tab')
      await box.pressSequentially('and @')
      await page.getByRole('option', { name: '@eksip' }).click()
      expect(await box.inputValue()).toBe('ask @amelie and @eksip ')
    })

    test('lets go of its completions with Escape', async () => {
      const page = await show()
      await page.locator('#line').pressSequentially('@')
      await page.keyboard.press('Escape')
      expect(await page.getByRole('listbox').count()).toBe(0)
    })
  })

  describe('threads', () => {
    const root = sampleMessage(1, { text: 'shall we?' })
    const view = sampleView({
      messages: [root, sampleMessage(2, { threadTs: root.ts, text: 'we shall' })],
    })

    test('open beside the channel, take replies, and close with Escape', async () => {
      const page = await show(view)
      const button = page.getByRole('button', { name: '1 reply' })
      await button.click()
      const thread = page.getByRole('complementary', { name: 'Thread' })
      await thread.getByText('we shall').waitFor()
      expect(await page.locator('main').getByText('we shall').count()).toBe(0)
      await page.keyboard.type('@eksip why')
      await page.keyboard.press('Enter')
      await expect
        .poll(() => stage?.posted.at(-1)?.body)
        .toMatchObject({
          channel: channelId,
          text: '@eksip why',
          threadTs: root.ts,
        })
      await page.keyboard.press('Escape')
      await thread.waitFor({ state: 'detached' })
      expect(await page.evaluate('document.activeElement.className')).toBe('replies')
    })

    test('keep what was not sent, each for itself, also through a reload', async () => {
      const page = await show(view)
      await page.locator('#line').fill('to all')
      await page.getByRole('button', { name: '1 reply' }).click()
      await page.locator('#reply').fill('to you')
      await page.getByRole('button', { name: 'Close thread' }).click()
      await page.getByRole('link', { name: '# platform' }).click()
      expect(await page.locator('#line').inputValue()).toBe('')
      await page.goBack()
      await page.reload()
      expect(await page.locator('#line').inputValue()).toBe('to all')
      await page.getByRole('button', { name: '1 reply' }).click()
      expect(await page.locator('#reply').inputValue()).toBe('to you')
      await page.keyboard.press('Enter')
      expect(await sentLines(1)).toEqual(['to you'])
      await page.getByRole('button', { name: 'Close thread' }).click()
      await page.getByRole('button', { name: '1 reply' }).click()
      expect(await page.locator('#reply').inputValue()).toBe('')
    })

    test('are opened by a link to a reply', async () => {
      stage = await startStage({ view })
      const page = await open(`${stage.url}#${channelId}/${sampleMessage(2).ts}`)
      const reply = page.getByRole('complementary', { name: 'Thread' }).getByText('we shall')
      await reply.waitFor()
      expect(await reply.isVisible()).toBe(true)
    })

    test('offer no slash commands, which Slack does not take there', async () => {
      const page = await show(view)
      await page.getByRole('button', { name: '1 reply' }).click()
      await page.locator('#reply').pressSequentially('/ek')
      expect(await page.getByRole('listbox').count()).toBe(0)
    })
  })

  describe('examples', () => {
    test('are offered where nothing is written, put into the box, and not sent', async () => {
      const page = await show()
      await page.getByRole('button', { name: '/eksip help' }).click()
      expect(await page.locator('#line').inputValue()).toBe('/eksip help')
      expect(await page.evaluate('document.activeElement.id')).toBe('line')
      expect(stage?.posted).toEqual([])
      await page.keyboard.press('Enter')
      expect(await sentLines(1)).toEqual(['/eksip help'])
    })

    test('for a thread open the thread of the newest answer', async () => {
      const page = await show()
      const line = page.getByRole('button', { name: '@eksip why' })
      await line.click()
      await page.getByText('First send an example in the channel').waitFor()
      stage?.change({ kind: 'posted', message: sampleMessage(1) })
      await page.getByRole('button', { name: 'Examples' }).click()
      await line.click()
      await expect.poll(() => page.locator('#reply').inputValue()).toBe('@eksip why')
      expect(stage?.posted).toEqual([])
    })

    test('stay at hand later', async () => {
      const page = await show(sampleView({ messages: [sampleMessage(1)] }))
      await page.getByRole('button', { name: 'Examples' }).click()
      await page.getByRole('button', { name: '/eksip help' }).click()
      expect(await page.locator('#line').inputValue()).toBe('/eksip help')
    })
  })
}
