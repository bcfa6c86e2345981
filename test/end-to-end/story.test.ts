import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { bundlePage, isOlder } from '../../tools/page-bundle.ts'
import { browserPath, openPage, startBrowser } from '../workspace/page/browser.ts'
import { seriousFindings } from '../workspace/page/serious-findings.ts'
import { setScene, type Delivery, type Scene } from './scene.ts'
import { visitorAt, type Visitor } from './visitor.ts'

const isMissing = browserPath === undefined
const skipped = isMissing ? ' (skipped: no Chromium is installed)' : ''

/** What the bot and the page do together, told in order: each step goes on from the one before. */
describe.skipIf(isMissing)(`in a browser${skipped}`, async () => {
  let browser: Browser
  const broken: string[] = []

  beforeAll(async () => {
    if (await isOlder()) await bundlePage()
    browser = await startBrowser()
  })
  afterEach(() => {
    const problems = broken.splice(0)
    if (problems.length > 0) throw new Error(`the page broke:\n${problems.join('\n')}`)
  })
  afterAll(() => browser.close())

  const open = async (scene: Scene): Promise<Page> =>
    openPage(browser, scene.url(), { height: 900 }, (problem) => broken.push(problem))

  tellStory(await setScene('http'), open)
  tellOfDelivery('socket', await setScene('socket'), open)
})

type Open = (scene: Scene) => Promise<Page>

function tellStory(scene: Scene, open: Open): void {
  describe('a team plans its addresses', () => {
    let ada: Visitor
    beforeAll(async () => {
      ada = visitorAt(await open(scene))
    })
    afterAll(() => ada.page.context().close())

    test('a first visit offers examples, and a click only fills the box', async () => {
      await ada.page.getByRole('button', { name: '/eksip t3.2xlarge 2 nodes', exact: true }).click()
      expect(await ada.page.locator('#line').inputValue()).toBe('/eksip t3.2xlarge 2 nodes')
      expect(scene.bot().workspace.messages('#capacity')).toEqual([])
      expect(await seriousFindings(ada.page)).toEqual([])
    })

    test('a line is answered with a table', async () => {
      await ada.say('/eksip t3.2xlarge 2 nodes 27 pods')
      const answer = ada.message('60 addresses reserved by 4 ENIs · 60 held')
      await answer.waitFor()
      expect(await rowsOf(answer)).toEqual([
        ['node', 'pods', 'ENIs', 'usable', 'held', 'warm', 'reserved'],
        ['1 node', '14', '2', '28', '30', '14', '30'],
        ['1 node', '13', '2', '28', '30', '15', '30'],
        ['total', '27', '2+2', '56', '60', '29', '60'],
      ])
    })

    test('asked again with a warm target, it says what changed and why', async () => {
      await ada.say('/eksip t3.2xlarge 2 nodes 27 pods warm-ip=2')
      const answer = ada.message('60 addresses reserved by 4 ENIs · 35 held')
      await answer.waitFor()
      const text = await answer.innerText()
      expect(text).toContain('since #1')
      expect(text).toContain('held 60 → 35 (−25, −42 %)')
      expect(text).toContain('WARM_IP_TARGET unset → 2')
      expect(await seriousFindings(ada.page)).toEqual([])
    })

    test('a mistake is told where it is, with the line that was meant', async () => {
      await ada.say('/eksip t3.2xlarge 2 nods warm-ips=2')
      const refusal = ada.message('Only visible to you')
      await refusal.waitFor()
      const text = await refusal.innerText()
      expect(text).toContain('nods')
      expect(text).toContain('warm-ips')
      expect(text).toContain('t3.2xlarge 2 nodes warm-ip=2')
    })

    testWhatIf(() => ada)
    testThread(() => ada)
    testComparing(() => ada)
    testReading(() => ada)
    testFrench(scene, () => ada)
    testHome(() => ada)
    testRestart(scene, () => ada)
  })
}

