import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, BOB, teller } from './teller.ts'

const { prisma, pool, owner } = await freshDatabase()

/** A workspace of its own for each story, so that numbers begin at 1. */
function story(workspace: string) {
  const tell = teller(
    prismaHistory(prisma, pool, (error) => {
      throw error
    }),
  )
  const [ada, bob] = [ADA, BOB].map((asker) => ({ ...asker, workspace }))
  return { tell, ada: ada ?? ADA, bob: bob ?? BOB }
}

test.each(['en', 'fr'] as const)(
  'a team asks, changes, compares and keeps (%s)',
  async (language) => {
    const { tell, ada, bob } = story(`T-story-${language}`)
    const lines = [
      ['t3.2xlarge 2 nodes 27 pods', ada],
      ['t3.2xlarge 2 nodes 27 pods warm-ip=2', bob],
      ['what-if #2 40 pods', ada],
      ['what-if #2 warm-ip=5 3 nodes', bob],
      ['show #3', bob],
      ['compare #3 #4', ada],
      ['compare #1 #2 #3 #4', ada],
      ['name #2 "prod blue"', bob],
      ['pin "prod blue"', ada],
      ['history', ada],
      ['history pinned', ada],
      ['history #2', ada],
      ['why #3', ada],
      ['delete #4', ada],
      ['delete #4', bob],
      ['show #4', ada],
      ['show "prod blu"', ada],
      ['compare #4 #99', ada],
      ['unpin #2', ada],
      ['unname #2', bob],
    ] as const
    for (const [line, asker] of lines) {
      const told = await tell(line, asker, language)
      expect(`${told.text}\n(seen by the ${told.audience})`).toMatchSnapshot(line)
    }
  },
)

test('a run that a comparison names twice is compared once', async () => {
  const { tell, ada } = story('T-twice')
  await tell('m5.large 3 nodes as prod', ada)
  await tell('m5.large 4 nodes', ada)
  const { outcome } = await tell('compare #1 prod #2', ada)
  expect(outcome).toMatchObject({ kind: 'compared', runs: [{ number: 1 }, { number: 2 }] })
})

