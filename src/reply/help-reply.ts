import { COMMANDS } from '../command/commands.ts'
import { INPUTS } from '../command/grammar.ts'
import { KEYWORDS } from '../command/keywords.ts'
import { SCENARIO_LIMITS } from '../scenario/limits.ts'
import type { Words } from '../words/words.ts'
import { marked } from './marked.ts'
import type { Line, Part, Reply } from './reply.ts'

/**
 * What can be asked: in short, or what one word of the grammar means. `newest` is a run to give
 * examples with.
 */
export function helpReply(words: Words, topic: string | null = null, newest?: number): Reply {
  return {
    summary: words.help.summary,
    audience: 'asker',
    parts: topic === null ? overview(words, newest) : topicParts(topic, words),
  }
}

/** As much as fits on a phone. */
function overview({ help }: Words, newest?: number): readonly Part[] {
  const inputs = [...INPUTS.map(({ word }) => word), ...KEYWORDS.map(({ word }) => word)]
  return [
    { kind: 'heading', line: [{ bold: help.title }] },
    { kind: 'text', line: [help.summary] },
    { kind: 'list', lines: help.examples(newest).map(exampleLine) },
    { kind: 'text', line: [{ bold: help.commandsTitle }] },
    { kind: 'text', line: codes(COMMANDS.map(({ word }) => help.spelling(word))) },
    { kind: 'text', line: [{ bold: help.inputsTitle }] },
    { kind: 'text', line: codes(inputs.map(help.spelling)) },
    { kind: 'note', line: marked(help.moreHelp) },
    { kind: 'note', line: [help.figures] },
  ]
}

function topicParts(topic: string, words: Words): readonly Part[] {
  const heading: Part = { kind: 'heading', line: [{ bold: words.help.spelling(topic) }] }
  if (topic === 'commands') return [heading, commandList(words)]
  if (topic === 'words') return [heading, inputList(words), keywordList(words)]
  return [
    heading,
    ...INPUTS.filter(({ word }) => word === topic).flatMap((input) => inputParts(input, words)),
    ...COMMANDS.filter(({ word }) => word === topic).flatMap((one) => commandParts(one, words)),
    ...KEYWORDS.filter(({ word }) => word === topic).flatMap((one) => keywordParts(one, words)),
  ]
}

function commandList({ help }: Words): Part {
  return {
    kind: 'list',
    lines: COMMANDS.map(({ word, examples }) =>
      exampleLine([help.spelling(examples[0] ?? word), help.commandHelp[word]]),
    ),
  }
}

function inputList({ help }: Words): Part {
  return {
    kind: 'list',
    lines: INPUTS.map((input) =>
      exampleLine([help.spelling(inputForm(input)), help.inputHelp[input.word]]),
    ),
  }
}

function keywordList({ help }: Words): Part {
  return {
    kind: 'list',
    lines: KEYWORDS.map(({ word, example }) =>
      exampleLine([help.spelling(example), help.keywordHelp[word]]),
    ),
  }
}

type Input = (typeof INPUTS)[number]

function inputParts(input: Input, words: Words): readonly Part[] {
  const { help } = words
  return [
    { kind: 'text', line: marked(help.inputHelp[input.word]) },
    { kind: 'text', line: [inputRange(input, words)] },
    { kind: 'code', text: help.spelling(`t3.2xlarge ${inputForm(input)}`) },
    spellings(input, words),
  ]
}

function inputRange(input: Input, { help }: Words): string {
  if (input.takes === 'switch') return help.takesSwitch
  const range = help.takesCount(input.least, SCENARIO_LIMITS[input.limit])
  return input.default === null ? range : `${range} ${help.byDefault(input.default)}`
}

function commandParts(
  { word, also, operands, examples }: (typeof COMMANDS)[number],
  words: Words,
): readonly Part[] {
  return [
    { kind: 'text', line: marked(words.help.commandHelp[word]) },
    { kind: 'code', text: words.help.spelling(`${word} ${operands}`) },
    { kind: 'list', lines: examples.map((example) => [{ code: words.help.spelling(example) }]) },
    spellings({ word, also }, words),
  ]
}

function keywordParts(
  { word, also, example }: (typeof KEYWORDS)[number],
  words: Words,
): readonly Part[] {
  return [
    { kind: 'text', line: marked(words.help.keywordHelp[word]) },
    { kind: 'code', text: words.help.spelling(example) },
    spellings({ word, also }, words),
  ]
}

interface Spelled {
  readonly word: string
  readonly also: readonly string[]
}

/** Every other way to write a word. */
function spellings({ word, also }: Spelled, { help, reply }: Words): Part {
  const others = [word, ...also].filter((one) => one !== help.spelling(word))
  return { kind: 'note', line: [help.spellingsTitle, reply.colon, ...codes(others)] }
}

function codes(words: readonly string[]): Line {
  return words.flatMap((word, index) => [...(index > 0 ? [' '] : []), { code: word }])
}

function exampleLine([line, meaning]: readonly [string, string]): Line {
  return [{ code: line }, ' ', ...marked(meaning)]
}

/** How an input is written: a unit goes after its number, a setting before it. */
function inputForm({ word, takes, ...input }: Input): string {
  if (takes === 'switch') return word
  if (!('isUnit' in input)) return `${word}=2`
  return word === 'nodes' ? `2 ${word}` : `27 ${word}`
}
