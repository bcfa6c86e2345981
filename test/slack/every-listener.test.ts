import { beforeAll, expect, test, vi } from 'vitest'
import { LISTENERS } from '../../src/slack/listeners/all.ts'
import { SHORTCUTS } from '../../src/slack/offered.ts'
import type { AppView, Message } from '../../src/workspace/state/model.ts'
import type { WorkspaceUser } from '../../src/workspace/played/workspace-user.ts'
import { PUBLIC_URL, startBot, type TestBot } from './bot.ts'
import { DOORS } from './doors.ts'
import { watchListeners, type Listened } from './listeners.ts'

const PATIENCE = { timeout: 20_000, interval: 50 } as const

const MANY = ['m5', 'c5', 'r5', 'm6i', 'c6i', 'r6i', 'm7i', 'c7i', 'r7i', 'm6a', 'c6a', 'r6a']
/** The languages, by somebody who reads them. */
const READERS = { ada: 'English', amelie: 'French' } as const

interface Scene {
  readonly door: string
  readonly reader: keyof typeof READERS
  readonly listened: Listened
  readonly bot: TestBot
}

const scenes: Scene[] = []
for (const [door, options] of Object.entries(DOORS)) {
  for (const reader of ['ada', 'amelie'] as const) {
    const listened = watchListeners()
    const workspace = { ...options.workspace, patienceMs: PATIENCE.timeout }
    const bot = await startBot({ ...options, workspace, publicUrl: () => PUBLIC_URL })
    scenes.push({ door, reader, listened, bot })
  }
}
/** What was seen, by reader and door. */
const seen: Record<string, Record<string, unknown>> = {}

// A channel gets one reply a second, so all of them are played at once.
beforeAll(async () => {
  await Promise.all(
    scenes.map(async ({ door, reader, bot }) => {
      const own = await playAll(bot, bot.workspace.user(reader))
      seen[reader] = { ...seen[reader], [door]: own }
    }),
  )
}, 120_000)

test.each(scenes)('by $door every listener has answered $reader', ({ listened }) => {
  expect([...listened.ran].toSorted()).toEqual([...listened.registered].toSorted())
  expect(listened.registered.size).toBeGreaterThan(LISTENERS.length)
})

test.each(Object.entries(READERS))('%s sees the same by every door, in %s', (reader) => {
  const [first, ...others] = Object.values(seen[reader] ?? {})
  expect(others).toHaveLength(1)
  expect(first).toMatchSnapshot()
  for (const other of others) expect(other).toEqual(first)
})

