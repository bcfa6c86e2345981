import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/command/commands.ts'
import { formatCommand } from '../../src/command/format-command.ts'
import { INPUTS } from '../../src/command/grammar.ts'
import { KEYWORDS } from '../../src/command/keywords.ts'
import { parse } from '../../src/command/parse.ts'
import { WORDS } from '../../src/words/words.ts'

const { spelling } = WORDS.fr.help
const WITHIN = [
  'history mine here last week',
  'history by @ada',
  'export csv mine since 2026-11-01',
]

/** Every line that the help shows, and each of its words in a line. */
const LINES = [
  ...WITHIN,
  ...COMMANDS.flatMap(({ word, examples }) => [...examples, `help ${word}`]),
  ...KEYWORDS.flatMap(({ word, example }) => [`what-if #1 ${example}`, `help ${word}`]),
  ...INPUTS.flatMap(({ word, takes }) => [
    `help ${word}`,
    takes === 'switch' ? `m5.large ${word}` : `m5.large ${word}=2`,
  ]),
  'm5.large 2 nodes 27 pods/node',
  'settings language=fr cni=1.18 quiet=on figure=held',
  'budget off',
  'help commands',
  'help words',
]

test.each(LINES)('%s means the same in French words', (line) => {
  expect(canonical(spelling(line))).toBe(canonical(line))
})

test.each([
  ['show prod-blue', 'montrer prod-blue'],
  ['name #42 "prod blue"', 'nommer #42 "prod blue"'],
  ['history mine by @ada', 'historique moi par @ada'],
  ['m5.large 3 nodes + c5.xlarge 2 nodes', 'm5.large 3 nœuds + c5.xlarge 2 nœuds'],
  ['help warm-ip', 'aide warm-ip'],
])('%s is %s', (line, french) => {
  expect(spelling(line)).toBe(french)
})

function canonical(line: string): string {
  const parsed = parse(line)
  if (!parsed.ok) throw new Error(`${line}: ${JSON.stringify(parsed.problems)}`)
  return formatCommand(parsed.value)
}
