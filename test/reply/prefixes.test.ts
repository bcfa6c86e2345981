import { expect, test } from 'vitest'
import { budgetUse } from '../../src/planner/budget.ts'
import { useText } from '../../src/reply/budget-reply.ts'
import { planReply } from '../../src/reply/plan-reply.ts'
import { draw } from '../../src/terminal/draw.ts'
import { WORDS } from '../../src/words/words.ts'
import { runOf } from './compare-runs.ts'
import { scenarioOfLine } from './scenario-of-line.ts'

const now = new Date('2026-11-22T12:00:00Z')

test.each([
  ['prefix', 'en', '131 addresses held by 3 ENIs · 30 reserved without prefixes · 50 used'],
  ['prefix', 'fr', '131 adresses tenues par 3 ENI · 30 réservées sans préfixes · 50 utilisées'],
  ['prefix subnet=/24', 'en', 'fits into 251 addresses: 120 left beside the held ones\n'],
  ['prefix subnet=/24', 'fr', 'il en reste 120 à côté des tenues\n'],
  ['prefix free=100', 'en', 'does not fit into 100 addresses: 31 short of the held ones\n'],
  ['prefix free=100', 'fr', 'il en manque 31 pour les tenues\n'],
  ['prefix subnet=/25', 'en', 'does not fit into 123 addresses: 2 /28 blocks short\n'],
  ['prefix subnet=/25', 'fr', 'ne tient pas dans 123 adresses : il manque 2 blocs /28\n'],
  ['prefix subnet=/25', 'en', '50 for pods'],
  ['prefix subnet=/25', 'fr', '50 pour les pods'],
  ['prefix=off', 'en', 'addresses reserved by'],
] as const)('with %s the figure to plan with leads (%s)', (setting, language, told) => {
  expect(answer(`m5.large 3 nodes 50 pods ${setting}`, language)).toContain(told)
})

test.each([
  ['reserved', 30, 131, 'en', '131 of 500 addresses reserved or held by 1 named plan'],
  ['reserved', 60, 35, 'en', '60 of 500 addresses reserved by 1 named plan'],
  ['held', 30, 131, 'en', '131 of 500 addresses held by 1 named plan'],
  ['reserved', 30, 131, 'fr', '131 réservées ou tenues sur 500 adresses par 1 plan nommé'],
  ['held', 60, 35, 'fr', '35 tenues sur 500 adresses par 1 plan nommé'],
] as const)(
  'a budget by %s names what it counts: %i, %i (%s)',
  (figure, reserved, held, language, told) => {
    const plan = { number: 1, name: 'prod', reserved, held }
    const use = budgetUse({ kind: 'addresses', addresses: 500 }, [plan], null, figure)
    expect(useText(use, WORDS[language])).toContain(told)
  },
)

function answer(line: string, language: 'en' | 'fr'): string {
  const { scenario, name } = scenarioOfLine(line)
  const run = runOf(scenario, 42, { name, askedAt: now })
  const shown = { earlier: null, diff: null, audience: 'channel', remarks: [] } as const
  return draw(planReply({ run, ...shown, words: WORDS[language], now }), false)
}
