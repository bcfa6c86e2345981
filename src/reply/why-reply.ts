import type { Plan } from '../allocation/plan.ts'
import type { TraceEntry } from '../allocation/trace.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { typeName } from '../scenario/type-name.ts'
import type { Words } from '../words/words.ts'
import { headlineText } from './headline.ts'
import { reasonsPart } from './reasons.ts'
import type { Line, Part, Reply } from './reply.ts'

/** A message takes so many lines of a trace, and a reader hardly more. */
const MOST_LINES = 60

export interface WhyReplyContext {
  readonly scenario: Scenario
  readonly plan: Plan
  /** The decisions on the fullest node of each group. */
  readonly traces: readonly (readonly TraceEntry[])[]
  readonly words: Words
}

/** Why a scenario takes what it takes: the daemon's decisions turn by turn, and the rules in force. */
export function whyReply({ scenario, plan, traces, words }: WhyReplyContext): Reply {
  const headline = headlineText(plan, words)
  const most = Math.floor(MOST_LINES / traces.length)
  return {
    summary: headline,
    audience: 'asker',
    parts: [
      { kind: 'heading', line: [{ bold: headline }] },
      ...traces.flatMap((trace, index) => {
        const type = scenario.groups[index]
        return tracePart(type ? typeName(type) : '', trace, most, words)
      }),
      reasonsPart({ plan, scenario }, words),
      { kind: 'note', line: [words.reply.rulesAreIn] },
    ],
  }
}

function tracePart(
  type: string,
  trace: readonly TraceEntry[],
  most: number,
  words: Words,
): readonly Part[] {
  const rest = trace.length - most
  const lines: Line[] = trace.slice(0, most).map((entry) => [words.trace.traceText(entry)])
  if (rest > 0) lines.push([words.reply.andMore(rest)])
  return [
    { kind: 'text', line: [words.reply.fullestNode(type)] },
    { kind: 'list', lines },
  ]
}
