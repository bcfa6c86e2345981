/**
 * How fast commands are acknowledged, and what they cost, beside a Bolt app that does nothing, in the
 * same run: 100 commands a second with the latency counted from the moment when each was due, then
 * as many as 16 senders get through. Postgres, Slack's stand-in and the senders run on the same
 * machine; the CPU time is that of the bot's process alone.
 *
 *   npm run bench:slack
 */
import { fork, type ChildProcess } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { startEmbedded } from '../src/database/embedded/start.ts'

const SECRET = 'the signing secret of this measurement'
const PER_SECOND = Number(process.env['PER_SECOND'] ?? 100)
const SECONDS = Number(process.env['SECONDS'] ?? 10)
const SENDERS = 16
const WARM_UP = 300
const LATE_MS = 1_500
/** Commands of the rush: some seconds' worth for each. */
const RUSH = { bolt: 3_000, eksip: 800 } as const

let sent = 0
const refused = new Map<string, number>()

const folder = mkdtempSync(path.join(tmpdir(), 'eksip-bench-'))
const database = await startEmbedded({
  folder,
  throwaway: true,
  programs: process.env['EKSIP_POSTGRES_BIN'],
})
const slack = await startSlackStandIn()
const agent = new Agent({ keepAlive: true, maxSockets: 256 })
const results = []
try {
  for (const kind of ['bolt', 'eksip'] as const) results.push(await measure(kind))
} finally {
  slack.close()
  slack.closeAllConnections()
  agent.destroy()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
report(results)

async function measure(kind: 'bolt' | 'eksip') {
  const bot = await startBot(kind)
  await closedLoop(bot.url, WARM_UP)
  const before = await bot.cpuMicros()
  const latencies = await openLoop(bot.url)
  // What is done after the acknowledgements belongs to them.
  await setTimeout(3_000)
  const cpu = ((await bot.cpuMicros()) - before) / latencies.length
  const beforeRush = await bot.cpuMicros()
  const started = performance.now()
  const count = await closedLoop(bot.url, RUSH[kind])
  const throughput = (count * 1_000) / (performance.now() - started)
  await setTimeout(1_000)
  const rushCpu = ((await bot.cpuMicros()) - beforeRush) / count
  const exited = once(bot.child, 'exit')
  bot.child.kill('SIGTERM')
  await exited
  return { kind, latencies: latencies.toSorted((a, b) => a - b), cpu, rushCpu, throughput }
}

/** Sends each command when it is due, whatever became of those before. */
async function openLoop(url: string): Promise<readonly number[]> {
  const started = performance.now()
  const all = Array.from({ length: PER_SECOND * SECONDS }, async (_, index) => {
    const due = started + (index * 1_000) / PER_SECOND
    await setTimeout(Math.max(0, due - performance.now()))
    await send(url)
    return performance.now() - due
  })
  return Promise.all(all)
}

/** Each sender sends its next command when the one before was acknowledged. */
async function closedLoop(url: string, count: number): Promise<number> {
  let left = count
  const senders = Array.from({ length: SENDERS }, async () => {
    while (left-- > 0) await send(url)
  })
  await Promise.all(senders)
  return count
}

/** A command of one of 200 people in one of 2,000 channels of 20 workspaces. */
async function send(url: string): Promise<void> {
  sent += 1
  const team = `T${sent % 20}`
  const body = new URLSearchParams({
    team_id: team,
    channel_id: `C${sent % 2_000}`,
    channel_name: 'capacity',
    user_id: `U${sent % 200}`,
    user_name: 'ada',
    command: '/eksip',
    text: `t3.2xlarge ${1 + (sent % 900)} nodes 5000 pods warm-ip=2`,
    trigger_id: `bench.${process.pid}.${sent}`,
  }).toString()
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const hmac = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`)
  const answer = await post(url, body, {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${hmac.digest('hex')}`,
  })
  if (!answer.includes('in_channel')) refused.set(answer, (refused.get(answer) ?? 0) + 1)
}

function post(url: string, body: string, headers: Readonly<Record<string, string>>) {
  return new Promise<string>((resolve, reject) => {
    const sending = request(url, { method: 'POST', headers, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () =>
        resolve(response.statusCode === 200 ? text : `HTTP ${String(response.statusCode)}`),
      )
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

async function startBot(kind: 'bolt' | 'eksip') {
  const program = fileURLToPath(new URL(`slack-${kind}.ts`, import.meta.url))
  const child = fork(program, {
    env: { ...process.env, DATABASE_URL: database.url, SLACK_API_URL: slackUrl(), SECRET },
    execArgv: ['--import', 'tsx'],
  })
  const url = z.string().parse(await said(child))
  return {
    child,
    url,
    async cpuMicros() {
      child.send('cpu')
      return z.number().parse(await said(child))
    },
  }
}

/** What the bot's process says next. Throws when it ends instead. */
function said(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('the bot has ended'))
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      resolve(message)
    })
  })
}

/** As much of Slack as answers everything with yes. */
async function startSlackStandIn() {
  let posts = 0
  const server = createServer((incoming, response) => {
    incoming.resume().on('end', () => {
      posts += 1
      const ts = `${Math.floor(Date.now() / 1_000)}.${String(posts % 1_000_000).padStart(6, '0')}`
      const user = { name: 'ada', locale: 'en-US', tz: 'Europe/Paris' }
      const ids = { team_id: 'T0', user_id: 'U0EKSIP', bot_id: 'B0EKSIP' }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ ok: true, ts, user, ...ids }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function slackUrl(): string {
  const bound = slack.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  return `http://127.0.0.1:${bound.port}/api/`
}

function report(all: readonly Awaited<ReturnType<typeof measure>>[]): void {
  const [bolt, eksip] = all
  if (!bolt || !eksip) throw new Error('nothing was measured')
  const quantile = ({ latencies }: typeof bolt, share: number) =>
    `${(latencies[Math.ceil(latencies.length * share) - 1] ?? 0).toFixed(1)} ms`
  const late = ({ latencies }: typeof bolt) =>
    `${((latencies.filter((ms) => ms > LATE_MS).length / latencies.length) * 100).toFixed(2)} %`
  const rows = [
    ['', 'Bolt, no-op', 'eksip', 'ratio'],
    [`acknowledged, p50 at ${PER_SECOND}/s`, quantile(bolt, 0.5), quantile(eksip, 0.5), ''],
    ['p99', quantile(bolt, 0.99), quantile(eksip, 0.99), ''],
    ['after 1.5 s', late(bolt), late(eksip), ''],
    [
      `CPU for a command at ${PER_SECOND}/s`,
      micros(bolt.cpu),
      micros(eksip.cpu),
      times(eksip.cpu, bolt.cpu),
    ],
    [
      `commands/s of ${SENDERS} senders`,
      bolt.throughput.toFixed(0),
      eksip.throughput.toFixed(0),
      times(eksip.throughput, bolt.throughput),
    ],
    [
      'CPU for each of them',
      micros(bolt.rushCpu),
      micros(eksip.rushCpu),
      times(eksip.rushCpu, bolt.rushCpu),
    ],
  ]
  const widths = [32, 14, 14, 10]
  for (const row of rows) {
    console.log(
      row
        .map((cell, index) => (index ? cell.padStart(widths[index] ?? 0) : cell.padEnd(32)))
        .join(''),
    )
  }
  for (const [answer, count] of refused) console.log(`${count} × ${answer.slice(0, 160)}`)
}

function micros(value: number): string {
  return `${value.toFixed(0)} µs`
}

function times(ours: number, theirs: number): string {
  return `× ${(ours / theirs).toFixed(2)}`
}
