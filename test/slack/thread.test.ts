import { expect, test } from 'vitest'
import { shownText } from '../../src/workspace/shown-text.ts'
import { startBot } from './bot.ts'

const bot = await startBot()
const { prisma } = bot.database.owner
const ada = bot.workspace.user('ada')

test('a mention in the channel is answered in a thread under it', async () => {
  const [answer] = await ada.mentions('#capacity', 't3.2xlarge 2 nodes')
  const asked = bot.workspace.messages('#capacity')[0]
  expect(answer).toMatchObject({ userId: 'U0EKSIP', threadTs: asked?.ts })
  expect(answer && shownText(answer)).toContain('60 addresses reserved by 4 ENIs')
  const stored = await prisma.scenario.findFirstOrThrow()
  expect(stored).toMatchObject({ thread: asked?.ts, isPrivate: false, author: 'U0ADA' })
})

test('in a thread under a reply, a bare change is one of its scenario', async () => {
  await ada.types('#capacity', '/eksip m5.large 3 nodes 20 pods')
  const reply = await ada.sees('#capacity', 'm5.large')
  const inThread = { threadTs: reply.ts }
  await linked(reply.ts)
  const [answer] = await ada.mentions('#capacity', '40 pods', inThread)
  expect(answer?.threadTs).toBe(reply.ts)
  expect(answer?.text).toContain('m5.large 3 nodes 40 pods')

  // The newest run of the thread is meant from then on.
  const [next] = await ada.mentions('#capacity', 'warm-ip=2', inThread)
  expect(next?.text).toContain('m5.large 3 nodes 40 pods warm-ip=2')
})

test('what only the asker sees stays in the thread, too', async () => {
  const first = await ada.sees('#capacity', '#2')
  const [why] = await ada.mentions('#capacity', 'why', { threadTs: first.ts })
  expect(why).toMatchObject({ visibleTo: ada.id, threadTs: first.ts })
})

test('a mention where no scenario is known explains itself in one line', async () => {
  const before = await prisma.scenario.count()
  const [answer] = await ada.mentions('#capacity', '40 pods')
  expect(answer).toMatchObject({ visibleTo: ada.id })
  expect(answer && shownText(answer)).toMatchSnapshot()
  expect(await prisma.scenario.count()).toBe(before)
})

test('an event that comes twice is answered once', async () => {
  const before = await prisma.scenario.count()
  const body = mentionBody('m6i.large 2 nodes', 'Ev0TWICE')
  const responses = await Promise.all([bot.sendJson(body), bot.sendJson(body)])
  expect(responses.map(({ status }) => status)).toEqual([200, 200])
  await ada.sees('#capacity', 'm6i.large')
  expect(await prisma.scenario.count()).toBe(before + 1)
  expect(await prisma.outbox.count({ where: { number: before + 1 } })).toBe(1)
})

test('what the bot says itself is no question', async () => {
  const before = await prisma.scenario.count()
  const { event, ...envelope } = mentionBody('m6i.large 2 nodes', 'Ev0SELF')
  await bot.sendJson({ ...envelope, event: { ...event, bot_id: 'B0OTHER' } })
  expect(await prisma.scenario.count()).toBe(before)
})

/** Waits until the run is known by its message. */
async function linked(timestamp: string): Promise<void> {
  await expect.poll(() => prisma.message.count({ where: { timestamp } })).toBe(1)
}

function mentionBody(text: string, eventId: string) {
  const root = bot.workspace.messages('#capacity')[0]
  return {
    type: 'event_callback',
    team_id: 'T0EKSIP',
    api_app_id: 'A0EKSIP',
    event_id: eventId,
    event: {
      type: 'app_mention',
      channel: 'C0CAPACITY',
      user: 'U0ADA',
      text: `<@U0EKSIP> ${text}`,
      ts: root?.ts ?? '',
    },
  }
}
