import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { prismaHistory } from '../../src/history/prisma-history.ts'
import { freshDatabase } from '../support/database.ts'
import { ADA, BOB, teller } from './teller.ts'

const { prisma, owner } = await freshDatabase()

/** A workspace of its own for each story, so that numbers begin at 1. */
function story(workspace: string) {
  const tell = teller(
    prismaHistory(prisma, (error) => {
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
    const history = prismaHistory(prisma, () => undefined)
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
