import { describe, expect, test } from 'vitest'
import { shownText } from '../../../src/workspace/shown-text.ts'
import { readView } from '../../../src/workspace/block-kit/view.ts'
import type { AppView } from '../../../src/workspace/state/model.ts'
import { startBot } from '../bot.ts'

const bot = await startBot()
const { workspace } = bot
const ada = workspace.user('ada')
const amelie = workspace.user('amelie')

function textOf({ blocks }: AppView): string {
  return shownText({ text: '', blocks })
}

describe('the Home', () => {
  test('says how to begin where nothing was asked yet', async () => {
    const home = await ada.opensHome()
    expect(textOf(home)).toContain('Nothing yet.')
    expect(readView({ type: 'home', blocks: home.blocks })).toMatchObject({ ok: true })
  })

  test('lists what was asked, named and pinned, and the budget of the channel', async () => {
    await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes 27 pods as prod-blue')
    await ada.types('#capacity', '/eksip pin prod-blue')
    await ada.types('#capacity', '/eksip m5.large 3 nodes')
    await ada.types('#capacity', '/eksip budget 500')
    const text = textOf(await ada.opensHome())
    expect(text).toContain('#1 prod-blue · t3.2xlarge 2 nodes 27 pods')
    expect(text).toContain('#2 · m5.large 3 nodes')
    expect(text).toContain('60 of 500 addresses reserved by 1 named plan · 440 left')
  })

  test('shows nobody what was asked in a private place of others', async () => {
    await amelie.types('#prod-blue', '/eksip x2gd.large 5 nodes as secret')
    await amelie.types('D0AMELIE', '/eksip x2gd.large 6 nodes as diary')
    const text = textOf(await ada.opensHome())
    expect(text).not.toContain('diary')
    expect(text).not.toContain('secret')
    expect(textOf(await amelie.opensHome())).toContain('diary')
  })

  test('opens the form of a run, and asks where to answer', async () => {
    const home = await ada.opensHome()
    await ada.clicks(home, 'open-what-if-0')
    const form = await ada.seesModal('Where to answer')
    const sent = await ada.submits(form, { nodes: '9', place: 'C0CAPACITY' })
    expect(sent.errors).toEqual({})
    await ada.sees('#capacity', '9 × ')
  })

  test.each([ada, amelie])('names each of its menus for those who only hear it', async (person) => {
    const { blocks } = await person.opensHome()
    const menus = blocks.filter(({ block_id = '' }) => block_id.startsWith('setting-'))
    expect(menus).toHaveLength(4)
    for (const menu of menus) {
      const name: unknown = 'text' in menu ? menu.text : null
      expect(menu).toMatchObject({ accessory: { placeholder: name } })
    }
  })

  test('saves a setting at once, and is drawn anew in the language that was chosen', async () => {
    const home = await amelie.opensHome()
    expect(textOf(home)).toContain('Vos réglages')
    await amelie.clicks(home, 'setting-language', 'English')
    await expect.poll(async () => textOf(await amelie.opensHome())).toContain('Your settings')
    await amelie.clicks(await amelie.opensHome(), 'setting-figure', 'held')
    await expect
      .poll(() => bot.database.owner.prisma.preference.findMany({ select: { figure: true } }))
      .toEqual([{ figure: 'held' }])
  })
})

describe('the budget of a channel', () => {
  test('is in every answer, and in the headline where it is passed', async () => {
    await ada.types('#capacity', '/eksip budget /27')
    const within = (await ada.types('#capacity', '/eksip t3.small 1 node 2 pods')).at(-1)
    expect(within && shownText(within)).toContain('reserved by this run and 1 named plan')
    const over = (await ada.types('#capacity', '/eksip m5.large 20 nodes as huge')).at(-1)
    expect(over?.text).toContain('over the budget by')
    await ada.types('#capacity', '/eksip budget off')
    const without = (await ada.types('#capacity', '/eksip m5.large 21 nodes')).at(-1)
    expect(without && shownText(without)).not.toContain('budget')
  })

  test('is set by anybody there, and who did is shown', async () => {
    await amelie.types('#capacity', '/eksip budget 10.0.0.0/24')
    const shown = (await ada.types('#capacity', '/eksip budget')).at(-1)
    expect(shown && shownText(shown)).toContain('251 addresses')
    expect(JSON.stringify(shown?.blocks)).toContain('"user_id":"U0AMELIE"')
  })
})
