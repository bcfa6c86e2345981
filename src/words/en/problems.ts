import type { Problem } from '../../command/problem.ts'
import type { ScenarioLimit } from '../../scenario/limits.ts'
import { alternatives, characterCode, shown } from '../shown.ts'
import { counted, number } from './numbers.ts'

/** One mistake in a plain sentence or two: what was found, and what would be right. */
export function problemText(problem: Problem): string {
  return [whatIsWrong(problem), ...whatWasMeant(problem)].join(' ')
}

function whatWasMeant(problem: Problem): readonly string[] {
  const names = problem.code === 'unknown-type' ? problem.nearest : [problem.suggestion ?? '']
  const guesses = alternatives(names.filter(Boolean).map(shown), 'or')
  return guesses ? [`Did you mean ${guesses}?`] : []
}

function whatIsWrong(problem: Problem): string {
  const typed = shown(problem.text)
  switch (problem.code) {
    case 'unknown-word':
      return `I do not know ${typed}.`
    case 'unknown-type':
      return `I do not know the instance type ${typed}.`
    case 'refused-character':
      return `There is an invisible character (${characterCode(problem.text)}) in the line; leave it out.`
    case 'not-a-number':
      return `${typed} is not a whole number in plain digits${problem.suggestion ? '' : `, such as ${numberExample(problem.word)}`}.`
    case 'number-without-unit':
      return `${typed} stands alone: is it nodes or pods?`
    case 'too-large':
      return `${typed} is too large; the limit is ${number(problem.most)} ${limitName(problem.limit, problem.word)}.`
    case 'too-small':
      return `${typed} is too small; give at least ${number(problem.least)}.`
    case 'value-missing':
      return `${typed} needs a number, such as \`${problem.word}=2\`.`
    case 'not-a-switch':
      return `${typed} is neither on nor off; write \`${problem.word}\` or \`${problem.word}=off\`.`
    case 'repeated':
      return `${typed} gives ${problem.word === 'as' ? 'a name' : problem.word} a second time; keep one of the two.`
    case 'second-type':
      return `${typed} starts another node group; put a \`+\` before it.`
    case 'type-missing':
      return 'Which instance type? Name one, such as `t3.2xlarge`.'
    case 'too-many-groups':
      return `A line takes ${number(problem.most)} node groups at most; ask for the others in a line of their own.`
    case 'too-many-enis':
      return `${typed} is too large; the limit on ${problem.type} is ${counted(problem.most, 'ENI', 'ENIs')}.`
    case 'name-missing':
      return 'A name goes after `as`: `as prod-blue`.'
    case 'name-in-parts':
      return 'A name of several words goes in quotes.'
    case 'name-too-long':
      return `That name is longer than ${number(problem.most)} characters.`
    case 'unclosed-quote':
      return `The quote that opens in ${typed} is not closed.`
    case 'line-too-long':
      return `That line is longer than ${number(problem.most)} characters, the most that I read.`
    case 'not-a-subnet':
      return `${typed} is no subnet of a VPC; write \`subnet=10.0.0.0/22\`, or \`subnet=/24\` for its size alone.`
    case 'unknown-version':
      return `${typed} is no VPC CNI version that I know; write one such as \`cni=1.18\`.`
  }
}

function numberExample(word: string | null): string {
  return word === null ? '`27`' : `\`${word}=2\``
}

function limitName(limit: ScenarioLimit, word: string): string {
  switch (limit) {
    case 'groups':
      return 'node groups'
    case 'nodes':
      return 'nodes in a group'
    case 'pods':
      return 'pods in a group'
    case 'podsPerNode':
      return 'pods on a node'
    case 'target':
    case 'maxPods':
      return `for ${word}`
    case 'enis':
      return 'ENIs'
    case 'ipv4PerEni':
      return 'addresses per ENI'
    case 'freeAddresses':
      return 'free addresses'
  }
}

export const intro = (count: number) =>
  count === 1
    ? 'One thing in that line stopped me; nothing was saved.'
    : `${number(count)} things in that line stopped me; nothing was saved.`
export const more = (count: number) => `and ${number(count)} more.`
export const seeHelp: string = '`help` lists every word that I know.'
export const askCorrected: string = 'Ask the corrected line'
