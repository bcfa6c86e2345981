import { expect, test } from 'vitest'
import { rulesPart } from '../../src/reply/rules.ts'
import { draw } from '../../src/terminal/draw.ts'
import { WORDS } from '../../src/words/words.ts'
import { runOf } from './compare-runs.ts'
import { scenarioOfLine } from './scenario-of-line.ts'

test.each([
  ['m5.large 9 pods', '✓', '✓'],
  ['m5.large 9 pods warm-eni=0', 'off, WARM_ENI_TARGET=0', 'désactivée, WARM_ENI_TARGET=0'],
  ['m5.large 9 pods ipv6 prefix', 'replaced by IPv6 ✓', 'remplacée par IPv6 ✓'],
  [
    't3.small 5 pods warm-ip=2 min-ip=3',
    'replaced by WARM_IP_TARGET=2, MINIMUM_IP_TARGET=3 ✓',
    'remplacée par WARM_IP_TARGET=2, MINIMUM_IP_TARGET=3 ✓',
  ],
  [
    'm5.large 9 pods prefix warm-prefix=0',
    'replaced by WARM_PREFIX_TARGET=0 ✓',
    'remplacée par WARM_PREFIX_TARGET=0 ✓',
  ],
  [
    't3.small 9 pods warm-ip=5',
    'replaced by WARM_IP_TARGET=5 ✗ cannot be kept',
    'remplacée par WARM_IP_TARGET=5 ✗ impossible à tenir',
  ],
  [
    't3.small 9 pods min-ip=30',
    'replaced by MINIMUM_IP_TARGET=30 ✗ cannot be kept',
    'remplacée par MINIMUM_IP_TARGET=30 ✗ impossible à tenir',
  ],
  [
    'm5.large 108 pods prefix max-pods=110',
    'replaced by WARM_PREFIX_TARGET=1 ✗ cannot be kept',
    'remplacée par WARM_PREFIX_TARGET=1 ✗ impossible à tenir',
  ],
  ['t3.small 9 pods', '✗ cannot be kept', '✗ impossible à tenir'],
  // Prefixes need Nitro, so whole ENIs are what cannot be kept.
  ['t2.medium 15 pods prefix', '✗ cannot be kept', '✗ impossible à tenir'],
])('what became of the spare ENI with %s', (line, english, french) => {
  expect(rulesOf(line, 'en')).toContain(`rule 1 (spare ENI): ${english} · rule 2`)
  expect(rulesOf(line, 'fr')).toContain(`règle 1 (ENI de réserve)\u202f: ${french} · règle 2`)
})

function rulesOf(line: string, language: 'en' | 'fr'): string {
  const part = rulesPart(runOf(scenarioOfLine(line).scenario, 42), WORDS[language])
  return draw({ summary: '', audience: 'channel', parts: [part] }, false)
}
