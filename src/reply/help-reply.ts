import { INPUTS } from '../command/grammar.ts'
import { marked } from './marked.ts'
import type { Words } from '../words/words.ts'
import type { Line, Reply } from './reply.ts'

/** What can be asked: a few examples, and every input of the grammar with its meaning. */
export function helpReply(words: Words): Reply {
  const { help } = words
  return {
    summary: help.summary,
    audience: 'asker',
    parts: [
      { kind: 'heading', line: [{ bold: help.title }] },
      { kind: 'text', line: [help.summary] },
      { kind: 'list', lines: help.examples.map(exampleLine) },
      { kind: 'text', line: [{ bold: help.inputsTitle }] },
      {
        kind: 'list',
        lines: INPUTS.map(({ word, takes }): Line => [
          { code: takes === 'count' ? countForm(word) : word },
          ` ${help.inputHelp[word]}`,
        ]),
      },
      { kind: 'list', lines: help.otherInputs.map(exampleLine) },
      { kind: 'note', line: [help.figures] },
    ],
  }
}

function exampleLine([line, meaning]: readonly [string, string]): Line {
  return [{ code: line }, ' ', ...marked(meaning)]
}

/** How a count is written: a unit goes after its number, a setting before it. */
function countForm(word: string): string {
  const isUnit = INPUTS.some((input) => input.word === word && 'isUnit' in input)
  return isUnit ? `27 ${word}`.replace('27 nodes', '2 nodes') : `${word}=2`
}
