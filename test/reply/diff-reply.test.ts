import { describe, expect, test } from 'vitest'
import { allocate } from '../../src/allocation/allocate.ts'
import { diff } from '../../src/diff/diff.ts'
import type { Run } from '../../src/history/history.ts'
import { diffParts } from '../../src/reply/diff-reply.ts'
import { plain } from '../../src/reply/plain.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { WORDS, type Language } from '../../src/words/words.ts'
import { asked, group, NOW, runOf } from './compare-runs.ts'

const m5 = (nodes: number, warmIp = 0) =>
  group('m5.large', { nodes, settings: { WARM_IP_TARGET: warmIp } })
const c5 = (nodes: number, warmIp = 0) =>
  group('c5.large', { nodes, settings: { WARM_IP_TARGET: warmIp } })

describe('the causes, each with its part', () => {
  test.each<[string, Scenario, Scenario, string, string]>([
    [
      'one input',
      asked([m5(2)]),
      asked([m5(3)]),
      'because nodes 2 → 3 (+20 reserved, +20 held)',
      'car nœuds 2 → 3 (+20 réservées, +20 tenues)',
    ],
    [
      'two inputs that have to do with each other',
      asked([m5(2)]),
      asked([m5(3, 2)]),
      'because WARM_IP_TARGET unset → 2 (−20 reserved, −32 held), nodes 2 → 3 (+20 reserved, +20 held), their interaction (−10 reserved, −16 held)',
      'car WARM_IP_TARGET non défini → 2 (−20 réservées, −32 tenues), nœuds 2 → 3 (+20 réservées, +20 tenues), leur interaction (−10 réservées, −16 tenues)',
    ],
    [
      'several groups',
      asked([m5(2), c5(2)]),
      asked([m5(3), c5(2, 2)]),
      'because c5.large WARM_IP_TARGET unset → 2 (−20 reserved, −32 held), m5.large nodes 2 → 3 (+20 reserved, +20 held)',
      'car WARM_IP_TARGET de c5.large non défini → 2 (−20 réservées, −32 tenues), nœuds de m5.large 2 → 3 (+20 réservées, +20 tenues)',
    ],
    [
      'a group that went',
      asked([m5(2), c5(1)]),
      asked([m5(3)]),
      'because m5.large nodes 2 → 3 (+20 reserved, +20 held), 1 node of c5.large removed (−20 reserved, −20 held)',
      'car nœuds de m5.large 2 → 3 (+20 réservées, +20 tenues), 1 nœud c5.large retiré (−20 réservées, −20 tenues)',
    ],
    [
      'a group that came, and another CNI',
      asked([m5(2)]),
      asked([m5(3), c5(1)], { cni: '1.8' }),
      'because m5.large nodes 2 → 3 (+20 reserved, +20 held), 1 node of c5.large added (+20 reserved, +20 held), VPC CNI 1.23 → 1.8 (=)',
      'car nœuds de m5.large 2 → 3 (+20 réservées, +20 tenues), 1 nœud c5.large ajouté (+20 réservées, +20 tenues), VPC CNI 1.23 → 1.8 (=)',
    ],
    [
      'another type',
      asked([m5(2), c5(1)]),
      asked([c5(1), group('m5.xlarge', { nodes: 2 })]),
      'because type m5.large → m5.xlarge (+20 reserved, +20 held)',
      'car type m5.large → m5.xlarge (+20 réservées, +20 tenues)',
    ],
    [
      'groups in another order',
      asked([m5(2, 2), m5(4)]),
      asked([m5(4), m5(2, 2)]),
      'the same question as then',
      'la même question qu’alors',
    ],
    [
      'an input that changes neither figure',
      asked([m5(2)]),
      asked([m5(2)], { space: { subnets: ['/24'], free: null, freePrefixes: 3 } }),
      'because subnets unset → /24 (=), free /28 blocks unset → 3 (=)',
      'car sous-réseaux non défini → /24 (=), blocs /28 libres non défini → 3 (=)',
    ],
  ])('%s', (_, before, after, english, french) => {
    const [earlier, later] = [runOf(before, 41), runOf(after, 42)]
    expect(causes(earlier, later, 'en')).toBe(english)
    expect(causes(earlier, later, 'fr')).toBe(french)
  })

  test('more than eight are added up', () => {
    const after = asked([m5(2), ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((nodes) => c5(nodes))])
    const [earlier, later] = [runOf(asked([m5(2)]), 41), runOf(after, 42)]
    expect(causes(earlier, later, 'en')).toBe(
      'because 10 nodes of c5.large added (+200 reserved, +200 held), 9 nodes of c5.large added (+180 reserved, +180 held), 8 nodes of c5.large added (+160 reserved, +160 held), 7 nodes of c5.large added (+140 reserved, +140 held), 6 nodes of c5.large added (+120 reserved, +120 held), 5 nodes of c5.large added (+100 reserved, +100 held), 4 nodes of c5.large added (+80 reserved, +80 held), 3 nodes of c5.large added (+60 reserved, +60 held), and 2 more (+60 reserved, +60 held)',
    )
    expect(causes(earlier, later, 'fr')).toBe(
      'car 10 nœuds c5.large ajoutés (+200 réservées, +200 tenues), 9 nœuds c5.large ajoutés (+180 réservées, +180 tenues), 8 nœuds c5.large ajoutés (+160 réservées, +160 tenues), 7 nœuds c5.large ajoutés (+140 réservées, +140 tenues), 6 nœuds c5.large ajoutés (+120 réservées, +120 tenues), 5 nœuds c5.large ajoutés (+100 réservées, +100 tenues), 4 nœuds c5.large ajoutés (+80 réservées, +80 tenues), 3 nœuds c5.large ajoutés (+60 réservées, +60 tenues), et 2 de plus (+60 réservées, +60 tenues)',
    )
  })

  test('newer rules, with the stored figure beside the one of today', () => {
    const stored = { ...allocate(asked([m5(2)])), reserved: 30, held: 39 }
    const earlier = runOf(asked([m5(2)]), 41, { plan: stored })
    const later = runOf(asked([m5(3)]), 42)
    expect(causes(earlier, later, 'en')).toBe(
      "because nodes 2 → 3 (+20 reserved, +20 held), newer rules than at #41 (+10 reserved: stored 30, today's rules 40; +1 held: stored 39, today's rules 40)",
    )
    expect(causes(earlier, later, 'fr')).toBe(
      'car nœuds 2 → 3 (+20 réservées, +20 tenues), règles plus récentes qu’à #41 (+10 réservées : enregistré 30, règles d’aujourd’hui 40 ; +1 tenue : enregistré 39, règles d’aujourd’hui 40)',
    )
  })

  test('newer rules that change neither reserved nor held', () => {
    const stored = { ...allocate(asked([m5(2)])), pending: 1 }
    const earlier = runOf(asked([m5(2)]), 41, { plan: stored })
    const later = runOf(asked([m5(2)]), 42)
    expect(causes(earlier, later, 'en')).toBe(
      "because newer rules than at #41 (−1 pod without an address: stored 1, today's rules 0)",
    )
    expect(causes(earlier, later, 'fr')).toBe(
      'car règles plus récentes qu’à #41 (−1 pod sans adresse : enregistré 1, règles d’aujourd’hui 0)',
    )
  })
})