/** The ways in which the bot is asked, as they work over Socket Mode too. */
function tellOfDelivery(delivery: Delivery, scene: Scene, open: Open): void {
  describe(`by ${delivery}`, () => {
    let ada: Visitor
    beforeAll(async () => {
      ada = visitorAt(await open(scene))
    })
    afterAll(() => ada.page.context().close())

    test('a command is answered with a table', async () => {
      await ada.say('/eksip t3.2xlarge 2 nodes 27 pods warm-ip=2')
      const answer = ada.message('60 addresses reserved by 4 ENIs · 35 held')
      await answer.waitFor()
      expect((await rowsOf(answer)).at(-1)).toEqual(['total', '27', '2+2', '56', '35', '4', '60'])
    })
    testWhatIf(() => ada)
    testThread(() => ada)
    testReading(() => ada)
  })
}

function testWhatIf(ada: () => Visitor): void {
  test('What if… opens a form with the run in it; a mistake stands at its field', async () => {
    const answer = ada().message('WARM_IP_TARGET=2')
    await answer.getByRole('button', { name: 'What if…' }).click()
    const form = ada().form('What if…')
    await form.waitFor()
    const nodes = form.getByRole('textbox', { name: /^Nodes/ })
    const pods = form.getByRole('textbox', { name: /^Pods/ })
    expect([await nodes.inputValue(), await pods.inputValue()]).toEqual(['2', '27'])
    await nodes.fill('999999')
    await pods.fill('40')
    expect(await seriousFindings(ada().page)).toEqual([])
    await form.getByRole('button', { name: 'Ask', exact: true }).click()
    await form.getByText('999999 is too large').waitFor()
    expect(await nodes.getAttribute('aria-invalid')).toBe('true')
    expect(await pods.getAttribute('aria-invalid')).not.toBe('true')
    expect(await pods.inputValue()).toBe('40')
  })

  test('put right, it makes a run of its own, compared with the one before', async () => {
    const form = ada().form('What if…')
    await form.getByRole('textbox', { name: /^Nodes/ }).fill('2')
    await form.getByRole('button', { name: 'Ask', exact: true }).click()
    await form.waitFor({ state: 'detached' })
    const child = ada().message('2 × t3.2xlarge · 40 pods (20 + 20)')
    await child.waitFor()
    expect(await child.innerText()).toContain('pods 27 → 40 (+13 held)')
  })
}

function testThread(ada: () => Visitor): void {
  test('in a thread, a mention with a change goes on from the answer there', async () => {
    await ada().openThread(ada().message('27 pods (14 + 13) · WARM_IP_TARGET=2'))
    await ada().reply('@eksip 50 pods')
    const reply = ada().message('2 × t3.2xlarge · 50 pods', ada().thread)
    await reply.waitFor()
    expect(await reply.innerText()).toContain('Inherited from')
    expect(await reply.innerText()).toContain('WARM_IP_TARGET=2')
    expect(await seriousFindings(ada().page)).toEqual([])
  })

  test('a slash command is refused there, as Slack does', async () => {
    await ada().reply('/eksip m5.large')
    const refusal = ada().message('not supported in threads', ada().thread)
    await refusal.waitFor()
    expect(await refusal.innerText()).toContain('Only visible to you')
    await ada().page.getByRole('button', { name: 'Close thread' }).click()
  })
}

function testComparing(ada: () => Visitor): void {
  test('two runs stand side by side', async () => {
    await ada().say('/eksip compare #1 #2')
    const comparison = ada().message('Ask #1 again')
    await comparison.waitFor()
    const text = await comparison.innerText()
    expect(text).toContain('held 60 → 35 (−25, −42 %)')
    expect(await seriousFindings(ada().page)).toEqual([])
  })

  test('Compare… searches the runs, and compares with those that were chosen', async () => {
    const child = ada().message('2 × t3.2xlarge · 40 pods (20 + 20)')
    await child.getByRole('button', { name: 'Compare…' }).click()
    const form = ada().form('Compare')
    await form.getByRole('combobox').pressSequentially('#1')
    await form.getByRole('option', { name: '#1 ' }).click()
    expect(await seriousFindings(ada().page)).toEqual([])
    await form.getByRole('button', { name: 'Compare', exact: true }).click()
    await form.waitFor({ state: 'detached' })
    await ada().message('pods 40 → 27').waitFor()
  })
}

