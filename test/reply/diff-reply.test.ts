import { expect, test } from 'vitest'
import { allocate } from '../../src/allocation/allocate.ts'
import { format } from '../../src/command/format.ts'
import { parse } from '../../src/command/parse.ts'
import { diff } from '../../src/diff/diff.ts'
import { diffParts } from '../../src/reply/diff-reply.ts'
import { WORDS, type Language } from '../../src/words/words.ts'

const now = new Date('2026-11-22T12:00:00Z')

test.each([
  ['m5.large 2 nodes', 'm5.large 3 nodes', 'nodes 2 → 3', 'nœuds 2 → 3'],
  [
    'm5.large 2 nodes + c5.large 2 nodes',
    'm5.large 3 nodes + c5.large 2 nodes warm-ip=2',
    'm5.large nodes 2 → 3, c5.large WARM_IP_TARGET unset → 2',
    'nœuds de m5.large 2 → 3, WARM_IP_TARGET de c5.large non défini → 2',
  ],
  [
    'm5.large 2 nodes + c5.large',
    'm5.large 3 nodes',
    'm5.large nodes 2 → 3, 1 node of c5.large removed',
    'nœuds de m5.large 2 → 3, 1 nœud c5.large retiré',
  ],
  [
    'm5.large 2 nodes',
    'm5.large 3 nodes + c5.large cni=1.8',
    'VPC CNI 1.23 → 1.8, m5.large nodes 2 → 3, 1 node of c5.large added',
    'VPC CNI 1.23 → 1.8, nœuds de m5.large 2 → 3, 1 nœud c5.large ajouté',
  ],
  [
    'm5.large 2 nodes warm-ip=2 + m5.large 4 nodes',
    'm5.large 4 nodes + m5.large 2 nodes warm-ip=2',
    'the same question as then',
    'la même question qu’alors',
  ],
])('%s, then %s', (before, after, english, french) => {
  expect(causes(before, after, 'en')).toBe(english)
  expect(causes(before, after, 'fr')).toBe(french)
})

/** What stands last in the sentence: the causes, or that there are none. */
function causes(before: string, after: string, language: Language): string | undefined {
  const [earlier, later] = [run(before, 41), run(after, 42)]
  const words = WORDS[language]
  const parts = diffParts({ earlier, diff: diff(earlier, later), run: later, words, now })
  const text = parts.flatMap((part) => (part.kind === 'text' ? part.line : [])).at(-1)
  if (typeof text !== 'string') throw new Error('the change is told in a sentence')
  const last = text.split(' · ').at(-1)
  return last?.replace(`${words.diff.because} `, '')
}

function run(line: string, number: number) {
  const parsed = parse(line)
  if (!parsed.ok || parsed.value.kind !== 'ask') throw new Error(`${line} is no scenario`)
  const { scenario, name } = parsed.value
  const [author, authorName] = ['U0ADA', 'ada']
  const plan = allocate(scenario)
  return {
    number,
    name,
    line: format(scenario, name),
    scenario,
    plan,
    author,
    authorName,
    askedAt: now,
  }
}