describe('in a thread', () => {
  test('a bare change is put on the newest scenario of the thread, and says what it inherits', async () => {
    const { tell, ada, bob } = story('T-thread')
    const thread = '1795348800.000100'
    await tell('m5.large 3 nodes 20 pods', ada)
    await tell('t3.2xlarge 2 nodes 27 pods warm-ip=2', { ...ada, thread })
    const pods = await tell('40 pods', { ...bob, thread })
    expect(pods.outcome).toMatchObject({
      kind: 'answered',
      run: { number: 3, parent: 2, line: 't3.2xlarge 2 nodes 40 pods warm-ip=2', thread },
    })
    expect(pods.text).toContain('Inherited from #2: t3.2xlarge · 2 nodes · warm-ip=2.')
    const type = await tell('m5.4xlarge', { ...bob, thread })
    expect(type.outcome).toMatchObject({
      run: { line: 'm5.4xlarge 2 nodes 40 pods warm-ip=2', parent: 3 },
    })
    const whole = await tell('c5.xlarge 2 nodes 10 pods', { ...bob, thread })
    expect(whole.outcome).toMatchObject({
      run: { line: 'c5.xlarge 2 nodes 10 pods', parent: null },
    })
  })

  test('under a reply of the channel, that reply is what the thread is about', async () => {
    const { tell, ada } = story('T-root')
    const history = prismaHistory(prisma, pool, () => undefined)
    const thread = '1795348800.000200'
    await tell('t3.2xlarge 2 nodes 27 pods', ada)
    await history.message(ada, 1, thread)
    const changed = await tell('warm-ip=2', { ...ada, thread })
    expect(changed.outcome).toMatchObject({
      run: { line: 't3.2xlarge 2 nodes 27 pods warm-ip=2', parent: 1 },
    })
    expect((await tell('why', { ...ada, thread })).outcome).toMatchObject({
      kind: 'explained',
      scenario: { groups: [{ settings: { WARM_IP_TARGET: 2 } }] },
    })
  })

  test.each([
    ['en', '5 variants in this thread · Fewest reserved: #5 (30) · fewest held: #5 (16)'],
    ['fr', '5 variantes dans ce fil · Le moins de réservées\u202f: #5 (30)'],
  ] as const)('its variants are counted, and the smallest is told (%s)', async (language, told) => {
    const { tell, ada, bob } = story(`T-variants-${language}`)
    const thread = '1795348800.000400'
    await tell('t3.2xlarge 1 node', ada)
    const lines = ['t3.2xlarge 2 nodes 27 pods warm-ip=2', '28 pods', '60 pods', '10 pods']
    for (const line of [...lines, '27 pods warm-ip=default']) {
      await tell(line, { ...bob, thread })
    }
    const summary = await tell('history thread', { ...ada, thread }, language)
    expect(summary.text).toContain(told)
    expect(summary.outcome).toMatchObject({ page: { runs: { length: 5 } } })
    // Elsewhere a list is a list.
    expect((await tell('history', ada, language)).text).not.toContain(told)
  })

  test('the run whose reply began it is one of its runs', async () => {
    const { tell, ada } = story('T-with-root')
    const history = prismaHistory(prisma, pool, () => undefined)
    const thread = '1795348800.000700'
    const there = { ...ada, thread }
    await tell('t3.2xlarge 2 nodes 27 pods', ada)
    await history.message(ada, 1, thread)
    await tell('m5.large 9 nodes', ada)
    expect(await numbers('history thread')).toEqual([1])
    await tell('warm-ip=2', there)
    await tell('m5.large 3 nodes', there)
    expect(await numbers('history thread')).toEqual([4, 3, 1])
    expect((await tell('history thread', there)).text).toContain('3 variants in this thread')
    expect(await numbers('history thread type=t3.2xlarge')).toEqual([3, 1])
    expect(await numbers('history thread type=m5.large')).toEqual([4])
    expect(await numbers('history thread pinned')).toEqual([])
    expect(await numbers('history thread before #3')).toEqual([1])
    expect(await numbers('history thread before #1')).toEqual([])

    async function numbers(line: string) {
      const { outcome } = await tell(line, there)
      return outcome.kind === 'listed' ? outcome.page.runs.map(({ number }) => number) : outcome
    }
  })

  test('whoever counts its variants has exported nothing', async () => {
    const { tell, ada } = story('T-count')
    const there = { ...ada, thread: '1795348800.000500' }
    await tell('t3.2xlarge 2 nodes', there)
    await tell('3 nodes', there)
    expect((await tell('history thread', there)).text).toContain('2 variants')
    const { workspace: workspaceId } = ada
    const written = await owner.prisma.auditEntry.findMany({ where: { workspaceId } })
    expect(written.map(({ action }) => action)).toEqual(['keep', 'keep'])
  })

  test('without a scenario, a change is told what it lacks', async () => {
    const { tell, ada } = story('T-empty')
    const { outcome } = await tell('40 pods', { ...ada, thread: '1795348800.000300' })
    expect(outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'type-missing' }] })
  })
})

describe('where nothing was asked yet', () => {
  test.each([
    [
      '27 pods',
      'en',
      'There is no run here yet to change. Ask one first: t3.2xlarge 2 nodes 27 pods.',
    ],
    [
      'why',
      'en',
      'There is no run here yet to explain. Ask one first: t3.2xlarge 2 nodes 27 pods.',
    ],
    ['chart', 'en', 'There is no run here yet to draw. Ask one first: t3.2xlarge 2 nodes 27 pods.'],
    [
      '27 pods',
      'fr',
      'Il n’y a encore ici aucun calcul à changer. Commencez par en demander un\u202f: t3.2xlarge 2 nœuds 27 pods.',
    ],
    [
      'pourquoi',
      'fr',
      'Il n’y a encore ici aucun calcul à expliquer. Commencez par en demander un\u202f: t3.2xlarge 2 nœuds 27 pods.',
    ],
  ] as const)('%s is told so, in one line (%s)', async (line, language, told) => {
    const { tell, ada } = story('T-nothing')
    for (const thread of [null, '1795348800.000600']) {
      const { text, outcome } = await tell(line, { ...ada, channel: 'D0ADA', thread }, language)
      expect(text).toBe(told)
      expect(outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'type-missing' }] })
    }
  })

  test('what is no change of a run is a mistake as everywhere', async () => {
    const { tell, ada } = story('T-nothing')
    expect((await tell('hallo', ada)).text).toContain('Which instance type?')
    expect((await tell('m5.large + 20 pods', ada)).text).toContain('Which instance type?')
  })
})

