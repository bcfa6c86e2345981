import type { Plan } from '../allocation/plan.ts'
import { format } from '../command/format.ts'
import type { Run } from '../history/history.ts'
import { SCENARIO_LIMITS } from '../scenario/limits.ts'
import type { NodeGroup } from '../scenario/scenario.ts'
import { hasLimitsByHand } from '../scenario/type-name.ts'
import type { Words } from '../words/words.ts'
import type { Action, Ask } from './reply.ts'

/** Pods that one click adds or takes away. */
const POD_STEP = 5

/**
 * What can be asked next of a run. Lines name it by its number, so that rights and existence are
 * looked at again when they are asked; a run that was not kept can only be asked whole.
 */
export function runActions(run: Run<Plan>, words: Words): readonly Action[] {
  const { number, scenario } = run
  const { buttons } = words.surfaces
  if (number === null) {
    if (hasLimitsByHand(scenario)) return []
    return [...otherReading(run, words), ...asks(format(scenario), words)]
  }
  return [
    { label: buttons.whatIf, opens: 'what-if', run: number },
    { label: buttons.compare, opens: 'compare', run: number },
    ...asks(`#${number}`, words),
    ...otherReading(run, words),
    ...steps(run, number, words),
  ]
}

/** The decisions behind the figures, the staircase, and how a cluster gets the settings. */
function asks(question: string, { reply, surfaces }: Words): readonly Ask[] {
  return [
    { label: reply.why, line: `why ${question}` },
    { label: surfaces.buttons.chart, line: `chart ${question}` },
    { label: surfaces.buttons.apply, line: `apply ${question}` },
  ]
}

/** The pods in total, or on each node: the one of both that was not asked. */
function otherReading({ number, scenario }: Run<Plan>, words: Words): readonly Ask[] {
  const [group, ...others] = scenario.groups
  if (!group || others.length > 0 || !group.pods.stated || group.nodes === 1) return []
  const isTotal = group.pods.per === 'group'
  const { count } = group.pods
  if (count === 0 || count > SCENARIO_LIMITS.podsPerNode) return []
  const label = isTotal ? words.reply.perNodeInstead(count) : words.reply.inTotalInstead(count)
  if (number !== null) {
    return [{ label, line: `what-if #${number} ${count} ${isTotal ? 'pods/node' : 'pods'}` }]
  }
  const pods = { ...group.pods, per: isTotal ? 'node' : 'group' } as const
  return [{ label, line: format({ ...scenario, groups: [{ ...group, pods }] }) }]
}

/** A node or a few pods more or less, where there is one node group to count them in. */
function steps({ scenario }: Run<Plan>, number: number, { surfaces }: Words): readonly Action[] {
  const [group, ...others] = scenario.groups
  if (!group || others.length > 0) return []
  const { buttons } = surfaces
  const menu = [...nodeSteps(group), ...podSteps(group)].map(({ label, line }) => ({
    label: buttons[label],
    line: `what-if #${number} ${line}`,
  }))
  return [{ label: buttons.steps, menu }]
}

interface Step {
  readonly label: 'nodeMore' | 'nodeLess' | 'podsMore' | 'podsLess' | 'perNodeMore' | 'perNodeLess'
  readonly line: string
}

function nodeSteps({ nodes }: NodeGroup): readonly Step[] {
  return [
    ...(nodes < SCENARIO_LIMITS.nodes
      ? [{ label: 'nodeMore', line: `${nodes + 1} nodes` } as const]
      : []),
    ...(nodes > 1 ? [{ label: 'nodeLess', line: `${nodes - 1} nodes` } as const] : []),
  ]
}

function podSteps({ pods: { count, per } }: NodeGroup): readonly Step[] {
  const isTotal = per === 'group'
  const label = isTotal ? 'pods' : 'perNode'
  const most = isTotal ? SCENARIO_LIMITS.pods : SCENARIO_LIMITS.podsPerNode
  const unit = isTotal ? 'pods' : 'pods/node'
  const [more, less] = [count + POD_STEP, count - POD_STEP]
  return [
    ...(more <= most ? [{ label: `${label}More`, line: `${more} ${unit}` } as const] : []),
    ...(less >= 0 ? [{ label: `${label}Less`, line: `${less} ${unit}` } as const] : []),
  ]
}
