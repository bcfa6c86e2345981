import type { OfRun, Problem } from '../../command/problem.ts'
import type { ScenarioLimit } from '../../scenario/limits.ts'
import { ANY_RUN, alternatives, characterCode, examplePair, shown } from '../shown.ts'
import { counted, number } from './numbers.ts'

/**
 * One mistake in a plain sentence or two: what was found, and what would be right. `run` is one to
 * give examples with.
 */
export function problemText(problem: Problem, run = ANY_RUN): string {
  return [whatIsWrong(problem, run), ...whatWasMeant(problem)].join(' ')
}

function whatWasMeant(problem: Problem): readonly string[] {
  if (problem.code === 'nodes-asked') return []
  const names = 'nearest' in problem ? problem.nearest : [problem.suggestion ?? '']
  const guesses = alternatives(names.filter(Boolean).map(shown), 'or')
  return guesses ? [`Did you mean ${guesses}?`] : []
}

function whatIsWrong(problem: Problem, newest: number): string {
  const run = `#${newest}`
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
    case 'nodes-asked':
      return problem.suggestion === null
        ? 'How many nodes there are is for you to say, such as `2 nodes`.'
        : `How many nodes there are is for you to say; these pods need at least ${shown(problem.suggestion)}.`
    case 'not-a-switch':
      return `${typed} is neither on nor off; write \`${problem.word}\` or \`${problem.word}=off\`.`
    case 'repeated':
      return `${typed} gives ${problem.word === 'as' ? 'a name' : problem.word} a second time; keep one of the two.`
    case 'second-type':
      return `${typed} starts another node group; put a \`+\` before it.`
    case 'type-missing':
      return typeMissing(problem, run)
    case 'too-many-groups':
      return `A line takes ${number(problem.most)} node groups at most; ask for the others in a line of their own.`
    case 'too-many-enis':
      return `${typed} is too large; the limit on ${problem.type} is ${counted(problem.most, 'ENI', 'ENIs')}.`
    case 'name-missing':
      return 'Which name? Write one, such as `prod-blue`, or several words in quotes.'
    case 'name-in-parts':
      return 'A name of several words goes in quotes.'
    case 'name-too-long':
      return `That name is longer than ${number(problem.most)} characters.`
    case 'unclosed-quote':
      return `The quote that opens in ${typed} is not closed.`
    case 'line-too-long':
      return `That line is longer than ${number(problem.most)} characters, the most that I read.`
    case 'unknown-run':
      return `${typed} is no run that I know.`
    case 'deleted-run':
      return `#${number(problem.number)} was deleted.`
    case 'unreadable-run':
      return `This version of eksip cannot read #${number(problem.number)}.`
    case 'no-run-yet':
      return 'Nothing was asked here yet.'
    case 'no-conversation':
      return 'I know no scenario in this conversation yet. Ask one first: `t3.2xlarge 2 nodes 27 pods`.'
    case 'reference-missing':
      return problem.least > 1
        ? `\`${problem.word}\` takes ${number(problem.least)} runs or more, such as \`${problem.word} ${examplePair(newest)}\`.`
        : `\`${problem.word}\` takes a run, such as \`${run}\`, \`last\` or a saved name.`
    case 'too-many-references':
      return `I compare ${number(problem.most)} runs at most.`
    case 'not-a-reference':
      return `${typed} names no run; write \`${run}\`, \`last\` or a saved name.`
    case 'unknown-name':
      return `No run is named ${typed}.`
    case 'unknown-topic':
      return `There is no help about ${typed}.`
    case 'unexpected':
      return `${typed} is more than \`${problem.word}\` takes.`
    case 'wrong-value':
      return `${typed} is not possible; write \`${problem.word}\` with ${alternatives(problem.values.map(shown), 'or')}.`
    case 'not-a-date':
      return `${typed} is no day; write one such as \`2026-11-20\`.`
    case 'author-missing':
      return `By whom? Write \`by @ada\`, or \`mine\`.`
    case 'which-group':
      if (problem.types.length === 1) {
        return `Several node groups are ${alternatives(problem.types.map(shown), 'and')}, so I cannot tell which one ${typed} is for. Write \`all:\` before it for every group, or ask for the whole scenario anew.`
      }
      return `Which node group is ${typed} for: ${alternatives(problem.types.map(shown), 'or')}? Write \`what-if\`, the run and the type before it, or \`all:\` for each of them.`
    case 'no-such-group':
      return problem.types.length === 0
        ? `${typed} takes a node group away, which needs an earlier scenario: \`what-if ${run} without m5.large\`.`
        : `${typed} fits no node group of that scenario, which has ${alternatives(problem.types.map(shown), 'and')}.`
    case 'last-group':
      return `${typed} would leave no node group at all.`
    case 'kept-too-large':
      return `That scenario has \`${problem.word}=${problem.value}\`; the limit on ${problem.type} is ${counted(problem.most, 'ENI', 'ENIs')}.`
    case 'not-a-subnet':
      return `${typed} is no subnet of a VPC, /16 to /28; write \`subnet=10.0.0.0/22\`, or \`subnet=/24\` for its size alone.`
    case 'overlapping-subnets':
      return problem.first === problem.second
        ? `${shown(problem.first)} stands there twice; its addresses count once.`
        : `${shown(problem.first)} and ${shown(problem.second)} overlap; their addresses would count twice.`
    case 'too-many-subnets':
      return `A line takes ${number(problem.most)} subnets at most.`
    case 'unknown-version':
      return `${typed} is no VPC CNI version that I know; write one such as \`cni=1.18\`.`
  }
}

function typeMissing({ asks, suggestion }: TypeMissing, run: string): string {
  if (suggestion !== null) return 'Which instance type? Name one, such as `t3.2xlarge`.'
  return asks === null || asks === 'what-if'
    ? `Which instance type? Name one, such as \`t3.2xlarge\`, or change an earlier scenario: \`what-if ${run} 40 pods\`.`
    : `Which instance type, or which run? Write \`${asks} t3.2xlarge 15 pods\`, or \`${asks} ${run}\`.`
}

type TypeMissing = Extract<Problem, { code: 'type-missing' }>

/** To a line that could only be about a run, where none was asked yet. */
export function noRunTo(asks: OfRun): string {
  return `There is no run here yet to ${VERBS[asks]}. Ask one first: \`t3.2xlarge 2 nodes 27 pods\`.`
}

const VERBS: Readonly<Record<OfRun, string>> = {
  'what-if': 'change',
  why: 'explain',
  chart: 'draw',
  apply: 'apply',
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
export const confirmDelete = (line: string) => ({
  title: 'Delete this run?',
  text: `“${line}” takes it out of the history for good. Its number stays taken.`,
  yes: 'Delete',
  no: 'Keep it',
})
export const askCorrected: string = 'Ask the corrected line'