test('a value that nobody would read to its end is cut', () => {
  const subnets = Array.from({ length: 50 }, (_, at) => `10.0.${100 + at}.0/24`)
  const space = { subnets, free: null, freePrefixes: null }
  const [earlier, later] = [runOf(asked([m5(2)]), 41), runOf(asked([m5(2)], { space }), 42)]
  expect(causes(earlier, later, 'en')).toBe(
    'because subnets unset → 10.0.100.0/24, 10.0.101.0/24, 10.0.102.0/24, 10.0.103.0/24,… (=)',
  )
})

test.each([
  [
    'en',
    'since #41 (3 days ago, @ada): reserved 40 → 20 (−20, −50 %) · held 40 → 8 (−32, −80 %) · because WARM_IP_TARGET unset → 2 (−20 reserved, −32 held)',
  ],
  [
    'fr',
    'depuis #41 (il y a 3 jours, @ada) : réservées 40 → 20 (−20, −50 %) · tenues 40 → 8 (−32, −80 %) · car WARM_IP_TARGET non défini → 2 (−20 réservées, −32 tenues)',
  ],
] as const)('the whole sentence in %s', (language, sentence) => {
  const [earlier, later] = [runOf(asked([m5(2)]), 41), runOf(asked([m5(2, 2)]), 42)]
  expect(sentenceOf(earlier, later, language)).toBe(sentence)
})

/** What stands last in the sentence: the causes, or that there are none. */
function causes(earlier: Run, later: Run, language: Language): string | undefined {
  return sentenceOf(earlier, later, language).split(' · ').at(-1)
}

function sentenceOf(earlier: Run, run: Run, language: Language): string {
  const change = diff(earlier, run, allocate)
  const [part] = diffParts({ earlier, diff: change, run, words: WORDS[language], now: NOW })
  if (part?.kind !== 'text') throw new Error('the change is told in a sentence')
  return plain(part.line)
}
