import { expect, test } from 'vitest'
import { shownText } from '../../src/workspace/shown-text.ts'
import type { Message } from '../../src/workspace/state/model.ts'
import { startBot } from './bot.ts'

const bot = await startBot()
const { prisma } = bot.database.owner
const ada = bot.workspace.user('ada')
const amelie = bot.workspace.user('amelie')

test('plain words are answered in the conversation itself, and are private', async () => {
  await ada.types('@eksip', 't3.2xlarge 2 nodes 27 pods')
  const answer = await ada.sees('@eksip', '60 addresses reserved by 4 ENIs')
  expect(answer).toMatchObject({ channelId: 'D0ADA', userId: 'U0EKSIP' })
  expect(answer.threadTs).toBeUndefined()
  expect(answer.visibleTo).toBeUndefined()
  const stored = await prisma.scenario.findFirstOrThrow()
  expect(stored).toMatchObject({ thread: null, isPrivate: true, author: 'U0ADA' })
})

test('a mention before the line is dropped, and the answer is French for whoever reads French', async () => {
  await amelie.types('@eksip', '@eksip m5.large 2 noeuds')
  const answer = await amelie.sees('@eksip', 'adresses réservées')
  expect(answer).toMatchObject({ channelId: 'D0AMELIE', userId: 'U0EKSIP' })
})

test('in a thread a bare change is one of its scenario, and is answered there', async () => {
  const first = await ada.sees('@eksip', '60 addresses reserved')
  await linked(first.ts)
  await ada.types('@eksip', '40 pods', { threadTs: first.ts })
  const answer = await ada.sees('@eksip', '40 pods (20 + 20)')
  expect(answer.threadTs).toBe(first.ts)
})

test.each([
  [ada, 'thanks!'],
  [amelie, 'merci !'],
  [ada, '40 pods'],
])('what cannot be asked gets a lasting explanation: %#', async (person, text) => {
  const before = await prisma.scenario.count()
  const [said] = await person.types('@eksip', text)
  await expect.poll(() => after(said)).toBeDefined()
  const answer = after(said)
  expect(answer).toMatchObject({ userId: 'U0EKSIP', threadTs: undefined })
  expect(answer).not.toHaveProperty('visibleTo')
  expect(answer && shownText(answer)).toMatchSnapshot()
  expect(await prisma.scenario.count()).toBe(before)
})

test('an event that comes twice is answered once', async () => {
  const before = await prisma.scenario.count()
  const body = messageBody({ text: 'm6i.large 2 nodes' }, 'Ev0TWICE')
  const responses = await Promise.all([bot.sendJson(body), bot.sendJson(body)])
  expect(responses.map(({ status }) => status)).toEqual([200, 200])
  await ada.sees('@eksip', 'm6i.large')
  expect(await prisma.scenario.count()).toBe(before + 1)
})

test.each([
  ['the bot itself', { user: 'U0EKSIP' }],
  ['a bot', { bot_id: 'B0OTHER' }],
  ['somebody who edits', { subtype: 'message_changed' }],
  // The command came by itself, and this is its line as Slack then shows it.
  ['somebody who sends the command', { text: '/eksip m7i.large 2 nodes' }],
  ['somebody in a channel', { channel: 'C0CAPACITY', channel_type: 'channel' }],
])('what is said by %s is no question', async (_name, change) => {
  const before = bot.workspace.messages('D0ADA').length
  const runs = await prisma.scenario.count()
  const text = 'm7i.large 2 nodes'
  const response = await bot.sendJson(messageBody({ text, ...change }, `Ev0${_name}`))
  expect(response.status).toBe(200)
  expect(await prisma.scenario.count()).toBe(runs)
  expect(bot.workspace.messages('D0ADA')).toHaveLength(before)
})

/** What stands below a message. */
function after(said: Message | undefined): Message | undefined {
  if (said === undefined) throw new Error('nothing was said')
  return bot.workspace.messages(said.channelId).find(({ ts }) => Number(ts) > Number(said.ts))
}

/** Waits until the run is known by its message. */
async function linked(timestamp: string): Promise<void> {
  await expect.poll(() => prisma.message.count({ where: { timestamp } })).toBe(1)
}

function messageBody(event: Readonly<Record<string, string>>, eventId: string) {
  return {
    type: 'event_callback',
    team_id: 'T0EKSIP',
    api_app_id: 'A0EKSIP',
    event_id: eventId,
    event: {
      type: 'message',
      channel: 'D0ADA',
      channel_type: 'im',
      user: 'U0ADA',
      ts: '1700000000.000001',
      ...event,
    },
  }
}
