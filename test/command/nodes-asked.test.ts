import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from '../../src/allocation/allocate.ts'
import { correctedLine, parse } from '../../src/command/parse.ts'

const line = fc
  .record({
    type: fc.constantFrom('t3.nano', 'm5.large', 't3.2xlarge', 'c5.24xlarge', 't2.medium'),
    pods: fc.integer({ min: 1, max: 3_000 }),
    inputs: fc.constantFrom('', ' host-net=5', ' daemonset=1', ' max-pods=12', ' warm-ip=2'),
  })
  .filter(({ type, inputs }) => type !== 't3.nano' || inputs !== ' host-net=5')
  .map(({ type, pods, inputs }) => `how many nodes for ${pods} pods ${type}${inputs}`)

test('the nodes that are offered run all pods, and one fewer do not', () => {
  fc.assert(
    fc.property(line, (asked) => {
      const parsed = parse(asked)
      const corrected = parsed.ok ? null : correctedLine(asked, parsed.problems)
      const nodes = Number(/^\d+/.exec(corrected ?? '')?.[0])
      expect(pendingWith(asked, nodes)).toBe(0)
      expect(nodes === 1 || pendingWith(asked, nodes - 1) > 0).toBe(true)
    }),
  )
})

function pendingWith(asked: string, nodes: number): number {
  const parsed = parse(asked.replace('how many', String(nodes)))
  const question = parsed.ok && parsed.value.kind === 'ask' ? parsed.value.question : null
  if (question?.kind !== 'scenario') throw new Error(`no scenario: ${asked}`)
  return allocate(question.scenario).pending
}
