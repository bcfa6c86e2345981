import { describe, expect, test } from 'vitest'
import { SHORTCUTS } from '../../../src/slack/offered.ts'
import { shownText } from '../../../src/workspace/shown-text.ts'
import { seedManifest } from '../../../src/workspace/state/seed.ts'
import { startBot } from '../bot.ts'

const bot = await startBot({
  workspace: {
    manifest: {
      ...seedManifest,
      shortcuts: Object.values(SHORTCUTS).map((callback_id) => ({
        type: callback_id === SHORTCUTS.ask ? 'global' : 'message',
        name: callback_id,
        description: callback_id,
        callback_id,
      })),
    },
  },
})
const { workspace } = bot
const ada = workspace.user('ada')

/** Asks a line and gives the answer as a message. */
async function asked(line: string, channel = '#capacity') {
  const messages = await ada.types(channel, `/eksip ${line}`)
  const answer = messages.at(-1)
  if (!answer) throw new Error('no answer')
  return answer
}

function numberOf({ text }: { readonly text: string }): number {
  return Number(/^#(\d+)/.exec(text)?.[1])
}

describe('/eksip without a word', () => {
  test('opens a form, whose answer comes to the channel', async () => {
    await ada.types('#capacity', '/eksip').catch(() => undefined)
    const form = await ada.seesModal('How many addresses?')
    expect(await ada.suggestions(form, 'instance-type', 't3.2')).toEqual(['t3.2xlarge'])
    const sent = await ada.submits(form, {
      'instance-type': 't3.2xlarge',
      nodes: '2',
      pods: '27',
      'warm-ip': '2',
      name: 'prod blue',
    })
    expect(sent).toEqual({ errors: {}, modal: undefined })
    const answer = await ada.sees('#capacity', 'WARM_IP_TARGET=2')
    expect(answer.text).toContain(
      't3.2xlarge 2 nodes 27 pods warm-ip=2 as "prod blue": 60 addresses reserved by 4 ENIs · 35 held',
    )
  })

  test('tells every mistake at its field, and stays open', async () => {
    await ada.types('#capacity', '/eksip').catch(() => undefined)
    const form = await ada.seesModal('How many addresses?')
    const sent = await ada.submits(form, {
      'instance-type': 't3.2xlarge',
      nodes: '999999',
      subnet: '10.0.0.0/99',
    })
    expect(sent.errors['nodes']).toContain('999999 is too large')
    expect(sent.errors['subnet']).toContain('is no subnet of a VPC')
    expect(sent.modal?.id).toBe(form.id)
    await ada.closes(form)
  })

  test('shows more settings with what was filled in already', async () => {
    await ada.types('#capacity', '/eksip').catch(() => undefined)
    const form = await ada.seesModal('How many addresses?')
    expect(JSON.stringify(form.blocks)).not.toContain('MINIMUM_IP_TARGET')
    await ada.clicks(form, 'more-settings')
    const whole = await ada.seesModal('MINIMUM_IP_TARGET')
    const sent = await ada.submits(whole, {
      'instance-type': 'm5.large',
      nodes: '3',
      switches: ['prefix'],
    })
    expect(sent.errors).toEqual({})
    expect((await ada.sees('#capacity', 'ENABLE_PREFIX_DELEGATION')).text).toContain(
      'm5.large 3 nodes prefix',
    )
  })
})

test('the form and its mistakes are in the language of whoever opens it', async () => {
  const amelie = workspace.user('amelie')
  await amelie.types('#capacity', '/eksip').catch(() => undefined)
  const form = await amelie.seesModal('Combien d’adresses')
  const sent = await amelie.submits(form, { 'instance-type': 'm5.large', nodes: '0' })
  expect(sent.errors['nodes']).toContain('trop petit')
  await amelie.submits(form, { 'instance-type': 'm5.large', nodes: '11' })
  expect((await amelie.sees('#capacity', '11 × m5.large')).text).toContain('adresses réservées')
})

test('help stands in for a form that Slack does not open', async () => {
  workspace.faults.add({ method: 'views.open', kind: 'error', error: 'expired_trigger_id' })
  const [answer] = await ada.types('#capacity', '/eksip')
  expect(answer?.visibleTo).toBe(ada.id)
  expect(answer && shownText(answer)).toMatch(/what-if #\d+ 40 pods/)
})

describe('What if…', () => {
  test('opens the form filled with the run, and makes a child of it', async () => {
    const answer = await asked('t3.2xlarge 2 nodes 27 pods warm-ip=2')
    await ada.clicks(answer, 'What if…')
    const form = await ada.seesModal(`What if… #${numberOf(answer)}`)
    const drawn = JSON.stringify(form.blocks)
    expect(drawn).toContain('"initial_value":"27"')
    expect(await ada.submits(form, { nodes: '3', pods: '', 'warm-ip': '' })).toMatchObject({
      errors: {},
    })
    const child = await ada.sees('#capacity', '3 × t3.2xlarge · pods not given')
    expect(child.text).toContain('t3.2xlarge 3 nodes')
  })

  test('of several node groups takes the words of a change', async () => {
    const answer = await asked('m5.large 2 nodes 20 pods + c5.large 1 node 5 pods')
    await ada.clicks(answer, 'What if…')
    const form = await ada.seesModal('several node groups')
    const wrong = await ada.submits(form, { change: 'm5.xlarge 40 pods' })
    expect(wrong.errors['change']).toContain('m5.xlarge')
    expect(await ada.submits(form, { change: 'm5.large 40 pods' })).toMatchObject({ errors: {} })
    const child = await ada.sees('#capacity', '2 × m5.large · 40 pods')
    expect(child.text).toContain('m5.large 2 nodes 40 pods + c5.large 5 pods')
  })

  test('of a deleted run says so', async () => {
    const answer = await asked('m5.large 7 nodes')
    const number = numberOf(answer)
    await ada.types('#capacity', `/eksip delete #${number}`)
    await ada.clicks(answer, 'What if…')
    const modal = await ada.seesModal(`#${number} is no longer there`)
    expect(modal.submit).toBeUndefined()
    await ada.closes(modal)
  })

  test('by steps from the menu', async () => {
    const answer = await asked('t3.large 2 nodes 9 pods')
    await ada.clicks(answer, 'menu-6', '+1 node')
    expect((await ada.sees('#capacity', '3 × t3.large')).text).toContain('t3.large 3 nodes 9 pods')
  })

  test('from the menu of a message, and of one that is no answer', async () => {
    const answer = await asked('r5.large 2 nodes 9 pods')
    // The timestamp of a posted answer is noted right after the post.
    await expect
      .poll(() => bot.database.owner.prisma.message.count({ where: { timestamp: answer.ts } }))
      .toBe(1)
    await ada.shortcut(answer, SHORTCUTS.whatIf)
    const form = await ada.seesModal(`What if… #${numberOf(answer)}`)
    await ada.closes(form)
    const [said] = await ada.types('#capacity', 'good morning')
    if (!said) throw new Error('nothing said')
    await ada.shortcut(said, SHORTCUTS.whatIf)
    await ada.closes(await ada.seesModal('no answer of mine'))
  })
})

describe('Compare…', () => {
  test('offers named, pinned and recent runs while one types, and compares', async () => {
    const first = await asked('r6i.large 2 nodes 9 pods as blue')
    const second = await asked('r6i.large 3 nodes 9 pods as green')
    await ada.types('#capacity', `/eksip pin #${numberOf(first)}`)
    await ada.clicks(second, 'Compare…')
    const form = await ada.seesModal('Compare')
    expect(await ada.suggestions(form, 'other-runs', 'blu')).toEqual([
      expect.stringContaining(`#${numberOf(first)} blue · r6i.large 2 nodes`),
      expect.stringContaining('prod blue'),
    ])
    expect(await ada.suggestions(form, 'other-runs', `#${numberOf(second)}`)).not.toContain('green')
    const chosen = String(numberOf(first))
    expect(await ada.submits(form, { 'other-runs': [chosen] })).toMatchObject({ errors: {} })
    const compared = await ada.sees('#capacity', 'nodes 3 → 2')
    expect(shownText(compared)).toContain(`#${numberOf(first)}`)
  })

  test('never offers what was asked in a private place of others', async () => {
    const amelie = workspace.user('amelie')
    await amelie.types('D0AMELIE', '/eksip x2gd.large 5 nodes as secret')
    const answer = await asked('m5.large 4 nodes')
    await ada.clicks(answer, 'Compare…')
    const form = await ada.seesModal('Compare')
    expect(await ada.suggestions(form, 'other-runs', 'secret')).toEqual([])
    await ada.closes(form)
  })
})

test('the global shortcut asks for the place too', async () => {
  await ada.shortcut(null, SHORTCUTS.ask)
  const form = await ada.seesModal('Where to answer')
  const sent = await ada.submits(form, {
    'instance-type': 'c7g.large',
    nodes: '6',
    place: 'C0PLATFORM',
  })
  expect(sent.errors).toEqual({})
  // The bot is not a member there: the answer comes by the response_url that Slack gave.
  expect((await ada.sees('#platform', '6 × c7g.large')).text).toContain('c7g.large 6 nodes')
})
