import type { AddressSpace, NodeGroup, Scenario } from '../scenario/scenario.ts'
import { NEWEST_CNI } from '../scenario/scenario.ts'
import { typeName } from '../scenario/type-name.ts'
import { INPUTS, type CountInput, type Input } from './grammar.ts'
import { tokenize } from './tokenize.ts'

/**
 * The shortest line that reads back as this scenario (and name); what differs from the defaults is
 * named, nothing else. A group whose limits were given by hand prints them in place of a type, for
 * people to read.
 */
export function format(scenario: Scenario, name: string | null = null): string {
  const groups = scenario.groups.map(formatGroup).join(' + ')
  const named = name === null ? [] : [`as ${formatName(name)}`]
  return [groups, ...scenarioWords(scenario), ...named].join(' ')
}

function formatSpace(space: AddressSpace | null): readonly string[] {
  if (space === null) return []
  const free = space.free === null ? [] : [`free=${space.free}`]
  return [...space.subnets.map((subnet) => `subnet=${subnet}`), ...free]
}

/** What a line says of the whole scenario: `subnet=/24`, `cni=1.8`. */
export function scenarioWords({
  space,
  cni = NEWEST_CNI,
}: Pick<Scenario, 'space'> & Partial<Pick<Scenario, 'cni'>>): readonly string[] {
  return [...formatSpace(space), ...(cni === NEWEST_CNI ? [] : [`cni=${cni}`])]
}

/** What a line says of a group beside its nodes, its pods and the settings of the CNI: `daemonset=3`. */
export function otherWords(group: NodeGroup): readonly string[] {
  return inputWords(group, ({ isUnit, isSetting }) => isUnit !== true && isSetting !== true)
}

/** What a line says of a group by the inputs that are wanted; nothing for those at their defaults. */
export function inputWords(
  group: NodeGroup,
  isWanted: (input: Input) => boolean,
): readonly string[] {
  return (INPUTS as readonly Input[]).filter(isWanted).flatMap((input) => formatInput(input, group))
}

/** One node group as a line prints it. */
function formatGroup(group: NodeGroup): string {
  return [typeName(group), ...inputWords(group, () => true)].join(' ')
}

function formatInput(input: Input, group: NodeGroup): readonly string[] {
  if (input.takes === 'switch') return input.read(group) ? [input.word] : []
  const value = input.read(group)
  return value === null ? [] : [countText(input, value)]
}

/** A number with the word for what it counts: `2 nodes`, `warm-ip=2`. */
export function countText({ isUnit, word }: CountInput, value: number): string {
  return isUnit ? `${value} ${word}` : `${word}=${value}`
}

/** Bare or in double quotes if it reads back so; a name that holds a double quote is in single ones. */
export function formatName(name: string): string {
  return [name, `"${name}"`].find((typed) => readsAs(typed, name)) ?? `'${name}'`
}

function readsAs(typed: string, name: string): boolean {
  const [token, ...others] = tokenize(typed)
  return others.length === 0 && token?.kind !== 'symbol' && token?.text === name
}
