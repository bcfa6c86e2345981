import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundlePage, isOlder } from '../../tools/page-bundle.ts'
import { browserPath, openPage, startBrowser } from '../workspace/page/browser.ts'
import { seriousFindings } from '../workspace/page/serious-findings.ts'
import { setScene } from './scene.ts'
import { visitorAt } from './visitor.ts'

const isMissing = browserPath === undefined
const skipped = isMissing ? ' (skipped: no Chromium is installed)' : ''

describe.skipIf(isMissing)(`in a browser${skipped}`, async () => {
  let browser: Browser
  beforeAll(async () => {
    if (await isOlder()) await bundlePage()
    browser = await startBrowser()
  })
  afterAll(() => browser.close())
  const scene = await setScene('http')

  test('an export comes as a file that the direct message offers for download', async () => {
    const broken: string[] = []
    const page = await openPage(browser, scene.url(), {}, (problem) => broken.push(problem))
    const ada = visitorAt(page)
    await ada.say('/eksip t3.2xlarge 2 nodes')
    await ada.message('60 addresses reserved').waitFor()
    await ada.say('/eksip export csv')
    await ada.message('The file comes to you in a direct message with eksip.').waitFor()

    await page.getByRole('link', { name: /^eksip(?! Home)/ }).click()
    const message = ada.message('1 run, newest first.')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      message.getByRole('link', { name: 'eksip-runs.csv' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('eksip-runs.csv')
    expect(await readFile(await download.path(), 'utf8')).toMatch(/\n1,,.*,t3\.2xlarge 2 nodes,/)
    expect(await seriousFindings(page)).toEqual([])
    expect(broken).toEqual([])
  })
})
