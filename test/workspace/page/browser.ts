import { existsSync } from 'node:fs'

import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A browser of this machine, or undefined where none is installed. */
export const browserPath = places.find((path) => existsSync(path))

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** How the page is opened. */
export type Looks = {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
}

/** Opens addresses in a fresh profile; what breaks in the page fails the test. */
export type Opener = (url: string, looks?: Looks) => Promise<Page>

/**
 * Tests in a headless Chromium; where there is none they are skipped, and their name says why.
 * The browser starts once for all tests of the block.
 */
export function describeInBrowser(name: string, body: (open: Opener) => void): void {
  const isMissing = browserPath === undefined
  const reason = isMissing ? ` (skipped: there is no Chromium in ${places.join(', ')})` : ''
  describe.skipIf(isMissing)(`${name}${reason}`, () => {
    let browser: Browser
    let pages: Page[] = []
    const broken: string[] = []

    beforeAll(async () => {
      browser = await startBrowser()
    })
    afterEach(async () => {
      await Promise.all(pages.map((page) => page.context().close()))
      pages = []
      const problems = broken.splice(0)
      if (problems.length > 0) throw new Error(`the page broke:\n${problems.join('\n')}`)
    })
    afterAll(() => browser.close())

    body(async (url, looks = {}) => {
      const page = await openPage(browser, url, looks, (problem) => broken.push(problem))
      pages.push(page)
      return page
    })
  })
}

export function startBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error('no Chromium is installed')
  return chromium.launch({ executablePath: browserPath, headless: true, args: flags })
}

/** Opens an address. Errors of scripts and refusals by the page's own policy are told. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1280, height = 800, colorScheme = 'light' }: Looks,
  onBroken: (problem: string) => void,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: 'en-US',
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => onBroken(String(error)))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && /Content Security Policy/.test(text)) onBroken(text)
  })
  await page.goto(url)
  return page
}
