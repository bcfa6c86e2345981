import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'

import type { AppView } from '../../../../src/workspace/state/model.ts'
import type { Opener } from '../browser.ts'
import { inputBlocks } from '../gallery.ts'
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
