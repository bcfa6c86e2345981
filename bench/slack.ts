/**
 * How fast commands are acknowledged, and what they cost, beside a Bolt app that does nothing, in the
 * same run. Each round first sends 100 commands a second, with the latency counted from the moment
 * when each was due, and then as many as 16 senders get through, and 128. Replies give way to
 * acknowledgements; the CPU time is taken when the last one is posted, so that it holds all that a command
 * causes. Postgres, which waits for the disk, Slack's stand-in and the senders run on the same machine;
 * the CPU time is that of the bot's process alone.
 *
 *   npm run bench:slack
 */
import { execFileSync, fork, type ChildProcess } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { startEmbedded } from '../src/database/embedded/start.ts'

const SECRET = 'the signing secret of this measurement'
const ROUNDS = Number(process.env['ROUNDS'] ?? 9)
const PER_SECOND = Number(process.env['PER_SECOND'] ?? 100)
const SECONDS = Number(process.env['SECONDS'] ?? 5)
const RUSH_MS = 2_000
/**
 * A sender waits for its acknowledgement. Some let a bot that asks a database wait for work; so many
 * that there is always some show what it gets through.
 */
const SENDERS = { few: 16, many: 128 } as const
/**
 * Each bot gets as many commands before it is measured, not as much time: a process lives for days, and
 * the compiler of V8 needs some thousand calls of a function to be done with it. Some at a time, so that
 * no replies are left.
 */
const WARM_UP_COMMANDS = 3_000
const WARM_UPS = Number(process.env['WARM_UPS'] ?? 4)
const LATE_MS = 1_500
/** Replies that are not posted after so long are counted as lost. */
const DELIVERED_WITHIN_MS = 60_000
/** What is noted of the last replies takes less. */
const NOTES_MS = 300

type Kind = 'bolt' | 'eksip'

/** What one round has shown of one bot. */
interface Round {
  readonly paced: Measured
  readonly few: Measured
  readonly many: Measured
}

interface Measured {
  /** From when a command was due or sent until it was acknowledged, in ms, shortest first. */
  readonly latencies: readonly number[]
  /** Commands that were acknowledged in a second. */
  readonly perSecond: number
  /** The same, until the last reply was posted. */
  readonly repliedPerSecond: number
  /** Microseconds of CPU time for each command. */
  readonly cpu: number
}

let sent = 0
/** Replies: on their way at some time, seen by Slack's stand-in, and given up. */
const replies = { stored: 0, posted: 0, lost: 0 }
/** Answers that acknowledge nothing: how many there were of each, by bot. */
const refused = new Map<string, number>()

