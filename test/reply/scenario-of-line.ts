import { parse } from '../../src/command/parse.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'

/** The scenario that a line asks about, and its name. */
export function scenarioOfLine(line: string): {
  readonly scenario: Scenario
  readonly name: string | null
} {
  const parsed = parse(line)
  if (!parsed.ok || parsed.value.kind !== 'ask') throw new Error(`${line} is no scenario`)
  const { question, name } = parsed.value
  if (question.kind !== 'scenario') throw new Error(`${line} is not told whole`)
  return { scenario: question.scenario, name }
}
