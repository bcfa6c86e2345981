import type { AnyBlock } from '@slack/types'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'

import type { View } from '../../../../src/workspace/http/page-contract.ts'
import type { Opener } from '../browser.ts'
import {
  chartBlock,
  dataTableBlock,
  otherCharts,
  actionsBlock,
  strangeBlocks,
  tableBlock,
  textBlocks,
} from '../gallery.ts'
import { sampleMessage, sampleView } from '../sample-view.ts'
import { startStage, type Stage } from '../stage.ts'

/** What messages look like: each kind of block, and what a message has around it. */
export function testDrawing(open: Opener): void {
  let stage: Stage | undefined
  afterEach(async () => {
    await stage?.stop()
    stage = undefined
  })

  async function show(view: View): Promise<Page> {
    stage = await startStage({ view })
    const page = await open(stage.url)
    await page.waitForSelector('.workspace')
    return page
  }

  function showBlocks(blocks: readonly AnyBlock[]) {
    return show(sampleView({ messages: [sampleMessage(1, { blocks })] }))
  }

  describe('blocks', () => {
    test('texts keep all that was written, and none of it becomes HTML', async () => {
      const page = await showBlocks([...textBlocks])
      const text = await page.locator('.content').innerText()
      for (const part of [
        '2 × t3.2xlarge · 27 pods 🎉 <b>',
        '60 addresses reserved by 4 ENIs · 35 held · 27 · WARM_IP_TARGET=2',
        'second line <script>alert(1)</script> @amelie in',
        'the rules not a link',
        '<i>as typed</i> @ada #capacity 🚀 a link',
        'keep one ENI in reserve',
        'kubectl -n kube-system set env daemonset aws-node \\\n    WARM_IP_TARGET=2',
        'prod-blue · CNI 1.19',
      ]) {
        expect(text).toContain(part)
      }
      expect(await page.locator('.content script, .content :is(b, i)').count()).toBe(0)
      const links = page.locator('.content a')
      expect(
        await links.evaluateAll((all) => all.map((each) => each.getAttribute('href'))),
      ).toEqual(['https://docs.aws.amazon.com', 'https://example.com/'])
    })

    test('numbered lists begin with 1', async () => {
      const page = await showBlocks([...textBlocks])
      const items = await page.locator('.content ol > li').allInnerTexts()
      expect(items.map((item) => item.replace(/\s+/g, ' '))).toEqual([
        '1. set the target',
        '2. restart the node',
      ])
    })

    test('a table has headers, numbers at the right, and long words wrapped', async () => {
      const page = await showBlocks([tableBlock])
      const table = page.getByRole('table')
      expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
        'node',
        'pods',
        'ENIs',
        'usable',
        'held',
        'warm',
        'reserved',
        'why',
      ])
      const row = table.getByRole('row').nth(1).getByRole('cell')
      expect((await row.allInnerTexts()).slice(0, 7)).toEqual([
        '1 node',
        '14',
        '2',
        '28',
        '18',
        '4',
        '30',
      ])
      const style = (cell: string, name: string) =>
        page.evaluate(`getComputedStyle(document.querySelector('${cell}')).${name}`)
      expect(await style('td:nth-child(2)', 'textAlign')).toBe('right')
      expect(await style('td:nth-child(7)', 'whiteSpace')).toBe('nowrap')
      expect(await style('td:nth-child(8)', 'whiteSpace')).toBe('normal')
    })

    test('a data table is sorted by a click and turned page by page', async () => {
      const page = await showBlocks([dataTableBlock])
      const firstColumn = () => page.getByRole('rowheader').allInnerTexts()
      expect(await firstColumn()).toEqual(['m5.large', 'c5.large', 't3.large'])
      await page.getByRole('button', { name: 'ENIs' }).click()
      expect(await firstColumn()).toEqual(['r5.large', 't3.large', 'c5.large'])
      expect(await page.getByRole('columnheader').nth(1).getAttribute('aria-sort')).toBe(
        'ascending',
      )
      await page.getByRole('button', { name: 'Next' }).click()
      expect(await firstColumn()).toEqual(['m5.large'])
    })

    test('a chart has its numbers with it', async () => {
      const page = await showBlocks([chartBlock])
      const chart = page.getByRole('img', { name: 'Line chart: Addresses by pods', exact: true })
      expect(await chart.count()).toBe(1)
      expect(await page.getByRole('row').count()).toBe(0)
      await page.getByText('The numbers').click()
      expect(await page.getByRole('row').allInnerTexts()).toEqual([
        'pods\treserved\theld',
        '10\t30\t13',
        '14\t30\t17',
        '15\t45\t18',
        '28\t45\t32',
      ])
    })

    test('lines of a chart are straight from point to point', async () => {
      const page = await showBlocks([chartBlock])
      const reserved = page.locator('.chart [role=img] .series-0')
      expect(await reserved.locator('path').count()).toBe(0)
      const corners = (await reserved.locator('polyline').getAttribute('points'))?.split(' ') ?? []
      const heights = corners.map((corner) => Number(corner.split(',')[1]))
      const [ten, fourteen, fifteen, twentyEight] = heights
      expect(heights).toHaveLength(4)
      expect([fourteen, twentyEight]).toEqual([ten, fifteen])
      expect(Number(fifteen)).toBeLessThan(Number(ten))
      expect(await page.locator('.axes text').allTextContents()).toEqual(
        expect.arrayContaining(['0', '50', '10', '28', 'pods', 'addresses']),
      )
    })

    test('bars, areas and parts are drawn as such', async () => {
      const page = await showBlocks([...otherCharts])
      const drawn = (chart: string, shape: string) =>
        page.getByRole('img', { name: chart }).locator(shape).count()
      expect(await drawn('Bar chart: As bar', 'rect')).toBe(8)
      expect(await drawn('Area chart: As area', 'polygon')).toBe(2)
      expect(await drawn('Pie chart: As parts', 'path')).toBe(2)
    })

    test('a table that is too wide says so, and is scrolled with the keyboard', async () => {
      const page = await showBlocks([tableBlock])
      expect(await page.getByText('more columns').count()).toBe(0)
      await page.setViewportSize({ width: 390, height: 800 })
      await page.getByText('more columns →').waitFor()
      await page.getByRole('group', { name: 'Table (scrolls sideways)' }).focus()
      await page.keyboard.press('ArrowRight')
      await page.getByText('← more columns').waitFor()
    })

    test('a table of which only an edge is hidden does not speak of more columns', async () => {
      const page = await showBlocks([tableBlock])
      const width = 900
      await page.setViewportSize({ width, height: 800 })
      const hiddenPx = () =>
        page.locator('.table').evaluate((table) => table.scrollWidth - table.clientWidth)
      const missingPx = await hiddenPx()
      const hide = (px: number) =>
        page.setViewportSize({ width: width + missingPx - px, height: 800 })
      await hide(20)
      await page.getByText('more columns →').waitFor()
      await hide(6)
      await page.getByText('more columns').waitFor({ state: 'detached' })
      expect(await hiddenPx()).toBe(6)
    })

    test('one that breaks or is not known shows its JSON and leaves the others alone', async () => {
      const page = await showBlocks([...strangeBlocks, actionsBlock])
      expect(await page.getByText('A block that this page cannot draw').count()).toBe(2)
      await page.getByText('A block that this page cannot draw').first().click()
      expect(await page.locator('.raw-block pre').first().innerText()).toContain('"hologram"')
      expect(await page.getByRole('button', { name: 'What if…' }).isVisible()).toBe(true)
    })
  })

  describe('messages', () => {
    test('say who, when, whether edited, and who else sees them', async () => {
      const page = await show(
        sampleView({
          messages: [
            sampleMessage(1, { userId: 'U0ADA', text: 'hello' }),
            sampleMessage(2, { visibleTo: 'U0ADA', text: 'psst' }),
            sampleMessage(20, { editedTs: '1790001300.000000' }),
          ],
        }),
      )
      const rows = page.locator('.message')
      expect(await rows.nth(0).innerText()).toMatch(/Ada Morales\s+\d\d:\d\d [AP]M\s+hello/)
      expect(await rows.nth(1).innerText()).toContain('Only visible to you')
      expect(await rows.nth(2).innerText()).toContain('(edited)')
    })

    test('come, change and go as the workspace says', async () => {
      const page = await show(sampleView({ messages: [sampleMessage(1)] }))
      stage?.change({ kind: 'posted', message: sampleMessage(2) })
      await page.getByText('message 2').waitFor()
      stage?.change({ kind: 'changed', message: sampleMessage(2, { text: 'better' }) })
      await page.getByText('better').waitFor()
      stage?.change({ kind: 'deleted', message: sampleMessage(1) })
      await page.getByText('message 1').waitFor({ state: 'detached' })
      expect(await page.locator('.message').count()).toBe(1)
    })

    test('are counted on channels that are not open', async () => {
      const page = await show(sampleView({ messages: [sampleMessage(1)] }))
      stage?.change({ kind: 'posted', message: sampleMessage(2, { channelId: 'D0ADA' }) })
      const direct = page.getByRole('link', { name: 'eksip 1 unread' })
      await direct.click()
      await page.getByText('message 2').waitFor()
      expect(await page.getByText('unread').count()).toBe(0)
    })
  })
}
