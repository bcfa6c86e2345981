// Plays a conversation in the local workspace, with the real bot and a database of its own, and
// writes what is seen into docs/pictures/: npm run pictures. It needs a Chromium.
import { mkdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import type { Browser, Locator, Page } from 'playwright-core'
import { parse } from 'yaml'
import { openDatabase, type Database } from '../src/database/database.ts'
import { startSlack } from '../src/slack/app.ts'
import { storesIn } from '../src/stores.ts'
import { readManifest } from '../src/workspace/state/read-manifest.ts'
import { startWorkspace, type Workspace } from '../src/workspace/workspace.ts'
import { visitorAt, type Visitor } from '../test/end-to-end/visitor.ts'
import { openPage, startBrowser, type Looks } from '../test/workspace/page/browser.ts'
import { bundlePage, isOlder } from './page-bundle.ts'

const pictures = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const APP_TOKEN = 'xapp-pictures'
const BOT_TOKEN = 'xoxb-pictures'

/** A clock that runs on from where it was set last, so that pictures show the same times each time. */
function createClock() {
  let offsetMs = 0
  return {
    nowMs: () => Date.now() + offsetMs,
    set(time: string) {
      offsetMs = Date.parse(time) - Date.now()
    },
  }
}

const VIEW = { width: 1280, height: 900 }
/** Two panes full of text are a large picture; the list of channels is not what it is about. */
const LOW_VIEW = { width: 1280, height: 760 }
const BESIDE_THE_CHANNELS = { x: 240, y: 0, width: 1040, height: 760 }

const clock = createClock()
const logger = pino({ level: 'error' }, pino.destination(2))
const folder = path.join(tmpdir(), `eksip-pictures-${process.pid}`)
const stops: (() => Promise<void>)[] = [
  async () => rmSync(folder, { recursive: true, force: true }),
]
try {
  mkdirSync(pictures, { recursive: true })
  if (await isOlder()) await bundlePage()
  clock.set('2026-11-19T09:12:05Z')
  const workspace = await startTogether(await database())
  const browser = await startBrowser()
  stops.push(() => browser.close())
  await play(workspace, browser)
} finally {
  for (const stop of stops.toReversed()) await stop()
}

async function database(): Promise<Database> {
  const opened = await openDatabase({
    url: null,
    migrationUrl: null,
    isStrict: false,
    folder,
    programs: process.env['EKSIP_POSTGRES_BIN'] ?? null,
    logger,
    patience: 'person',
  })
  stops.push(() => opened.close())
  return opened
}

/** In Socket Mode nothing is signed, so that the clock may show any time. */
async function startTogether(opened: Database): Promise<Workspace> {
  const text = await readFile(new URL('../deploy/slack-manifest.yaml', import.meta.url), 'utf8')
  const workspace = await startWorkspace({
    port: 0,
    signingSecret: '',
    botToken: BOT_TOKEN,
    delivery: 'socket',
    appToken: APP_TOKEN,
    manifest: readManifest(parse(text)),
    now: clock.nowMs,
    patienceMs: 20_000,
  })
  stops.push(() => workspace.stop())
  const bot = await startSlack({
    slack: {
      kind: 'one-workspace',
      botToken: BOT_TOKEN,
      signingSecret: null,
      appToken: APP_TOKEN,
      apiUrl: workspace.apiUrl,
    },
    address: { port: 0, host: '127.0.0.1' },
    logger,
    language: 'en',
    now: () => new Date(clock.nowMs()),
    ...storesIn(opened, (error) => logger.error(error)),
    purge: () => Promise.resolve(),
    isReady: () => Promise.resolve(true),
    onLost: (error) => logger.error(error),
  })
  stops.push(() => bot.stop())
  return workspace
}

async function play(workspace: Workspace, browser: Browser): Promise<void> {
  await prepare(workspace)
  clock.set('2026-11-22T14:03:10Z')
  const ada = visitorAt(await show(browser, workspace))
  await ada.say('/eksip t3.2xlarge 2 nodes 27 pods warm-ip=2 as prod-blue')
  const answer = ada.message('35 held')
  await answer.getByRole('button', { name: 'What if…' }).waitFor()
  await take(answer, 'reply')
  await take(ada.page, 'answer')
  await pictureForm(ada, answer)
  await pictureThread(workspace, ada, answer)
  await pictureComparison(ada)
  await pictureChart(ada, answer)
  await pictureHome(ada)
  await pictureFrench(browser, workspace)
  await pictureElsewhere(browser, workspace)
}

/** What was asked three days before. */
async function prepare(workspace: Workspace): Promise<void> {
  const oliver = workspace.user('oliver')
  await oliver.types('#capacity', '/eksip budget 10.20.0.0/24')
  await oliver.types('#capacity', '/eksip t3.2xlarge 2 nodes 27 pods as prod-blue')
}

async function pictureForm(ada: Visitor, answer: Locator): Promise<void> {
  await answer.getByRole('button', { name: 'What if…' }).click()
  const form = ada.form('What if…')
  await form.getByRole('textbox', { name: /^Pods/ }).fill('40')
  await take(ada.page, 'what-if')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await form.waitFor({ state: 'detached' })
}

async function pictureThread(workspace: Workspace, ada: Visitor, answer: Locator): Promise<void> {
  const [asked] = workspace.messages('#capacity').filter(({ text }) => text.includes('35 held'))
  if (!asked) throw new Error('the answer is not there')
  const oliver = workspace.user('oliver')
  clock.set('2026-11-22T14:06:20Z')
  await oliver.types('#capacity', 'The batch jobs move here on Monday: 13 more pods.', {
    threadTs: asked.ts,
  })
  await ada.openThread(answer)
  clock.set('2026-11-22T14:07:05Z')
  await ada.reply('@eksip 40 pods')
  await ada.message('Inherited from', ada.thread).waitFor()
  await ada.page.setViewportSize(LOW_VIEW)
  await scrollTo(ada.message('batch jobs', ada.thread))
  await take(ada.page, 'thread', BESIDE_THE_CHANNELS)
  await ada.page.setViewportSize(VIEW)
  await ada.page.getByRole('button', { name: 'Close thread' }).click()
}

async function pictureComparison(ada: Visitor): Promise<void> {
  clock.set('2026-11-22T14:10:15Z')
  await ada.say('/eksip compare #1 #2 #3')
  const comparison = ada.message('Ask #1 again')
  await comparison.waitFor()
  await take(comparison, 'comparison')
}

async function pictureChart(ada: Visitor, answer: Locator): Promise<void> {
  await answer.getByRole('button', { name: 'Chart' }).click()
  const chart = ada.message('Addresses of one t3.2xlarge node')
  await chart.locator('svg').first().waitFor()
  await take(chart, 'chart')
}

async function pictureHome(ada: Visitor): Promise<void> {
  await ada.openHome()
  await ada.page.getByText('#3 · t3.2xlarge').first().waitFor()
  await take(ada.page, 'home')
}

async function pictureFrench(browser: Browser, workspace: Workspace): Promise<void> {
  clock.set('2026-11-22T14:31:40Z')
  const amelie = visitorAt(await show(browser, workspace))
  await amelie.become('Amélie Laurent')
  await amelie.say('/eksip m5.large 3 nœuds 60 pods sous-réseau=10.20.1.0/25')
  await amelie.message('3 × m5.large').getByRole('button', { name: 'Et si…' }).waitFor()
  await take(amelie.page, 'french')
}

/** The same conversation in the dark, and on a phone. */
async function pictureElsewhere(browser: Browser, workspace: Workspace): Promise<void> {
  const places: readonly (readonly [string, Looks])[] = [
    ['dark', { colorScheme: 'dark' }],
    ['phone', { width: 390, height: 844 }],
  ]
  for (const [name, looks] of places) {
    const page = await show(browser, workspace, looks)
    await visitorAt(page)
      .message('35 held')
      .first()
      .evaluate((row) => row.scrollIntoView())
    await take(page, name)
  }
}

async function show(browser: Browser, workspace: Workspace, looks: Looks = {}): Promise<Page> {
  const page = await openPage(browser, workspace.url, { ...VIEW, ...looks }, (problem) => {
    throw new Error(`the page broke: ${problem}`)
  })
  await page.locator('#line').waitFor()
  return page
}

async function scrollTo(message: Locator): Promise<void> {
  await message.first().evaluate((row) => row.scrollIntoView())
}

/** Of a page or a part of it, or of one message. */
async function take(what: Page | Locator, name: string, clip?: typeof BESIDE_THE_CHANNELS) {
  // Nothing is lit up because the mouse rests on it.
  await ('mouse' in what ? what : what.page()).mouse.move(0, 0)
  const options = { path: `${pictures}${name}.png`, animations: 'disabled' } as const
  await what.screenshot(clip === undefined ? options : { ...options, clip })
  process.stdout.write(`docs/pictures/${name}.png\n`)
}
