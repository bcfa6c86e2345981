import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { shownText } from '../../src/workspace/shown-text.ts'
import { startBot } from './bot.ts'

const bot = await startBot()
const { prisma } = bot.database.owner
const ada = bot.workspace.user('ada')
const amelie = bot.workspace.user('amelie')

beforeEach(async () => {
  await prisma.workspace.deleteMany()
})

describe('a command where the bot is no member', () => {
  test.each([
    ['#platform', false],
    ['#prod-blue', true],
    ['@eksip', true],
  ])('%s: is answered there all the same; private: %j', async (channel, isPrivate) => {
    await ada.types(channel, '/eksip t3.2xlarge 2 nodes')
    const answer = await ada.sees(channel, '60 addresses reserved')
    expect(answer.visibleTo).toBeUndefined()
    expect(await prisma.scenario.findFirstOrThrow()).toMatchObject({ isPrivate })
  })

  test('and the asker is told how to let it in', async () => {
    await ada.types('#platform', '/eksip t3.2xlarge 6 nodes')
    const hint = await ada.sees('#platform', '/invite @eksip')
    expect(hint.visibleTo).toBe(ada.id)
  })

  test('after an invitation the reply is a message of the bot, and no hint follows', async () => {
    await ada.types('#platform', '/invite @eksip')
    await ada.types('#platform', '/eksip t3.2xlarge 3 nodes')
    const answer = await ada.sees('#platform', '90 addresses reserved')
    await expect
      .poll(() => prisma.message.findFirst())
      .toMatchObject({ timestamp: answer.ts, number: 1 })
  })
})

describe('a quiet answer', () => {
  test('is for the asker alone, until they share it', async () => {
    await ada.types('#capacity', '/eksip t3.2xlarge 1 node')
    const [quiet] = await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes quiet')
    if (!quiet) throw new Error('no answer')
    const outbox = await prisma.outbox.count()
    expect(quiet.visibleTo).toBe(ada.id)
    expect(outbox).toBe(1)
    await ada.clicks(quiet, 'Share to channel')
    const shared = await amelie.sees('#capacity', 'Shared by')
    expect(shownText(shared)).toContain('60 addresses reserved by 4 ENIs')
    expect(shownText(shared)).toContain('reserved 30 → 60 (+30')
    expect(shared.visibleTo).toBeUndefined()
    await ada.sees('#capacity', 'Shared to the channel.')
  })

  test('that was deleted meanwhile is not shared, and that is said', async () => {
    const [quiet] = await ada.types('#capacity', '/eksip t3.2xlarge 4 nodes quiet')
    if (!quiet) throw new Error('no answer')
    await ada.types('#capacity', '/eksip delete #1')
    const [said] = await ada.clicks(quiet, 'Share to channel')
    expect(said).toMatchObject({ visibleTo: ada.id, text: expect.stringContaining('deleted') })
    expect(await prisma.outbox.count()).toBe(0)
  })

  test('in a language and a private place of its own', async () => {
    const [quiet] = await amelie.types('#prod-blue', '/eksip t3.2xlarge 5 nodes discret')
    if (!quiet) throw new Error('no answer')
    expect(quiet.text).toContain('adresses')
    await amelie.clicks(quiet, 'Partager dans le canal')
    expect((await ada.sees('#prod-blue', 'Partagé par')).text).toContain('adresses')
  })
})

describe('the language of an answer', () => {
  afterEach(() => ada.speaks('en-US'))

  test('is that of the asker, in the channel too', async () => {
    const [answer] = await amelie.types('#capacity', '/eksip t3.2xlarge 2 noeuds')
    expect(answer?.text).toContain('adresses réservées')
    const [refused] = await amelie.types('#capacity', '/eksip t3.2xlrge')
    expect(refused?.visibleTo).toBe(amelie.id)
    expect(refused && shownText(refused)).toMatch(/Je ne connais pas|vouliez/)
  })

  test('is the one that they have chosen, whatever their Slack says', async () => {
    const oliver = bot.workspace.user('oliver')
    await prisma.workspace.create({
      data: { id: 'T0EKSIP', preferences: { create: { person: oliver.id, language: 'fr' } } },
    })
    const [answer] = await oliver.types('#capacity', '/eksip t3.2xlarge 2 nodes')
    expect(answer?.text).toContain('adresses réservées')
  })
})

test('where Slack does not say who somebody is, the answer comes all the same, without delay', async () => {
  const other = await startBot()
  other.workspace.faults.add({ method: 'users.info', kind: 'hangs-after-accept', times: 5 })
  const started = performance.now()
  const [answer] = await other.workspace
    .user('amelie')
    .types('#capacity', '/eksip t3.2xlarge 2 nodes')
  expect(answer?.text).toContain('addresses reserved')
  expect(performance.now() - started).toBeLessThan(2_500)
})
