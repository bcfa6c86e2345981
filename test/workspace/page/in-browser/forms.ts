import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'

import type { AppView } from '../../../../src/workspace/state/model.ts'
import type { Opener } from '../browser.ts'
import { inputBlocks, writtenBlock } from '../gallery.ts'
import { sampleModal, sampleView } from '../sample-view.ts'
import { startStage, type Posted, type Stage } from '../stage.ts'

const lower = sampleModal(inputBlocks)
const upper = sampleModal([], {
  id: 'V2',
  title: { type: 'plain_text', text: 'Why?' },
  submit: undefined,
  previousViewId: 'V1',
})

/** Modals: filling in, submitting, mistakes, the stack of views, the keyboard. */
export function testForms(open: Opener): void {
  let stage: Stage | undefined
  afterEach(async () => {
    await stage?.stop()
    stage = undefined
  })

  async function show(
    modals: readonly AppView[],
    answer: (posted: Posted) => unknown = () => ({ ok: true }),
  ): Promise<Page> {
    stage = await startStage({ view: sampleView({ modals }), answer })
    const page = await open(stage.url)
    await page.getByRole('dialog').waitFor()
    return page
  }

  async function lastPosted(name: string): Promise<Posted | undefined> {
    await expect.poll(() => stage?.posted.at(-1)?.name).toBe(name)
    return stage?.posted.at(-1)
  }

  test('everything that was filled in is submitted', async () => {
    const page = await show([lower], ({ name }) =>
      name === 'suggest'
        ? { ok: true, options: [{ label: 'm5.large', value: 'm5' }], groups: [] }
        : { ok: true },
    )
    await page.getByLabel('Pods').fill('40')
    await page.getByLabel('Cluster').fill('prod-blue')
    await page.getByLabel('Note').fill('two\nlines')
    await page.getByRole('combobox', { name: 'Instance type' }).pressSequentially('m5')
    await page.getByRole('option', { name: 'm5.large' }).click()
    await page.getByRole('combobox', { name: 'Zones' }).click()
    await page.getByRole('option', { name: 'eu-west-1a' }).click()
    await page.getByRole('button', { name: 'Remove eu-west-3a' }).click()
    await page.getByRole('radio', { name: 'Warm addresses' }).check()
    await page.getByRole('checkbox', { name: 'Custom networking' }).check()
    await page.getByLabel('Time').fill('09:15')
    await page.getByRole('button', { name: 'Compute' }).click()
    expect(await lastPosted('submit')).toEqual({
      name: 'submit',
      body: {
        user: 'U0ADA',
        viewId: 'V1',
        form: {
          pods: { pods: '40' },
          name: { name: 'prod-blue' },
          note: { note: 'two\nlines' },
          type: { type: 'm5' },
          zones: { zones: ['c'] },
          channel: { channel: 'C0CAPACITY' },
          mode: { mode: 'ip' },
          extras: { extras: ['custom'] },
          at: { at: '09:15' },
          reason: { reason: writtenBlock },
          plans: { plans: [] },
        },
      },
    })
  })

  test('what is wrong with an input stands below it and is said with it', async () => {
    const page = await show([lower], () => ({
      ok: false,
      error: 'invalid',
      errors: { pods: 'At most 10,000 pods' },
    }))
    await page.getByLabel('Pods').fill('99999')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'At most 10,000 pods' }).waitFor()
    const box = page.getByLabel('Pods')
    expect(await box.getAttribute('aria-invalid')).toBe('true')
    expect(await box.inputValue()).toBe('99999')
    const notes = (await box.getAttribute('aria-describedby'))?.split(' ') ?? []
    const words = await Promise.all(notes.map((id) => page.locator(`[id="${id}"]`).innerText()))
    expect(words).toEqual(['The total of the node group', 'At most 10,000 pods'])
  })

  test('a failure that is no input’s fault stands above the form', async () => {
    const page = await show([lower], () => ({ ok: false, error: 'operation_timeout', errors: {} }))
    await page.getByRole('button', { name: 'Compute' }).click()
    const banner = page.getByRole('alert')
    await banner.waitFor()
    expect(await banner.innerText()).toContain('within 3 seconds')
  })

  test('an external select asks only when enough is typed, and once for each text', async () => {
    const page = await show([lower], () => ({
      ok: true,
      options: [],
      groups: [{ label: 'General', options: [{ label: 'm5.large', value: 'm5' }] }],
    }))
    const box = page.getByRole('combobox', { name: 'Instance type' })
    await box.pressSequentially('m')
    await page.getByText('Type at least 2 characters').waitFor()
    expect(stage?.posted).toEqual([])
    await box.pressSequentially('5')
    expect((await lastPosted('suggest'))?.body).toMatchObject({
      place: { kind: 'view', viewId: 'V1' },
      blockId: 'type',
      actionId: 'type',
      query: 'm5',
    })
    await page.getByRole('group', { name: 'General' }).getByRole('option').waitFor()
  })

  describe('formatted text', () => {
    const blocks = inputBlocks.filter(({ block_id: id }) => id === 'reason')
    const written = async () => Object.assign({ form: {} }, (await lastPosted('submit'))?.body).form

    test('is written with keys and buttons, and sent as rich text', async () => {
      const page = await show([sampleModal(blocks)])
      await page.getByText('Reason').click()
      await page.keyboard.press('Control+A')
      await page.keyboard.press('Delete')
      await page.keyboard.type('fits ')
      await page.getByRole('button', { name: 'Italic' }).click()
      await page.keyboard.type('well')
      await page.keyboard.press('Control+Shift+C')
      await page.keyboard.type(' x')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Numbered list' }).click()
      await page.keyboard.type('one')
      const pressed = page.getByRole('button', { pressed: true })
      expect(await pressed.evaluateAll((all) => all.map(({ title }) => title))).toEqual([
        'Bold',
        'Italic',
        'Code',
        'Numbered list',
      ])
      await page.getByRole('button', { name: 'Compute' }).click()
      const bold = (text: string, style = {}) => ({
        type: 'text',
        text,
        style: { bold: true, ...style },
      })
      expect(await written()).toEqual({
        reason: {
          reason: {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  bold('fits '),
                  bold('well', { italic: true }),
                  bold(' x', { italic: true, code: true }),
                ],
              },
              {
                type: 'rich_text_list',
                style: 'ordered',
                indent: 0,
                elements: [
                  {
                    type: 'rich_text_section',
                    elements: [bold('one', { italic: true, code: true })],
                  },
                ],
              },
            ],
          },
        },
      })
    })

    test('stays as it was where one does not write', async () => {
      const page = await show([sampleModal(blocks)])
      await page.getByRole('textbox', { name: 'Reason' }).click()
      await page.keyboard.press('Control+End')
      await page.keyboard.type(' -o wide')
      await page.getByRole('button', { name: 'Compute' }).click()
      const { elements } = writtenBlock
      const last = { type: 'text', text: 'kubectl get nodes -o wide' }
      const preformatted = { type: 'rich_text_preformatted', elements: [last] }
      expect(await written()).toEqual({
        reason: {
          reason: { type: 'rich_text', elements: [...elements.slice(0, -1), preformatted] },
        },
      })
    })

    test('takes only the words of what is pasted, and nothing where nothing stands', async () => {
      const page = await show([sampleModal(blocks)])
      const box = page.getByRole('textbox', { name: 'Reason' })
      await box.click()
      await page.keyboard.press('Control+A')
      await page.evaluate(`(() => {
        const html = new Blob(['<h1 onclick="x()">big</h1>'], { type: 'text/html' })
        const text = new Blob(['big'], { type: 'text/plain' })
        return navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': text })])
      })()`)
      await page.keyboard.press('Control+V')
      expect(await box.innerText()).toBe('big')
      expect(await box.locator('h1').count()).toBe(0)
      await page.keyboard.press('Control+A')
      await page.keyboard.press('Delete')
      await page.getByRole('button', { name: 'Compute' }).click()
      expect(await written()).toEqual({ reason: { reason: null } })
    })

    test('has one stop for its buttons, which arrow keys go through', async () => {
      const page = await show([sampleModal(blocks)])
      await page.getByRole('textbox', { name: 'Reason' }).focus()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('ArrowLeft')
      expect(await page.evaluate('document.activeElement.title')).toBe('Numbered list')
    })
  })

  describe('files', () => {
    const blocks = inputBlocks.filter(({ block_id: id }) => id === 'plans')
    const file = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('a,b') })

    test('are uploaded when they are chosen, and can be removed again', async () => {
      let count = 0
      const page = await show([sampleModal(blocks)], ({ name, body }) => {
        if (name !== 'upload') return { ok: true }
        const entry = { id: `F${++count}`, name: String(body['name']) }
        const added = { ...entry, title: '', altText: '', mimeType: 'text/csv' }
        stage?.change({ kind: 'file', file: added })
        return { ok: true, file: added }
      })
      const choosing = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Plans (optional) Choose files' }).press('Enter')
      await (await choosing).setFiles([file('one.csv'), file('two é.csv')])
      await page.getByRole('listitem').filter({ hasText: 'two é.csv' }).waitFor()
      expect(stage?.posted.map(({ body }) => body)).toEqual([
        { user: 'U0ADA', name: 'one.csv', text: 'a,b' },
        { user: 'U0ADA', name: 'two é.csv', text: 'a,b' },
      ])
      await page.getByRole('button', { name: 'Remove one.csv' }).click()
      await page.getByRole('button', { name: 'Compute' }).click()
      expect((await lastPosted('submit'))?.body['form']).toEqual({ plans: { plans: ['F2'] } })
    })

    test('that could not be uploaded are named', async () => {
      const page = await show([sampleModal(blocks)], () => ({ ok: false, error: 'too large' }))
      await page.locator('input[type=file]').setInputFiles([file('big.csv')])
      await page.getByText('big.csv could not be uploaded.').waitFor()
      expect(await page.locator('.files li').count()).toBe(0)
    })
  })

  describe('the stack of views', () => {
    test('keeps what was filled in below', async () => {
      const page = await show([lower])
      await page.getByLabel('Pods').fill('40')
      stage?.change({ kind: 'modals', modals: [lower, upper] })
      await page.getByRole('dialog', { name: 'Why?' }).waitFor()
      await page.getByRole('button', { name: 'Back' }).click()
      expect((await lastPosted('close'))?.body).toMatchObject({ viewId: 'V2', all: false })
      stage?.change({ kind: 'modals', modals: [lower] })
      await page.getByRole('dialog', { name: 'What if…' }).waitFor()
      expect(await page.getByLabel('Pods').inputValue()).toBe('40')
    })

    test('is left by Escape step by step, and as a whole by the ×', async () => {
      const page = await show([lower, upper])
      await page.keyboard.press('Escape')
      expect((await lastPosted('close'))?.body).toMatchObject({ viewId: 'V2', all: false })
      stage?.change({ kind: 'modals', modals: [lower] })
      await page.getByRole('dialog', { name: 'What if…' }).waitFor()
      await page.getByRole('button', { name: 'Close', exact: true }).first().click()
      await expect.poll(() => stage?.posted.at(-1)?.body['all']).toBe(true)
    })

    test('an update by the bot keeps what was filled in', async () => {
      const page = await show([lower])
      await page.getByLabel('Pods').fill('40')
      const header = { type: 'header', text: { type: 'plain_text', text: 'Updated' } } as const
      stage?.change({
        kind: 'modals',
        modals: [{ ...lower, hash: '2', blocks: [header, ...lower.blocks] }],
      })
      await page.getByText('Updated').waitFor()
      expect(await page.getByLabel('Pods').inputValue()).toBe('40')
    })
  })

  test('the focus begins at the first input, stays within, and comes back', async () => {
    stage = await startStage({ view: sampleView() })
    const page = await open(stage.url)
    await page.locator('#line').focus()
    stage.change({ kind: 'modals', modals: [lower] })
    await page.getByRole('dialog').waitFor()
    const focused = () => page.evaluate('document.activeElement.closest("dialog") !== null')
    const label = () => page.evaluate('document.activeElement.labels?.[0]?.textContent ?? ""')
    expect(await label()).toBe('Pods')
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press('Tab')
      // Between the last and the first element the browser's own frame may have the focus.
      const isBody = await page.evaluate('document.activeElement === document.body')
      expect(isBody || (await focused())).toBe(true)
    }
    stage.change({ kind: 'modals', modals: [] })
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate('document.activeElement.id')).toBe('line')
  })
}