const programs = compiled()
const folder = mkdtempSync(path.join(tmpdir(), 'eksip-bench-'))
const database = await startEmbedded({ folder, programs: process.env['EKSIP_POSTGRES_BIN'] })
const slack = await startSlackStandIn()
const agent = new Agent({ keepAlive: true, maxSockets: 256 })
try {
  const bots = { bolt: await startBot('bolt'), eksip: await startBot('eksip') }
  for (const bot of Object.values(bots)) {
    for (let times = 0; times < WARM_UPS; times += 1) {
      await rush(bot, SENDERS.many, { commands: WARM_UP_COMMANDS })
      await delivered()
    }
  }
  const rounds: Readonly<Record<Kind, Round>>[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    // What one leaves behind for Postgres or the disk must not always meet the same one.
    const first = round % 2 === 0 ? await measure(bots.bolt) : null
    const eksip = await measure(bots.eksip)
    rounds.push({ bolt: first ?? (await measure(bots.bolt)), eksip })
  }
  report(rounds)
  for (const bot of Object.values(bots)) await bot.stop()
} finally {
  slack.close()
  slack.closeAllConnections()
  agent.destroy()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(bot: Bot): Promise<Round> {
  return {
    paced: await measured(bot, () => keepPace(bot)),
    few: await measured(bot, () => rush(bot, SENDERS.few, { ms: RUSH_MS })),
    many: await measured(bot, () => rush(bot, SENDERS.many, { ms: RUSH_MS })),
  }
}

/** With the CPU time until the last reply is posted: what follows a command belongs to it. */
async function measured(bot: Bot, work: () => Promise<Sent>): Promise<Measured> {
  const before = await bot.cpuMicros()
  const started = performance.now()
  const { latencies, perSecond } = await work()
  await delivered()
  const seconds = (performance.now() - started) / 1_000
  await setTimeout(NOTES_MS)
  return {
    latencies: latencies.toSorted((a, b) => a - b),
    perSecond,
    repliedPerSecond: latencies.length / seconds,
    cpu: ((await bot.cpuMicros()) - before) / latencies.length,
  }
}

/** Commands that were acknowledged. */
type Sent = Pick<Measured, 'latencies' | 'perSecond'>

async function delivered(): Promise<void> {
  const until = performance.now() + DELIVERED_WITHIN_MS
  const isWaiting = () => replies.posted + replies.lost < replies.stored
  while (isWaiting() && performance.now() < until) await setTimeout(20)
  replies.lost = replies.stored - replies.posted
}

/** Sends each command when it is due, whatever became of those before. */
async function keepPace(bot: Bot): Promise<Sent> {
  const started = performance.now()
  const latencies: number[] = []
  const all = Array.from({ length: PER_SECOND * SECONDS }, async (_, index) => {
    const due = started + (index * 1_000) / PER_SECOND
    await setTimeout(Math.max(0, due - performance.now()))
    if (await send(bot)) latencies.push(performance.now() - due)
  })
  await Promise.all(all)
  return { latencies, perSecond: latencies.length / SECONDS }
}

/** Each sender sends its next command when the one before was answered, for so long or so many. */
async function rush(
  bot: Bot,
  senders: number,
  until: { readonly ms: number } | { readonly commands: number },
): Promise<Sent> {
  const started = performance.now()
  const [ms, commands] = 'ms' in until ? [until.ms, Infinity] : [Infinity, until.commands]
  const latencies: number[] = []
  let begun = 0
  let inTime = 0
  const sendOn = async () => {
    for (let at = started; at - started < ms && begun < commands; at = performance.now()) {
      begun += 1
      if (!(await send(bot))) continue
      latencies.push(performance.now() - at)
      if (performance.now() - started < ms) inTime += 1
    }
  }
  await Promise.all(Array.from({ length: senders }, sendOn))
  return { latencies, perSecond: (inTime * 1_000) / ms }
}

/** A command of one of 200 people in one of 2,000 channels of 20 workspaces; whether it was acknowledged. */
async function send({ url, kind }: Bot): Promise<boolean> {
  sent += 1
  const team = `T${sent % 20}`
  const body = new URLSearchParams({
    team_id: team,
    channel_id: `C${sent % 2_000}`,
    channel_name: 'capacity',
    user_id: `U${sent % 200}`,
    user_name: 'ada',
    command: '/eksip',
    text: `t3.2xlarge ${1 + (sent % 900)} nodes ${5_000 + (sent % 97)} pods warm-ip=2`,
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
  if (!answer.includes('in_channel')) {
    const refusal = `${kind}: ${answer}`
    refused.set(refusal, (refused.get(refusal) ?? 0) + 1)
    return false
  }
  if (kind === 'eksip') replies.stored += 1
  return true
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
    // A connection that was not used for some seconds may be closed just now.
    sending.on('error', (error) =>
      sending.reusedSocket ? resolve(post(url, body, headers)) : reject(error),
    )
    sending.end(body)
  })
}

interface Bot {
  readonly kind: Kind
  readonly url: string
  /** What the process has taken so far. */
  cpuMicros(): Promise<number>
  stop(): Promise<void>
}

/** The folder of the bots' programs, compiled as those of the image are. */
function compiled(): string {
  const root = fileURLToPath(new URL('..', import.meta.url))
  execFileSync('npx', ['tsc', '-p', 'tsconfig.bench.json'], { cwd: root, stdio: 'inherit' })
  const migrations = path.join('prisma', 'migrations')
  cpSync(path.join(root, migrations), path.join(root, 'dist/bench', migrations), {
    recursive: true,
  })
  return path.join(root, 'dist/bench/bench')
}

/** In a process of its own. */
async function startBot(kind: Kind): Promise<Bot> {
  const child = fork(path.join(programs, `slack-${kind}.js`), {
    execArgv: [],
    env: {
      ...process.env,
      DATABASE_URL: servingUrl(),
      MIGRATION_DATABASE_URL: database.url,
      SLACK_API_URL: slackUrl(),
      SECRET,
    },
  })
  const url = z.string().parse(await said(child))
  return {
    kind,
    url,
    async cpuMicros() {
      child.send('cpu')
      return z.number().parse(await said(child))
    },
    async stop() {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
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
  const server = createServer((incoming, response) => {
    incoming.resume().on('end', () => {
      if (incoming.url === '/api/chat.postMessage') replies.posted += 1
      const ts = `${Math.floor(Date.now() / 1_000)}.${String(replies.posted % 1_000_000).padStart(6, '0')}`
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

/** Of the account that row level security binds; it is made with the migrations. */
function servingUrl(): string {
  const url = new URL(database.url)
  url.username = 'eksip_bot'
  return url.href
}

function slackUrl(): string {
  const bound = slack.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  return `http://127.0.0.1:${bound.port}/api/`
}

type Rounds = readonly Readonly<Record<Kind, Round>>[]

/** Each figure as the median of all rounds, with the lowest and the highest. */
function report(rounds: Rounds): void {
  const rows = [
    ['', 'Bolt, no-op', 'eksip', 'eksip / Bolt'],
    [`acknowledged at ${PER_SECOND}/s, p50 (ms)`, ...late(rounds, 'paced', 0.5)],
    ...latenessAndCpu(rounds, 'paced'),
    ...(['few', 'many'] as const).flatMap((pace) => [
      [
        `commands/s of ${SENDERS[pace]} senders`,
        ...columns(rounds, (round) => round[pace].perSecond),
      ],
      ['  with all replies posted', ...columns(rounds, (round) => round[pace].repliedPerSecond)],
      ...latenessAndCpu(rounds, pace),
    ]),
  ]
  for (const [name = '', ...cells] of rows) {
    console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(22)).join(''))
  }
  for (const [refusal, count] of refused) console.log(`${count} × ${refusal.slice(0, 160)}`)
  const notAcknowledged = [...refused.values()].reduce((sum, count) => sum + count, 0)
  console.log(`${sent} commands were sent, and ${notAcknowledged} not acknowledged.`)
  console.log(`${replies.posted} replies were posted, and ${replies.stored} expected.`)
}

function latenessAndCpu(rounds: Rounds, pace: keyof Round): readonly (readonly string[])[] {
  return [
    ['  p99 (ms)', ...late(rounds, pace, 0.99)],
    ['  after 1.5 s (%)', ...columns(rounds, (round) => lateShare(round[pace].latencies) * 100)],
    ['  CPU for each (ms)', ...columns(rounds, (round) => round[pace].cpu / 1_000)],
  ]
}

function late(rounds: Rounds, pace: keyof Round, share: number): readonly string[] {
  return columns(rounds, (round) => quantile(round[pace].latencies, share))
}

function columns(rounds: Rounds, figure: (round: Round) => number): readonly string[] {
  return [
    spread(rounds.map(({ bolt }) => figure(bolt))),
    spread(rounds.map(({ eksip }) => figure(eksip))),
    spread(rounds.map(({ bolt, eksip }) => figure(eksip) / figure(bolt)).filter(Number.isFinite)),
  ]
}

function spread(values: readonly number[]): string {
  if (values.length === 0) return ''
  const ordered = values.toSorted((a, b) => a - b)
  const [low, median, high] = [0, 0.5, 1].map((share) => rounded(quantile(ordered, share)))
  return `${median} (${low}–${high})`
}

function quantile(ordered: readonly number[], share: number): number {
  return ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)] ?? 0
}

function lateShare(latencies: readonly number[]): number {
  return latencies.filter((ms) => ms > LATE_MS).length / latencies.length
}

function rounded(value: number): string {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)
}
