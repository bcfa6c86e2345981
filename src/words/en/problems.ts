import type { Problem } from '../../command/problem.ts'
import type { ScenarioLimit } from '../../scenario/limits.ts'
import { number } from './numbers.ts'

/** One mistake in a plain sentence: what was found, and what would be right. */
export function problemText(problem: Problem): string {
  return [whatIsWrong(problem), ...whatWasMeant(problem)].join(' ')
}

function whatWasMeant(problem: Problem): readonly string[] {
  const names = problem.code === 'unknown-type' ? problem.nearest : [problem.suggestion ?? '']
  const quoted = names.filter(Boolean).map((name) => `\`${name}\``)
  return quoted.length === 0 ? [] : [`Did you mean ${quoted.join(' or ')}?`]
}

function whatIsWrong(problem: Problem): string {
  const typed = `\`${problem.text}\``
  switch (problem.code) {
    case 'unknown-word':
      return `I do not know the word ${typed}.`
    case 'unknown-type':
      return `EC2 has no instance type ${typed} that I know of.`
    case 'refused-character':
      return `The character ${named(problem.text)} means nothing here.`
    case 'not-a-number':
      return `${typed} is not a whole number${problem.word ? ` for ${problem.word}` : ''}; write plain digits, such as 27.`
    case 'number-without-unit':
      return `${typed} stands alone: is it nodes or pods?`
    case 'too-large':
      return `${typed} is too large: ${limitName(problem.limit)} ${problem.word === 'attached' ? 'of this type ' : ''}can be ${number(problem.most)} at most.`
    case 'too-small':
      return `${typed} is too small: ${problem.word} must be at least ${number(problem.least)}.`
    case 'value-missing':
      return `${problem.word} needs a number, as in \`${problem.word}=2\`.`
    case 'not-a-switch':
      return `${problem.word} is either on or off: write \`${problem.word}\` or \`${problem.word}=off\`.`
    case 'repeated':
      return `${typed} gives ${problem.word} a second time; each node group takes it once.`
    case 'second-type':
      return `${typed} is a second instance type after \`${problem.first}\`; a \`+\` starts another node group.`
    case 'type-missing':
      return 'Which instance type? Name one, such as `t3.2xlarge`.'
    case 'too-many-groups':
      return `That is more than ${number(problem.most)} node groups; ask for them in parts.`
    case 'name-missing':
      return 'A name goes after `as`, such as `as prod-blue`.'
    case 'name-too-long':
      return `That name is longer than ${number(problem.most)} characters.`
    case 'line-too-long':
      return `That line is longer than ${number(problem.most)} characters, more than I read.`
    case 'unknown-version':
      return 'The VPC CNI version goes like `cni=1.18`.'
  }
}

function limitName(limit: ScenarioLimit): string {
  switch (limit) {
    case 'groups':
      return 'node groups'
    case 'nodes':
      return 'nodes'
    case 'pods':
      return 'pods'
    case 'podsPerNode':
      return 'pods on one node'
    case 'target':
      return 'a target'
    case 'enis':
      return 'ENIs'
    case 'ipv4PerEni':
      return 'addresses per ENI'
    case 'maxPods':
      return 'max-pods'
    case 'freeAddresses':
      return 'free addresses'
  }
}

/** A character by its code, since it may be invisible. */
function named(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const visible = /\p{L}|\p{N}|\p{P}|\p{S}/u.test(character) ? `${character} ` : ''
  return `${visible}(U+${code.toString(16).toUpperCase().padStart(4, '0')})`
}

export const intro = (count: number) =>
  count === 1
    ? 'One thing in that line stopped me; nothing was saved.'
    : `${number(count)} things in that line stopped me; nothing was saved.`
export const more = (count: number) => `and ${number(count)} more.`
export const seeHelp: string = '`/eksip help` lists every word that I know.'
export const askCorrected: string = 'Ask the corrected line'