/** Does everything that somebody can do in Slack with the bot, and gives what they saw. */
async function playAll(bot: TestBot, user: WorkspaceUser): Promise<unknown> {
  const looked: Record<string, unknown> = {}
  const { prisma } = bot.database.owner
  const notice = (what: string, shown: Message | AppView | undefined) => {
    if (shown === undefined) throw new Error(`nothing came of ${what}`)
    looked[what] = looks(shown)
    return shown
  }
  const asks = async (line: string) => {
    const messages = await user.types('#capacity', `/eksip ${line}`)
    const answer = messages.at(-1)
    if (answer === undefined) throw new Error(`no answer to ${line}`)
    if (answer.visibleTo !== undefined) return answer
    // Its timestamp is noted right after it was posted.
    const posted = { where: { timestamp: answer.ts } }
    await until(async () => (await prisma.message.count(posted)) === 1)
    return answer
  }
  /** The answer of a run, as all see it, once it is posted. */
  const run = async (number: number) => {
    await until(() => answersOf(bot, number).length === 1)
    return answersOf(bot, number)[0]
  }
  /** The form that comes of a click, a shortcut or a command. */
  const opens = async (what: string, act: () => Promise<unknown>) => {
    await act()
    const form = await user.seesModal()
    notice(what, form)
    return form
  }

  const answer = await asks('t3.2xlarge 2 nodes 27 pods warm-ip=2 as prod-blue')
  notice('a command', answer)
  notice('a button that asks', (await user.clicks(answer, 'ask-2'))[0])
  await user.clicks(answer, 'menu-6', 'what-if #1 3 nodes')
  notice('a choice in the menu', await run(2))

  const whatIf = await opens('What if…', () => user.clicks(answer, 'open-what-if-0'))
  expect(await user.submits(whatIf, { nodes: '4' })).toEqual({ errors: {}, modal: undefined })
  notice('a form about a run', await run(3))

  const compare = await opens('Compare…', () => user.clicks(answer, 'open-compare-1'))
  looked['runs to choose from'] = await user.suggestions(compare, 'other-runs', '#2')
  expect(await user.submits(compare, { 'other-runs': ['2'] })).toMatchObject({ errors: {} })
  notice('a comparison', await user.sees('#capacity', /#2[^]*#1|#1[^]*#2/))

  const form = await opens('a command without a word', () => user.types('#capacity', '/eksip'))
  looked['types to choose from'] = await user.suggestions(form, 'instance-type', 't3.2')
  const whole = await opens('more settings', () => user.clicks(form, 'more-settings'))
  const wrong = await user.submits(whole, { 'instance-type': 'm5.large', nodes: '0' })
  looked['mistakes in a form'] = wrong.errors
  await user.submits(whole, { 'instance-type': 'm5.large', nodes: '3', switches: ['prefix'] })
  notice('a form', await run(4))

  const groups = await asks('m5.large 2 nodes 20 pods + c5.large 1 node 5 pods')
  const change = await opens('a change', () => user.clicks(groups, 'open-what-if-0'))
  expect(await user.submits(change, { change: 'm5.large 40 pods' })).toMatchObject({ errors: {} })
  notice('a form of several groups', await run(6))

  const quiet = await asks('r5.large 2 nodes quiet')
  notice('an answer for the asker', quiet)
  await user.clicks(quiet, 'share')
  notice('a shared answer', await run(7))

  const long = await asks(MANY.map((type, at) => `${type}.large warm-ip=${at + 2}`).join(' + '))
  notice('the rest of an answer', (await user.clicks(long, 'show-all'))[0])

  const [inThread] = await user.mentions('#capacity', '40 pods', { threadTs: answer.ts })
  notice('a mention', inThread)
  await user.types('@eksip', 'm5.large 2 nodes')
  notice('plain words in the direct message', await run(10))

  for (const [what, callback] of Object.entries(SHORTCUTS)) {
    const on = callback === SHORTCUTS.ask ? null : answer
    const opened = await opens(`the shortcut ${what}`, () => user.shortcut(on, callback))
    await user.closes(opened)
  }

  const home = await user.opensHome()
  notice('the Home', home)
  await user.closes(await opens('a question in the Home', () => user.clicks(home, 'home-ask')))
  await user.clicks(home, 'setting-figure', 'held')
  await until(async () => (await prisma.preference.count({ where: { figure: 'held' } })) === 1)

  const [link] = await user.types('#platform', `${PUBLIC_URL}/runs/T0EKSIP/1`)
  const unfurled = () => bot.workspace.messages('#platform').find(({ ts }) => ts === link?.ts)
  await until(() => unfurled()?.unfurls?.length === 1)
  looked['a link'] = unfurled()?.unfurls?.map(({ blocks }) => blocks.map(lineOf))

  bot.workspace.uninstallApp()
  await until(async () => (await prisma.workspace.count()) === 0)
  return looked
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitUntil(holds, PATIENCE)
}

/** What the bot has said to all about a run. */
function answersOf(bot: TestBot, number: number): readonly Message[] {
  return ['#capacity', 'D0ADA', 'D0AMELIE']
    .flatMap((channel) => bot.workspace.messages(channel))
    .filter(({ text, visibleTo }) => visibleTo === undefined && text.startsWith(`#${number} ·`))
}

/** What a message or a window shows, without what differs each time. */
function looks(shown: Message | AppView): unknown {
  const blocks = shown.blocks.map(lineOf)
  return 'ts' in shown
    ? {
        text: shown.text,
        blocks,
        isPrivate: shown.visibleTo !== undefined,
        isInThread: shown.threadTs !== undefined,
      }
    : { title: shown.title?.text, blocks }
}

/** A block in one line, so that a difference is found at once. */
function lineOf(block: object): string {
  return JSON.stringify({ ...block, block_id: undefined })
}
