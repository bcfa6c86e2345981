import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { WORKED_EXAMPLES } from '../worked-examples.ts'
import { run, start } from './program.ts'

const { url, owner } = await freshDatabase()
const stored = { DATABASE_URL: url }
/** No database is there: a program that wants one fails. */
const nowhere = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' }

const eksip = (line: string, settings: Readonly<Record<string, string>> = stored) =>
  run('terminal/eksip.ts', line.split(' '), settings)

describe('eksip in a terminal', () => {
  test.concurrent.each(WORKED_EXAMPLES)('$line: $about', async ({ line, ...figures }) => {
    const { enis, usable, reserved, held } = figures
    const { exitCode, stdout } = await eksip(`${line} --json`)
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      number: expect.any(Number),
      scenario: { groups: [{ instanceType: 't3.2xlarge' }] },
      plan: { enis, usable, reserved, held, groups: [{ enis, usable, reserved, held }] },
    })
  })

  test('keeps each run and compares it with the one before', async () => {
    await owner.prisma.workspace.deleteMany()
    await eksip('t3.2xlarge 2 nodes 27 pods')
    const { stdout } = await eksip('t3.2xlarge 2 nodes 27 pods warm-ip=2')
    const withoutName = stdout.replaceAll(/@\S+?(?=[\s)])/g, '@somebody')
    expect(withoutName).toMatchInlineSnapshot(`
      "#2 · 2 × t3.2xlarge · 27 pods (14 + 13) · WARM_IP_TARGET=2 · by @somebody
      60 addresses reserved by 4 ENIs · 35 held · 27 used by pods · 4 warm · 4 primaries
        node    pods  ENIs  usable  held  warm  reserved
        1 node    14     2      28    18     2        30
        1 node    13     2      28    17     2        30
        total     27   2+2      56    35     4        60
      rule 1 (spare ENI): replaced by WARM_IP_TARGET=2 ✓ · rule 2 (an address per pod): ✓ · max-pods 58 ✓
      since #1 (just now, @somebody): reserved 60 → 60 (=) · held 60 → 35 (−25, −42 %) · because WARM_IP_TARGET unset → 2 (−25 held)
      next step up: 13 more pods on a node: +1 ENI, +15 reserved, +14 held
      next step down: 1 pod fewer on a node: −1 ENI, −15 reserved, −2 held
        • 14 pods + WARM_IP_TARGET=2 take 16 addresses on 2 ENIs.
        → Why? (why 2)
        → Chart (chart 2)
        → Apply (apply 2)
        → 27 per node instead (what-if 2 27 pods/node)
      "
    `)
    const { stdout: json } = await eksip('t3.2xlarge 2 nodes 27 pods warm-ip=2 --json')
    expect(JSON.parse(json).diff.parts).toEqual([])
  })

  test('leaves no trace with --no-store, and needs no database for it', async () => {
    const { exitCode, stdout } = await eksip('t3.2xlarge --no-store --json', nowhere)
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ number: null, diff: null, plan: { held: 30 } })
  })

  test('lists every problem on stderr, and ends with 2', async () => {
    const finished = await eksip('t3.2xlrge 2 nods warm-ips=2', nowhere)
    expect(finished).toMatchSnapshot()
  })

  test('ends with 1 when the history cannot be reached', async () => {
    const { exitCode, stdout, stderr } = await eksip('t3.2xlarge', nowhere)
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toMatch(/^eksip: .+/)
  })

  test('ends with 1 when the settings are wrong', async () => {
    const { exitCode, stderr } = await eksip('t3.2xlarge', { PORT: 'http' })
    expect(exitCode).toBe(1)
    expect(stderr).toContain('PORT')
  })

  test('shows help', async () => {
    const { exitCode, stdout } = await eksip('help', nowhere)
    expect(exitCode).toBe(0)
    expect(stdout).toMatchSnapshot()
  })
})

describe('allocate', () => {
  test('takes a byte order mark, and a reader who has read enough', async () => {
    const line = '\ufeff{"id":1,"instanceType":"t3.2xlarge"}'
    const { stdout } = await run('terminal/allocate.ts', [], nowhere, line)
    expect(JSON.parse(stdout)).toMatchObject({ id: 1, ok: true })

    const program = start('terminal/allocate.ts', [])
    program.stdout?.once('data', () => program.stdout?.destroy())
    program.stdin?.on('error', () => undefined)
    program.stdin?.end('{"instanceType":"t3.2xlarge"}\n'.repeat(20_000))
    await once(program, 'exit')
    expect(program.exitCode).toBe(0)
  })

  test('answers each line of stdin with a line of stdout, in order, and stops at none', async () => {
    const lines = [
      '{"id":1,"instanceType":"t3.2xlarge"}',
      'nope',
      '',
      '{"id":3,"instanceType":"m5.large"}',
    ]
    const { exitCode, stdout } = await run('terminal/allocate.ts', [], nowhere, lines.join('\n'))
    expect(exitCode).toBe(0)
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers).toMatchObject([
      { id: 1, ok: true, held: 30 },
      { id: null, ok: false },
      { id: 3, ok: true, held: 20 },
    ])
  })
})
