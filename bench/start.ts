// How long `npm start` takes until the page is served: npm run bench:start. It runs in a folder of its
// own on a free port; the first start, which makes the database, is told apart from the warm ones.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { printedAddress } from '../test/support/printed-address.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const WARM_STARTS = 7

const folder = mkdtempSync(path.join(tmpdir(), 'eksip-start-'))
// Where root runs this, the server's own account must reach its data.
chmodSync(folder, 0o755)
try {
  const first = await startOnce()
  const warm: number[] = []
  for (let start = 0; start < WARM_STARTS; start += 1) warm.push(await startOnce())
  report(first, warm)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Starts, asks for the page, stops; how many seconds the page was in coming. */
async function startOnce(): Promise<number> {
  const startedAt = performance.now()
  const { PATH = '', HOME = '' } = process.env
  const program = spawn('npm', ['start', '--', '--port', '0'], {
    cwd: ROOT,
    env: { PATH, HOME, EKSIP_FOLDER: folder, LOG_LEVEL: 'warn' },
    detached: true,
  })
  const address = await printedAddress(program)
  const response = await fetch(address)
  await response.text()
  const seconds = (performance.now() - startedAt) / 1_000
  await stop(program)
  if (!response.ok) throw new Error(`the page answered with HTTP ${response.status}`)
  return seconds
}

/** As Ctrl-C does, for npm passes no signal on to what it runs; over when nobody writes any more. */
async function stop(program: ChildProcess): Promise<void> {
  const closed = once(program, 'close')
  if (program.pid !== undefined) process.kill(-program.pid, 'SIGINT')
  await closed
}

function report(first: number, warm: readonly number[]): void {
  const sorted = warm.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  process.stdout.write(
    [
      'npm start, until the page is served:',
      `  first start, with a new database: ${told(first)}`,
      `  ${warm.length} warm starts: median ${told(median)}, ${told(sorted[0])} to ${told(sorted.at(-1))}`,
      `  Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
      '',
    ].join('\n'),
  )
}

function told(seconds = 0): string {
  return `${seconds.toFixed(2)} s`
}
