import { describe, expect, test, vi } from 'vitest'
import { validateBlocks } from '../../src/workspace/block-kit/validate.ts'
import { PUBLIC_URL, startBot, type TestBot } from './bot.ts'
import { DOORS } from './doors.ts'

describe.each(Object.entries(DOORS))('by %s the link of a run', async (_door, options) => {
  const bot = await startBot({ ...options, publicUrl: () => PUBLIC_URL })
  const ada = bot.workspace.user('ada')
  const amelie = bot.workspace.user('amelie')
  /** A run that everybody may see; another one has its link beside this one's. */
  const open = await asked(bot, '#capacity', 't3.2xlarge 2 nodes 27 pods warm-ip=2 as prod-blue')
  const secret = await asked(bot, '#prod-blue', 'm5.large 3 nodes 40 pods')

  test.each([
    ['in English', ada],
    ['in French', amelie],
  ])('is shown with what the run takes, %s', async (_language, person) => {
    const [unfurl] = await unfurls(bot, person, '#platform', linkTo(open))
    expect(unfurl?.url).toBe(linkTo(open))
    expect(unfurl?.blocks.map((block) => ({ ...block, block_id: undefined }))).toMatchSnapshot()
    expect(validateBlocks(unfurl?.blocks ?? [])).toEqual([])
    const calls = bot.workspace.traffic().filter(({ name }) => name === 'chat.unfurl')
    expect(calls.at(-1)?.body.includes(String.raw`{\"fallback\":\"#1 · t3.2xlarge`)).toBe(true)
  })

  test('of a private channel is shown there, and nowhere else, not even for its author', async () => {
    expect(await shown(bot, '#prod-blue', secret)).toEqual([secret, open])
    expect(await shown(bot, '#capacity', secret)).toEqual([open])
    expect(await shown(bot, '@eksip', secret)).toEqual([open])
  })

  test('that was deleted, never was, or is of another workspace is not shown', async () => {
    const gone = await asked(bot, '#capacity', 'm5.large 7 nodes')
    expect(await shown(bot, '#platform', gone)).toEqual([gone, open])
    await ada.types('#capacity', `/eksip delete #${gone}`)
    expect(await shown(bot, '#platform', gone)).toEqual([open])
    expect(await shown(bot, '#platform', 999)).toEqual([open])
    const foreign = `${PUBLIC_URL}/runs/T0OTHER/${open}`
    const strange = `${PUBLIC_URL}/elsewhere/${open}`
    const found = await unfurls(bot, ada, '#platform', foreign, strange, linkTo(open))
    expect(found.map(({ url }) => url)).toEqual([linkTo(open)])
  })

  test('is in the answer to show, and is shown where that is posted', async () => {
    const [again] = await ada.types('#capacity', `/eksip show #${open}`)
    const link = /"type":"link","url":"([^"]+)"/.exec(JSON.stringify(again?.blocks))?.[1] ?? ''
    expect(link).toMatch(new RegExp(`^${linkTo(open)}/[\\w-]{22}$`))
    const [unfurl] = await unfurls(bot, ada, '#platform', link)
    expect(unfurl?.url).toBe(link)
  })

  test.each(['csv', 'json'])('is in an export as %s', async (format) => {
    const before = filesOf(bot).length
    await ada.types('#capacity', `/eksip export ${format}`)
    await expect.poll(() => filesOf(bot).length).toBe(before + 1)
    const text = await fetch(new URL(`/files/${filesOf(bot).at(-1)}/runs`, bot.workspace.url))
    expect(await text.text()).toContain(linkTo(open))
  })
})

describe('nothing is shown', async () => {
  const bot = await startBot({ publicUrl: () => PUBLIC_URL })
  const open = await asked(bot, '#capacity', 't3.2xlarge 2 nodes')
  const link = { url: linkTo(open), domain: 'eksip.example.com' }
  const event = { type: 'link_shared', channel: 'C0PLATFORM', user: 'U0ADA', links: [link] }

  test.each([
    ['while somebody is still writing', { source: 'composer', channel: 'COMPOSER' }, {}],
    ['of another channel where strangers read along', {}, { is_ext_shared_channel: true }],
    ['of another channel of which nobody says who reads along', {}, {}],
  ])('%s', async (about, differs, envelope) => {
    const before = callsOf(bot)
    const [said] = await bot.workspace.user('oliver').types('#platform', about)
    const told = { ...event, message_ts: said?.ts, ...differs }
    const body = { type: 'event_callback', team_id: 'T0EKSIP', event_id: about, ...envelope }
    expect((await bot.sendJson({ ...body, event: told })).status).toBe(200)
    expect(callsOf(bot)).toBe(before)
  })

  test('where the workspace has not allowed it, and commands work all the same', async () => {
    bot.workspace.faults.add({ method: 'chat.unfurl', kind: 'error', error: 'missing_scope' })
    await bot.workspace.user('ada').types('#platform', linkTo(open))
    await expect.poll(() => bot.log()).toContain('a link was not unfurled')
    await asked(bot, '#capacity', 't3.2xlarge 3 nodes')
  })
})

async function asked(bot: TestBot, channel: string, line: string): Promise<number> {
  const ada = bot.workspace.user('ada')
  const before = await bot.database.owner.prisma.scenario.count()
  await ada.types(channel, `/eksip ${line}`)
  const runs = bot.database.owner.prisma.scenario
  await vi.waitUntil(async () => (await runs.count()) === before + 1, 5_000)
  const { number } = await runs.findFirstOrThrow({ orderBy: { number: 'desc' } })
  await ada.sees(channel, `#${number}`)
  return number
}

function linkTo(run: number): string {
  return `${PUBLIC_URL}/runs/T0EKSIP/${run}`
}

/** Which runs are shown when their links and that of the first run are posted in one message. */
async function shown(bot: TestBot, channel: string, run: number): Promise<readonly number[]> {
  const ada = bot.workspace.user('ada')
  const found = await unfurls(bot, ada, channel, linkTo(run), linkTo(1))
  return found.map(({ url }) => Number(url.split('/').at(-1)))
}

/** Posts links, and gives what is shown below them. */
async function unfurls(
  bot: TestBot,
  person: ReturnType<TestBot['workspace']['user']>,
  channel: string,
  ...links: readonly string[]
) {
  const said = (await person.types(channel, `what about ${links.join(' and ')} ?`)).find(
    ({ userId }) => userId === person.id,
  )
  const look = () =>
    bot.workspace
      .messages(channel === '@eksip' ? 'D0ADA' : channel)
      .find(({ ts }) => ts === said?.ts)?.unfurls ?? []
  await expect.poll(look, { timeout: 5_000 }).not.toEqual([])
  return look()
}

/** The ids of the files in ada's direct message with the bot. */
function filesOf(bot: TestBot): readonly string[] {
  return bot.workspace.messages('D0ADA').flatMap(({ fileIds }) => fileIds ?? [])
}

function callsOf(bot: TestBot): number {
  return bot.workspace.traffic().filter(({ name }) => name === 'chat.unfurl').length
}
