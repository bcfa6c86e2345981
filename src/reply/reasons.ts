import type { Plan } from '../allocation/plan.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { typeName } from '../scenario/type-name.ts'
import type { Words } from '../words/words.ts'
import { marked } from './marked.ts'
import type { Line, Part } from './reply.ts'

/** Many node groups give more reasons than anybody reads at once. */
const MOST_REASONS = 10

interface Explained {
  readonly plan: Plan
  readonly scenario: Scenario
}

/** The reasons of every group, each said once, with the types where it is not that of all groups. */
export function reasonsPart(explained: Explained, words: Words): Part {
  const lines = reasonLines(explained, words)
  const rest = lines.length - MOST_REASONS
  if (rest <= 0) return { kind: 'list', lines }
  return { kind: 'list', lines, atFirst: { most: MOST_REASONS, more: words.reply.andMore(rest) } }
}

function reasonLines({ plan, scenario }: Explained, words: Words): readonly Line[] {
  const typesByText = new Map<string, Set<string>>()
  for (const [index, { reasons }] of plan.groups.entries()) {
    const group = scenario.groups[index]
    for (const text of reasons.map(words.reasons.reasonText)) {
      const types = typesByText.get(text) ?? new Set()
      typesByText.set(text, group ? types.add(typeName(group)) : types)
    }
  }
  const all = new Set(scenario.groups.map(typeName))
  return Array.from(typesByText, ([text, types]) =>
    types.size === all.size
      ? marked(text)
      : [`${[...types].join(', ')}${words.reply.colon}`, ...marked(text)],
  )
}
