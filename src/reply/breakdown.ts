import type { NodePlan, Plan } from '../allocation/plan.ts'
import type { Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import { numberColumns, textColumn } from './columns.ts'
import { amountText, MOST_SPELT_OUT } from './figures.ts'
import type { Part } from './reply.ts'

/** One row for each kind of node, and the total where there is more than one node. */
export function breakdown(run: Run<Plan>, words: Words): Part {
  const { columns } = words.reply
  const { groups } = run.plan
  const rows = groups.flatMap((group, index) => {
    const type = groups.length > 1 ? (run.scenario.groups[index]?.instanceType ?? null) : null
    return group.nodes.map((node) => nodeRow(node, type, words))
  })
  const nodes = groups.flatMap((group) => group.nodes)
  const isSingle = nodes.length === 1 && nodes[0]?.count === 1
  return {
    kind: 'table',
    columns: [
      textColumn(columns.node),
      ...numberColumns([
        columns.pods,
        columns.enis,
        columns.usable,
        columns.held,
        columns.warm,
        columns.reserved,
      ]),
    ],
    rows: isSingle ? rows : [...rows, totalRow(run.plan, nodes, words)],
  }
}

function nodeRow(node: NodePlan, type: string | null, words: Words): readonly string[] {
  const label = words.reply.nodesEach(node.count)
  return row(
    type === null ? label : `${type}${words.reply.colon}${label}`,
    node.pods,
    amountText(node.enis, words),
    node,
    words,
  )
}

function totalRow(plan: Plan, nodes: readonly NodePlan[], words: Words): readonly string[] {
  const pods = nodes.reduce((sum, node) => sum + node.count * node.pods, 0)
  return row(words.reply.columns.total, pods, enisText(plan, nodes, words), plan, words)
}

/** `2+2` for a few nodes, the sum for many. */
function enisText(plan: Plan, nodes: readonly NodePlan[], words: Words): string {
  const count = nodes.reduce((sum, node) => sum + node.count, 0)
  if (count > MOST_SPELT_OUT) return amountText(plan.enis, words)
  return nodes
    .flatMap((node) => Array.from({ length: node.count }, () => amountText(node.enis, words)))
    .join('+')
}

function row(
  label: string,
  pods: number,
  enis: string,
  figures: Pick<Plan, 'usable' | 'held' | 'warm' | 'reserved'>,
  words: Words,
): readonly string[] {
  const { number } = words.numbers
  const { usable, held, warm, reserved } = figures
  return [
    label,
    number(pods),
    enis,
    number(usable),
    amountText(held, words),
    number(warm),
    number(reserved),
  ]
}