describe('examples name a run that there is', () => {
  test.each([
    ['27 pods', 'en', '→ Ask the corrected line (what-if 3 27 pods)'],
    ['why', 'en', 'Did you mean why 3?'],
    ['pourquoi', 'fr', '→ Demander la ligne corrigée (pourquoi 3)'],
    ['why 40 pods', 'en', 'Write why t3.2xlarge 15 pods, or why 3.'],
    ['pin', 'en', 'such as #3, last'],
    ['comparer', 'fr', 'comme compare 2 3.'],
    ['history', 'en', 'show 3 shows a run again, compare 2 3 compares'],
    ['help', 'en', 'what-if 3 40 pods'],
    ['aide', 'fr', 'et-si 3 40 pods'],
  ] as const)('%s (%s)', async (line, language, told) => {
    const { tell, ada } = story(`T-example-${line}-${language}`)
    for (const nodes of [2, 3, 4]) await tell(`t3.2xlarge ${nodes} nodes`, ada)
    expect((await tell(line, ada, language)).text).toContain(told)
  })

  test('where the first one is all that there is, too', async () => {
    const { tell, ada } = story('T-first')
    await tell('t3.2xlarge', ada)
    expect((await tell('compare', ada)).text).toContain('such as compare 1 2')
    expect((await tell('pin', ada)).text).toContain('such as #1,')
  })

  test('a history that is away costs no more than the example', async () => {
    const find = () => Promise.reject(new Error('away'))
    const tell = teller({ ...prismaHistory(prisma, pool, () => undefined), find })
    expect((await tell('27 pods')).text).toContain('what-if 42 40 pods')
  })
})

test('runs that take the same are told so, without a smallest one', async () => {
  const { tell, ada } = story('T-same')
  for (const line of ['m5.large 5 pods', 'm5.large 6 pods', 'm5.large 7 pods'])
    await tell(line, ada)
  const { text } = await tell('compare #1 #2 #3', ada)
  expect(text).toContain('All reserve 20 · all hold 20')
  expect(text).not.toContain('↓')
  expect((await tell('comparer #1 #2 #3', ada, 'fr')).text).toContain(
    'Tous réservent 20 · tous tiennent 20',
  )
})

describe('what is private', () => {
  test('a run of a private channel is shown elsewhere to its author only, and to nobody else', async () => {
    const { tell, ada, bob } = story('T-private')
    const secret = { ...ada, channel: 'G0SECRET', isPrivate: true }
    await tell('m5.large 100 nodes 900 pods as merger', secret)
    expect((await tell('show #1', ada)).audience).toBe('asker')
    expect((await tell('show #1', secret)).audience).toBe('channel')
    for (const line of [
      'show #1',
      'show merger',
      'why #1',
      'what-if #1 5 pods',
      'compare #1 #1',
      'pin #1',
    ]) {
      const told = await tell(line, bob)
      expect(told.outcome).toMatchObject({ kind: 'refused' })
      expect(told.text).not.toContain('900')
    }
    expect((await tell('history', bob)).outcome).toMatchObject({ page: { runs: [] } })
    // What its author makes of it elsewhere is for the author's eyes, unless they share it.
    for (const line of ['what-if #1 5 pods', 'm5.large 3 pods vs #1', 'chart #1', 'apply #1']) {
      expect((await tell(line, ada)).audience).toBe('asker')
    }
    expect((await tell('what-if #1 6 pods share', ada)).audience).toBe('channel')
  })
})

describe('an export', () => {
  test('holds every run that fits, newest first, as CSV that no spreadsheet computes', async () => {
    const { tell, ada } = story('T-export')
    await tell('t3.2xlarge 2 nodes 27 pods as "=1+1"', ada)
    await tell('m5.large 3 nodes 20 pods', ada)
    const { outcome } = await tell('export csv', ada)
    expect(await textOf(outcome)).toMatchSnapshot('csv')
    const json = await tell('export json type=m5.large', ada)
    expect(JSON.parse(await textOf(json.outcome))).toMatchObject([
      { number: 2, plan: { held: 60 } },
    ])
    const none = await tell('export json type=c5.xlarge', ada)
    expect(JSON.parse(await textOf(none.outcome))).toEqual([])
  })
})

async function textOf(outcome: Awaited<ReturnType<ReturnType<typeof teller>>>['outcome']) {
  if (outcome.kind !== 'exported') throw new Error(`no export but ${outcome.kind}`)
  return text(outcome.file.text)
}
