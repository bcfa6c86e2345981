import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Run } from '../../src/history/history.ts'
import type { Fault } from '../../src/workspace/faults.ts'
import type { Message } from '../../src/workspace/state/model.ts'
import { startBot } from './bot.ts'

const Runs = z.array(z.object({ number: z.number(), line: z.string() }))

/** What becomes of the runs on their way into an export. */
let through: (runs: AsyncIterable<Run>) => AsyncIterable<Run> = (runs) => runs

const bot = await startBot({
  history: (kept) => ({
    ...kept,
    every: (...query) => through(kept.every(...query)),
  }),
})
const { workspace } = bot
const { prisma } = bot.database.owner
const ada = workspace.user('ada')
const amelie = workspace.user('amelie')

beforeEach(async () => {
  const onTheWay = { where: { state: { in: ['pending', 'sending'] } } }
  await vi.waitUntil(async () => (await prisma.outbox.count(onTheWay)) === 0, 20_000)
  await prisma.workspace.deleteMany()
  workspace.faults.clear()
  through = (runs) => runs
})

describe('an export', () => {
  test('is acknowledged at once, and the file comes in the direct message', async () => {
    await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes 27 pods')
    const before = filesIn('D0ADA').length
    const response = await bot.send({ text: 'export csv', triggerId: 'export.1' })
    expect(await response.json()).toEqual({
      response_type: 'ephemeral',
      text: 'The file comes to you in a direct message with eksip.',
      blocks: [],
    })
    const file = await newFile('D0ADA', before)
    expect(file.message).toMatchObject({ userId: 'U0EKSIP', text: '1 run, newest first.' })
    expect(file.message.visibleTo).toBeUndefined()
    const [columns, row, ...others] = file.text.split('\n')
    expect(columns).toMatch(/^number,name,asked_at,author,channel/)
    expect(row).toMatch(/^1,,20.*,ada,C0CAPACITY,,t3\.2xlarge 2 nodes 27 pods,/)
    expect(others).toEqual([''])
    expect(file.type).toBe('text/csv')
  })

  test('holds what its asker may see, and reaches nobody else', async () => {
    await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes')
    await ada.types('#prod-blue', '/eksip t3.2xlarge 3 nodes')
    await ada.types('@eksip', '/eksip t3.2xlarge 4 nodes')
    await amelie.types('#capacity', '/eksip t3.2xlarge 5 noeuds')
    await amelie.types('#prod-blue', '/eksip t3.2xlarge 6 noeuds')
    await amelie.types('@eksip', '/eksip t3.2xlarge 7 noeuds')
    const others = ['#capacity', '#platform', '#prod-blue', 'D0AMELIE', 'D0OLIVER']
    const before = filesIn('D0ADA').length
    const seen = others.map((channel) => filesIn(channel).length)

    await ada.types('#capacity', '/eksip export json')
    const file = await newFile('D0ADA', before)
    const lines = Runs.parse(JSON.parse(file.text)).map(({ line }) => line)
    expect(lines).toEqual([5, 4, 3, 2].map((nodes) => `t3.2xlarge ${nodes} nodes`))
    expect(file.type).toBe('application/json')
    expect(others.map((channel) => filesIn(channel).length)).toEqual(seen)
    expect(workspace.messages('#capacity', 'amelie').map(({ text }) => text)).not.toContain(
      'The file comes to you in a direct message with eksip.',
    )
  })

  test('is narrowed by its words', async () => {
    await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes')
    await amelie.types('#capacity', '/eksip m5.large 2 noeuds')
    const before = filesIn('D0ADA').length
    await ada.types('#capacity', '/eksip export json type=m5.large')
    expect(JSON.parse((await newFile('D0ADA', before)).text)).toMatchObject([{ number: 2 }])
  })

  test('in French, and from where the bot is no member', async () => {
    await amelie.types('#prod-blue', '/eksip t3.2xlarge 2 noeuds')
    const before = filesIn('D0AMELIE').length
    const [hint] = await amelie.types('#prod-blue', '/eksip exporter csv')
    expect(hint).toMatchObject({
      text: 'Le fichier vous arrive en message direct avec eksip.',
      visibleTo: amelie.id,
    })
    const { message, name } = await newFile('D0AMELIE', before)
    expect(message.text).toBe('1 calcul, du plus récent au plus ancien.')
    expect(name).toBe('eksip-calculs.csv')
  })

  test('by a mention: the hint in the thread for the asker alone, the file as always', async () => {
    await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes')
    const before = filesIn('D0ADA').length
    const [hint] = await ada.mentions('#capacity', 'export json')
    expect(hint).toMatchObject({
      text: 'The file comes to you in a direct message with eksip.',
      visibleTo: ada.id,
      threadTs: expect.any(String),
    })
    expect(JSON.parse((await newFile('D0ADA', before)).text)).toHaveLength(1)
  })

  test('without a run that fits sends no file, and says so', async () => {
    const before = filesIn('D0ADA').length
    await ada.types('#capacity', '/eksip export csv type=c5.xlarge')
    await ada.sees('#capacity', 'No run fits that, so no file was sent.')
    expect(filesIn('D0ADA')).toHaveLength(before)
  })

  test('that is too long for a file is cut, and says so and how to go on', async () => {
    await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes')
    // 30 MB: each run is larger than any real one, so that few are needed.
    through = async function* (runs) {
      for await (const run of runs) {
        const long = { ...run, line: 'x'.repeat(100_000) }
        for (let number = 300; number > 0; number -= 1) yield { ...long, number }
      }
    }
    const before = filesIn('D0ADA').length
    await ada.types('#capacity', '/eksip export json mine')
    const { message, text } = await newFile('D0ADA', before)
    expect(text.length).toBeLessThanOrEqual(20_000_000)
    const numbers = Runs.parse(JSON.parse(text)).map(({ number }) => number)
    expect(numbers.length).toBeGreaterThan(190)
    expect(numbers).toEqual(Array.from(numbers, (_, index) => 300 - index))
    expect(message.text).toBe(
      `${numbers.length} runs, newest first. That is not all: a file holds 20 MB at most. ` +
        `The rest: \`export json mine before #${numbers.at(-1)}\`. ` +
        'Or ask for less, such as with `since 2026-11-01` or `type=m5.large`.',
    )
  })
})

