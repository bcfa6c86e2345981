import { describe, expect, test } from 'vitest'
import { LONGEST_LINE } from '../../src/command/parse.ts'
import { boundedLines } from '../../src/terminal/bounded-lines.ts'
import { parsedLine } from '../../src/terminal/parsed-line.ts'
import { WORDS } from '../../src/words/words.ts'
import { run } from './program.ts'

describe('one line', () => {
  test.each([
    't3.2xlarge 2 nodes 27 pods warm-ip=2 as prod',
    'history mine',
    'what-if #42 40 pods',
    't3.large 30 nodes 27 pods',
    'histroy mine',
    't3.2xlarge 2 nods warm-ip=lots',
    't3.2xlarge 2 nods # staging, "small"',
  ])('%s', (line) => {
    const { scenario: _scenario, ...rest } = answerTo(line)
    expect(rest).toMatchSnapshot()
  })

  test('the scenario is there whole, and nothing where there is none', () => {
    const asked = answerTo('t3.2xlarge 2 nodes')
    expect(asked['scenario']).toMatchObject({ v: 1, groups: [{ nodes: 2 }], space: null })
    expect(answerTo('why t3.2xlarge')['scenario']).toMatchObject({ v: 1 })
    expect(answerTo('show #42')['scenario']).toBeNull()
    expect(answerTo('what-if #42 2 nodes')['scenario']).toBeNull()
  })
})

describe('lines of a stream', () => {
  test.each<[chunks: readonly string[], lines: readonly string[]]>([
    [[], []],
    [[''], []],
    [['a'], ['a']],
    [['a\n'], ['a']],
    [['a\r\nb\r\n'], ['a', 'b']],
    [
      ['a', 'b\nc', '\n\n', 'd'],
      ['ab', 'c', '', 'd'],
    ],
    [
      ['123456789\n12', '34567', '89\nx'],
      ['12345', '12345', 'x'],
    ],
  ])('%j', async (chunks, lines) => {
    const seen: string[] = []
    for await (const line of boundedLines(streamOf(chunks), 5)) seen.push(line)
    expect(seen).toEqual(lines)
  })
})

describe('the program', () => {
  test('answers each line in order, and says in its exit code whether all were good', async () => {
    const input =
      '\ufefft3.large 2 nodes\r\n\n  \n# a comment\n #\nshow #42 # its answer\nhistroy\n'
    const { exitCode, stdout, stderr } = await run('terminal/parse.ts', [], {}, input)
    const answers = stdout.trim().split('\n').map(read)
    expect(answers.map(({ line, ok }) => [line, ok])).toEqual([
      ['t3.large 2 nodes', true],
      ['show #42 # its answer', true],
      ['histroy', false],
    ])
    expect([exitCode, stderr]).toEqual([2, ''])
  })

  test('takes a thread, a version and a language', async () => {
    const args = ['--follows', '--cni', '1.18', '--language=fr']
    const { exitCode, stdout } = await run(
      'terminal/parse.ts',
      args,
      {},
      '40 pods\nt3.large\nm5.large 2 nodes',
    )
    const answers = stdout.trim().split('\n').map(read)
    expect(answers.map(({ canonical }) => canonical)).toEqual([
      '40 pods',
      'what-if t3.large',
      'm5.large 2 nodes cni=1.18',
    ])
    expect(exitCode).toBe(0)
  })

  test('keeps no more of a long line than it can read', async () => {
    const { stdout } = await run(
      'terminal/parse.ts',
      [],
      {},
      `${'a'.repeat(3_000_000)}\nt3.large\n`,
    )
    const [long, good] = stdout.trim().split('\n').map(read)
    expect(long?.line).toHaveLength(LONGEST_LINE + 1)
    expect(long).toMatchObject({ ok: false, problems: [{ code: 'line-too-long' }] })
    expect(good).toMatchObject({ line: 't3.large', ok: true })
  })

  test.each([['--foo'], ['--cni=2.0']])('refuses %s', async (option) => {
    const { exitCode, stdout, stderr } = await run('terminal/parse.ts', [option])
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toContain(option.slice(0, 5))
  })

  test('tells how it is used', async () => {
    const { exitCode, stdout } = await run('terminal/parse.ts', ['--help'])
    expect(stdout).toContain('Exit code 0')
    expect(exitCode).toBe(0)
  })
})

interface Read {
  readonly line: string
  readonly ok: boolean
  readonly canonical?: string
}

function read(json: string): Read {
  // oxlint-disable-next-line no-unsafe-type-assertion -- what the program writes
  return JSON.parse(json) as Read
}

function answerTo(line: string): Readonly<Record<string, unknown>> {
  return { ...read(parsedLine(line, WORDS.en).json) }
}

async function* streamOf(chunks: readonly string[]) {
  yield* chunks
}
