import { shownPoints } from '../planner/shown-points.ts'
import type { Point, Stair, Staircase } from '../planner/staircase.ts'
import type { NodeGroup } from '../scenario/scenario.ts'
import { typeName } from '../scenario/type-name.ts'
import type { Words } from '../words/words.ts'
import { numberColumns } from './columns.ts'
import type { Part, Reply } from './reply.ts'

/** So many points are in a chart; Slack takes no more. */
const MOST_POINTS = 20
/** So many node groups are drawn: Slack takes two charts in a message. */
const MOST_CHARTS = 2
/** More stairs than these are counted, not listed. */
const MOST_STAIRS = 24

/** A node group with the staircase of one of its nodes. */
export interface Charted {
  readonly group: NodeGroup
  readonly staircase: Staircase
}

/** The addresses of a node against its pods, with the point of today: as a chart, and in numbers. */
export function chartReply({
  label,
  groups,
  words,
}: {
  /** What is drawn: `#42`, or the line that was asked. */
  readonly label: string
  readonly groups: readonly Charted[]
  readonly words: Words
}): Reply {
  const { chart } = words.surfaces
  const rest = groups.length - MOST_CHARTS
  return {
    summary: groups
      .slice(0, MOST_CHARTS)
      .map((charted) => finding(charted, words))
      .join(' '),
    audience: 'channel',
    again: { label: words.surfaces.buttons.showAll, line: `chart ${label}` },
    parts: [
      { kind: 'heading', line: [{ bold: chart.title(label) }] },
      ...groups.slice(0, MOST_CHARTS).flatMap((charted) => groupParts(charted, words)),
      ...(rest > 0 ? [{ kind: 'note', line: [chart.otherGroups(rest)] } as const] : []),
      { kind: 'note', line: [words.help.figures] },
    ],
  }
}

function groupParts(charted: Charted, words: Words): readonly Part[] {
  const { group, staircase } = charted
  return [
    { kind: 'text', line: [finding(charted, words)] },
    chartOf(group, staircase, words),
    stairsTable(staircase, words),
    ...moreStairs(staircase, words),
  ]
}

/** What the chart shows, in a sentence: today's point, and how far the stair goes on. */
function finding({ group, staircase: { stairs, current } }: Charted, words: Words): string {
  const { chart } = words.surfaces
  const here = stairs.find((stair) => isOn(stair, current))
  const next = here && stairs[stairs.indexOf(here) + 1]
  const node = chart.node(typeName(group), current)
  return next
    ? `${node} ${chart.nextStair(next.first.pods, next.first)}`
    : `${node} ${chart.lastStair}`
}

function chartOf(group: NodeGroup, staircase: Staircase, words: Words): Part {
  const { chart } = words.surfaces
  const points = shownPoints(staircase, MOST_POINTS)
  const values = (figure: 'reserved' | 'held') => points.map((point) => point[figure])
  return {
    kind: 'chart',
    title: chart.titleOf(typeName(group)),
    xLabel: chart.podsOnNode,
    yLabel: chart.addresses,
    categories: points.map((point) => categoryOf(point, staircase.current, words)),
    series: [
      { name: words.reply.columns.reserved, values: values('reserved') },
      { name: words.reply.columns.held, values: values('held') },
    ],
  }
}

function categoryOf({ pods }: Point, current: Point, { numbers, surfaces }: Words): string {
  return pods === current.pods ? surfaces.chart.now(pods) : numbers.number(pods)
}

function stairsTable({ stairs, current }: Staircase, words: Words): Part {
  const { columns } = words.reply
  const { number } = words.numbers
  return {
    kind: 'table',
    columns: numberColumns([columns.pods, columns.enis, columns.reserved, columns.held]),
    rows: stairs
      .slice(0, MOST_STAIRS)
      .map((stair) => [
        `${isOn(stair, current) ? '▸ ' : ''}${rangeOf(stair, 'pods', words)}`,
        number(stair.first.enis),
        number(stair.first.reserved),
        rangeOf(stair, 'held', words),
      ]),
  }
}

function moreStairs({ stairs }: Staircase, words: Words): readonly Part[] {
  const rest = stairs.length - MOST_STAIRS
  return rest > 0 ? [{ kind: 'note', line: [words.reply.andMore(rest)] }] : []
}

function isOn({ first, last }: Stair, { pods }: Point): boolean {
  return first.pods <= pods && pods <= last.pods
}

function rangeOf({ first, last }: Stair, figure: 'pods' | 'held', words: Words): string {
  const [from, to] = [first[figure], last[figure]]
  return from === to ? words.numbers.number(from) : words.reply.range(from, to)
}
