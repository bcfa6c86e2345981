import { describe, expect, test } from 'vitest'
import { shownText } from '../../src/workspace/shown-text.ts'
import { startBot } from './bot.ts'

const bot = await startBot()
const { workspace } = bot
const database = bot.database.owner
const ada = workspace.user('ada')

describe('a button under a reply', () => {
  test('asks the other reading of the pods, and that is stored and compared', async () => {
    const typed = await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes 27 pods warm-ip=2')
    const answer = typed.at(-1)
    if (!answer) throw new Error('no answer')
    const [other] = await ada.clicks(answer, '27 per node instead')
    expect(other?.text).toContain('90 addresses reserved by 6 ENIs · 64 held')
    expect(other && shownText(other)).toContain('because pods 27 → 27/node')
    const lines = await database.prisma.scenario.findMany({ orderBy: { number: 'asc' } })
    expect(lines.map(({ line }) => line)).toEqual([
      't3.2xlarge 2 nodes 27 pods warm-ip=2',
      't3.2xlarge 2 nodes 27 pods/node warm-ip=2',
    ])
  })

  test('of a deleted run stores nothing, whatever it asks', async () => {
    const asked = await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes 19 pods')
    const answer = asked.at(-1)
    const number = /^#\d+/.exec(answer?.text ?? '')?.[0]
    if (!answer || !number) throw new Error('no answer')
    await ada.types('#capacity', `/eksip delete ${number}`)
    const before = await database.prisma.scenario.count()
    const [other] = await ada.clicks(answer, '19 per node instead')
    expect(other && shownText(other)).toContain(`${number} was deleted`)
    expect(await database.prisma.scenario.count()).toBe(before)
  })

  test('explains the figures to whoever clicks, and stores nothing', async () => {
    const before = await database.prisma.scenario.count()
    const answer = (await ada.types('#capacity', '/eksip t3.2xlarge 15 pods')).at(-1)
    if (!answer) throw new Error('no answer')
    const [trace] = await ada.clicks(answer, 'Why?')
    expect(trace?.visibleTo).toBe(ada.id)
    expect(trace && shownText(trace)).toContain('ENI 3 attached with 14 slots (rule G2)')
    expect(await database.prisma.scenario.count()).toBe(before + 1)
  })

  test('sends a corrected line', async () => {
    const typed = await ada.types('#capacity', '/eksip m5.lrage 2 nodes')
    const refused = typed.at(-1)
    if (!refused) throw new Error('no answer')
    const [answer] = await ada.clicks(refused, 'Ask the corrected line')
    expect(answer?.text).toContain('m5.large 2 nodes: 40 addresses reserved by 4 ENIs')
  })
})
