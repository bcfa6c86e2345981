import { expect, test } from 'vitest'
import { readArguments } from '../../src/terminal/arguments.ts'

test.each([
  [['t3.large', '2', 'nodes'], 't3.large 2 nodes'],
  [['t3.large 2 nodes'], 't3.large 2 nodes'],
  [['t3.large', 'as', 'prod blue'], 't3.large as "prod blue"'],
  [['t3.large', 'as', '"prod blue"'], 't3.large as "prod blue"'],
  [['--json', 't3.large', '--no-store'], 't3.large'],
  [[], ''],
])('%j is the line %j', (args, line) => {
  expect(readArguments(args).line).toBe(line)
})

test('the options are the terminal’s own', () => {
  expect(readArguments(['t3.large'])).toMatchObject({ isJson: false, isKept: true })
  expect(readArguments(['--no-store', 't3.large', '--json'])).toMatchObject({
    isJson: true,
    isKept: false,
  })
})