function testReading(ada: () => Visitor): void {
  test('Why? tells the decisions, and Chart draws them', async () => {
    const answer = ada().message('27 pods (14 + 13) · WARM_IP_TARGET=2')
    await answer.getByRole('button', { name: 'Why?' }).click()
    await ada().message('decision by decision').waitFor()
    await answer.getByRole('button', { name: 'Chart' }).click()
    const chart = ada().message('Addresses of one t3.2xlarge node')
    await chart.getByRole('img').or(chart.locator('svg')).first().waitFor()
    await chart.getByRole('cell', { name: '45' }).first().waitFor()
    expect(await seriousFindings(ada().page)).toEqual([])
  })
}

function testFrench(scene: Scene, ada: () => Visitor): void {
  test('Amélie reads French', async () => {
    await ada().become('Amélie Laurent')
    await ada().page.getByRole('button', { name: 'Exemples' }).waitFor()
    await ada().say('/eksip t3.2xlarge 2 nœuds 27 pods warm-ip=2')
    const answer = ada().message('adresses réservées par 4 ENI')
    await answer.waitFor()
    expect((await rowsOf(answer))[0]).toContain('réservées')
    await answer.getByRole('button', { name: 'Et si…' }).click()
    const form = ada().form('Et si…')
    await form.getByRole('textbox', { name: /^Nœuds/ }).waitFor()
    await form.getByRole('button', { name: 'Annuler' }).click()
    await form.waitFor({ state: 'detached' })
    expect(scene.bot().workspace.messages('#capacity').at(-1)?.text).toContain('tenues')
    await ada().become('Ada Morales')
  })
}

function testHome(ada: () => Visitor): void {
  test('the Home lists what was asked last, and asks on', async () => {
    await ada().openHome()
    await ada().page.getByText('What you asked last').waitFor()
    const home = ada().page.getByRole('region', { name: 'eksip Home' })
    await home.getByText('#3 · t3.2xlarge 2 nodes 40 pods warm-ip=2').waitFor()
    expect(await seriousFindings(ada().page)).toEqual([])
    await home.getByRole('button', { name: 'Ask a question' }).click()
    const form = ada().form('How many addresses?')
    await form.waitFor()
    await form.getByRole('button', { name: 'Cancel' }).click()
    await form.waitFor({ state: 'detached' })
  })
}

function testRestart(scene: Scene, ada: () => Visitor): void {
  test('after a restart the messages and the history are there again', async () => {
    await ada().openChannel('# capacity')
    // As in Slack, what only one person sees does not outlive a restart.
    const kept = () =>
      scene
        .bot()
        .workspace.messages('#capacity')
        .filter(({ visibleTo }) => visibleTo === undefined)
    const before = kept()
    await scene.restart()
    expect(kept()).toEqual(before)
    await ada().page.reload()
    await ada().message('27 pods (14 + 13) · WARM_IP_TARGET=2').waitFor()
    await ada().say('/eksip show #1')
    await ada().message('Asked ').waitFor()
    await ada().say('/eksip history')
    const list = ada().message('Earlier runs')
    await list.waitFor()
    expect(await list.innerText()).toContain('t3.2xlarge 2 nodes 27 pods warm-ip=2')
  })
}

/** The cells of the first table in a message, row by row. */
async function rowsOf(message: ReturnType<Visitor['message']>): Promise<readonly string[][]> {
  const rows = await message.getByRole('table').first().getByRole('row').all()
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()))
}