describe('where the file cannot be sent, the asker is told', () => {
  const open = 'conversations.open'
  const announce = 'files.getUploadURLExternal'
  const share = 'files.completeUploadExternal'
  test.each<[string, Fault, string, string]>([
    [
      'the right is missing, as after an old installation',
      { method: open, kind: 'error', error: 'missing_scope' },
      'install me again, which adds `files:write` and `im:write`',
      'me réinstaller, ce qui ajoute `files:write` et `im:write`',
    ],
    [
      'Slack wants a pause',
      { method: announce, kind: 'rate-limited', retryAfterSeconds: 7 },
      'Please send the line again in 7 seconds.',
      'Merci de renvoyer la ligne dans 7 secondes.',
    ],
    [
      'the workspace takes no files',
      { method: announce, kind: 'error', error: 'file_uploads_disabled' },
      'Slack does not take the file (`file_uploads_disabled`)',
      'Slack ne prend pas le fichier (`file_uploads_disabled`)',
    ],
    [
      'Slack is away before anything was sent',
      { method: open, kind: 'unavailable' },
      'Please send the line again in 60 seconds.',
      'Merci de renvoyer la ligne dans 60 secondes.',
    ],
    [
      'Slack does not say whether it was shared',
      { method: share, kind: 'fails-after-accept' },
      'I cannot tell whether the file has reached you.',
      'Je ne peux pas dire si le fichier vous est parvenu.',
    ],
  ])('%s', async (_, fault, english, french) => {
    await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes')
    for (const [person, sentence] of [
      [ada, english],
      [amelie, french],
    ] as const) {
      workspace.faults.add(fault)
      await person.types('#capacity', '/eksip export csv')
      const told = await person.sees('#capacity', sentence)
      expect(told.visibleTo).toBe(person.id)
    }
  })

  test('after a mention, too', async () => {
    await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes')
    workspace.faults.add({ method: open, kind: 'error', error: 'user_disabled' })
    await ada.mentions('#capacity', 'export csv')
    const told = await ada.sees('#capacity', '`user_disabled`')
    expect(told).toMatchObject({ visibleTo: ada.id, threadTs: expect.any(String) })
  })

  test('the history does not answer', async () => {
    await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes')
    through = async function* (runs) {
      yield* runs
      throw new Error('the database went away')
    }
    const before = filesIn('D0ADA').length
    await ada.types('#capacity', '/eksip export csv')
    const told = await ada.sees('#capacity', 'The runs could not be read in time')
    expect(told.visibleTo).toBe(ada.id)
    expect(filesIn('D0ADA')).toHaveLength(before)
  })

  test('many files are on their way already', async () => {
    await ada.types('#capacity', '/eksip t3.2xlarge 2 nodes')
    let letThrough = () => {}
    const opened = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    through = async function* (runs) {
      await opened
      yield* runs
    }
    const before = filesIn('D0ADA').length
    for (const key of ['a', 'b', 'c']) await bot.send({ text: 'export csv', triggerId: key })
    await ada.types('#capacity', '/eksip export csv')
    await ada.sees('#capacity', 'Many files are on their way just now')
    letThrough()
    await expect.poll(() => filesIn('D0ADA').length).toBe(before + 3)
  })
})

test('no line, no address and no token is in the log', () => {
  expect(bot.log()).toContain('a file was not sent')
  expect(bot.log()).not.toMatch(/xoxb-|upload\/v1|response_url|t3\.2xlarge/)
})

/** The messages of a conversation that hold a file. */
function filesIn(channel: string): readonly Message[] {
  return workspace.messages(channel).filter(({ fileIds }) => fileIds !== undefined)
}

/** The one file that has come since there were `before` in a conversation. */
async function newFile(channel: string, before: number) {
  await expect.poll(() => filesIn(channel).length, { timeout: 10_000 }).toBe(before + 1)
  const message = filesIn(channel).at(-1)
  const id = message?.fileIds?.[0]
  if (!message || id === undefined) throw new Error('no file')
  const response = await fetch(new URL(`/files/${id}/file`, workspace.url))
  const type = response.headers.get('content-type')
  const name = response.headers.get('content-disposition')?.split("''")[1]
  return { message, type, text: await response.text(), name }
}
