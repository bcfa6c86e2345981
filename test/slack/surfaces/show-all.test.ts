import { expect, test } from 'vitest'
import { shownText } from '../../../src/workspace/shown-text.ts'
import { startBot } from '../bot.ts'

const bot = await startBot()
const { workspace } = bot
const ada = workspace.user('ada')

async function asked(line: string) {
  const answer = (await ada.types('#capacity', `/eksip ${line}`)).at(-1)
  if (!answer) throw new Error('no answer')
  return answer
}

test('what one message cannot take comes to its thread', async () => {
  const types = ['m5', 'c5', 'r5', 'm6i', 'c6i', 'r6i', 'm7i', 'c7i', 'r7i', 'm6a', 'c6a', 'r6a']
  const groups = types.map((type, index) => `${type}.large 2 nodes warm-ip=${index + 2}`)
  const answer = await asked(groups.join(' + '))
  expect(shownText(answer)).toContain('Show all')
  expect(shownText(answer)).not.toContain('WARM_IP_TARGET=13 take')
  const [more] = await ada.clicks(answer, 'show-all')
  expect(more?.threadTs).toBe(answer.ts)
  expect(more && shownText(more)).toContain('WARM_IP_TARGET=13 take')
})

test('a value that would store something is not asked', async () => {
  const before = await bot.database.owner.prisma.scenario.count()
  const answer = await asked('m5.large 2 nodes')
  const body = new URLSearchParams({
    payload: JSON.stringify({
      type: 'block_actions',
      team: { id: 'T0EKSIP', domain: 'eksip-local' },
      user: { id: 'U0ADA', name: 'ada', team_id: 'T0EKSIP' },
      channel: { id: 'C0CAPACITY', name: 'capacity' },
      container: { type: 'message', message_ts: answer.ts },
      trigger_id: 'trigger.9',
      actions: [
        { type: 'button', block_id: 'b', action_id: 'show-all', value: 'm5.large 9 nodes' },
      ],
    }),
  }).toString()
  expect((await bot.send({ text: '', body })).status).toBe(200)
  expect(await bot.database.owner.prisma.scenario.count()).toBe(before + 1)
})

test('Chart and Apply answer below the run, and store nothing', async () => {
  const answer = await asked('t3.2xlarge 2 nodes 27 pods warm-ip=2')
  const before = await bot.database.owner.prisma.scenario.count()
  const [chart] = await ada.clicks(answer, 'Chart')
  expect(chart?.blocks.map(({ type }) => type)).toContain('data_visualization')
  const [apply] = await ada.clicks(answer, 'Apply')
  expect(apply && shownText(apply)).toContain(
    'kubectl -n kube-system set env daemonset aws-node WARM_IP_TARGET=2',
  )
  expect(await bot.database.owner.prisma.scenario.count()).toBe(before)
})
