import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { printedAddress } from './support/printed-address.ts'
import { run, start } from './terminal/program.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'eksip-main-'))
// Where root runs the test, the server's own account must reach its data.
chmodSync(folder, 0o755)
const settings = { EKSIP_FOLDER: folder, PORT: '0' }
let running: ChildProcess | undefined
/** A reply is posted after its command was acknowledged. */
const WAIT = { timeout: 20_000, interval: 100 }

afterEach(async () => {
  if (running && running.exitCode === null) {
    running.kill('SIGKILL')
    await once(running, 'exit')
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm start without settings', () => {
  test('answers in a local workspace, stops cleanly, and finds its history again', async () => {
    const first = await startedPage()
    expect((await fetch(first)).status).toBe(200)
    await type(first, '/eksip t3.2xlarge 2 nodes 27 pods')
    // A terminal's Ctrl-C comes twice: from the terminal, and passed on by npm.
    expect(await stop('SIGINT', 'SIGINT')).toBe(0)
    expect(existsSync(path.join(folder, 'postgres/data/postmaster.pid'))).toBe(false)

    const second = await startedPage()
    await type(second, '/eksip t3.2xlarge 2 nodes 27 pods warm-ip=2')
    await expect.poll(() => view(second), WAIT).toContain('held 60 → 35 (−25, −42 %)')

    const terminal = await run('terminal/eksip.ts', ['t3.2xlarge', '--json'], settings)
    expect(JSON.parse(terminal.stdout)).toMatchObject({ number: 1, diff: null })

    const third = await run('main.ts', [], settings)
    expect([third.exitCode, third.stdout]).toEqual([1, ''])
    expect(third.stderr).toMatch(/^eksip: A local workspace is open in the folder .+\n$/)
    expect(third.stderr).toContain(`${folder} already at ${second};`)
    expect(await stop('SIGTERM')).toBe(0)
  })
})

describe('npm start with settings', () => {
  test('that are incomplete says what is missing', async () => {
    const { exitCode, stderr } = await run('main.ts', [], { SLACK_BOT_TOKEN: 'xoxb-1' })
    expect(exitCode).toBe(1)
    expect(stderr).toContain('SLACK_SIGNING_SECRET is missing.')
  })

  test('of production without Slack refuses the local workspace', async () => {
    const { exitCode, stdout, stderr } = await run('main.ts', [], {
      ...settings,
      NODE_ENV: 'production',
    })
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toContain('production has Slack')
  })

  test('of a database that is not there says so, and starts nothing', async () => {
    const { exitCode, stdout, stderr } = await run('main.ts', [], {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'secret',
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
    })
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toMatch(/^eksip: .+/)
  })
})

/** Starts the program and waits for the address that it prints. */
function startedPage(): Promise<string> {
  running = start('main.ts', [], settings)
  return printedAddress(running)
}

async function stop(...signals: readonly NodeJS.Signals[]): Promise<number | null> {
  if (!running) throw new Error('nothing runs')
  const exited = once(running, 'exit')
  for (const signal of signals) {
    running.kill(signal)
    await setTimeout(30)
  }
  await exited
  return running.exitCode
}

/** Types a line into the composer of #capacity, as ada. */
async function type(page: string, text: string): Promise<void> {
  const response = await fetch(`${page}workspace/type`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'ada', channel: '#capacity', text }),
  })
  expect(await response.json()).toEqual({ ok: true })
}

/** What the page gets to show, as JSON. */
async function view(page: string): Promise<string> {
  const response = await fetch(`${page}workspace/changes?user=ada`)
  const reader = response.body?.getReader()
  if (!reader) throw new Error('no view')
  const decoder = new TextDecoder()
  let text = ''
  while (!text.includes('\n\n'))
    text += decoder.decode((await reader.read()).value, { stream: true })
  await reader.cancel()
  return text
}
