import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import type { SlackConfig } from './config.ts'
import type { Manifest } from './workspace/state/manifest.ts'

/** Something that runs until it is stopped. */
export interface Running {
  stop(): Promise<void>
}

/** Starts the bot under an identity, on an address; `publicUrl` makes of it the one for people. */
export type StartBot = (
  identity: SlackConfig,
  address: { readonly port: number; readonly host: string },
  options: {
    readonly publicUrl: ((own: string) => string) | null
    readonly keepPeopleMs?: number
    readonly linkKey?: string
  },
) => Promise<Running & { readonly url: string }>

/** How the local workspace is started. */
export interface LocalOptions {
  /** Of the page. */
  readonly port: number
  /** Where messages are kept beside the embedded server's data. */
  readonly folder: string
  readonly isProduction: boolean
  /** True: without the messages and runs of before. */
  readonly isFresh: boolean
  /** Deletes the runs of a workspace. */
  readonly forget: (workspace: string) => Promise<void>
}

const HOST = '127.0.0.1'

/** On the page one changes one's language to see what the bot makes of it. */
const KEEP_PEOPLE_MS = 500

/** The same at each start, unlike the secrets: no stranger reaches the addresses of this machine. */
const LINK_KEY = 'local'

/**
 * The bot beside a Slack workspace of its own on this machine, with secrets made for this run.
 * @throws where another local workspace is open in that folder, or the port is taken.
 */
export async function startLocally(options: LocalOptions, startBot: StartBot): Promise<Running> {
  // A development tool: what serves production never loads it.
  const { claimFolder } = await import('./workspace/claim-folder.ts')
  const claim = await claimFolder(options.folder)
  const both = await startBoth(options, startBot)
  await claim.open(both.url)
  process.stdout.write(`\n  eksip answers in a local Slack workspace: ${both.url}\n\n`)
  return {
    async stop() {
      await both.stop()
      await claim.release()
    },
  }
}

async function startBoth(
  { port, folder, isFresh, isProduction, forget }: LocalOptions,
  startBot: StartBot,
): Promise<Running & { readonly url: string }> {
  const { startWorkspace } = await import('./workspace/workspace.ts')
  const signingSecret = randomBytes(32).toString('hex')
  const botToken = `xoxb-${randomBytes(16).toString('hex')}`
  let botUrl = ''
  const workspace = await startWorkspace({
    port,
    signingSecret,
    botToken,
    botUrl: () => botUrl,
    // Links lead to the bot on this machine.
    manifest: { ...(await ownManifest()), unfurlDomains: [HOST] },
    stateFile: path.resolve(folder, 'workspace.json'),
    fresh: isFresh,
    isProduction,
  })
  if (isFresh) await forget(workspace.teamId)
  const bot = await startBot(
    {
      kind: 'one-workspace',
      signingSecret,
      botToken,
      appToken: null,
      apiUrl: workspace.apiUrl,
    },
    { port: await portBeside(port), host: HOST },
    { publicUrl: (own) => own, keepPeopleMs: KEEP_PEOPLE_MS, linkKey: LINK_KEY },
  )
  botUrl = bot.url
  return {
    url: workspace.url,
    async stop() {
      await bot.stop()
      await workspace.stop()
    },
  }
}

/** The next port, so that links to runs lead to the bot after a restart too; any one where it is taken. */
async function portBeside(port: number): Promise<number> {
  if (port === 0 || port === 65_535) return 0
  const probe = createServer().listen(port + 1, HOST)
  const isFree = await once(probe, 'listening').then(
    () => true,
    () => false,
  )
  if (isFree) await once(probe.close(), 'close')
  return isFree ? port + 1 : 0
}

/** What the bot offers, in the form in which Slack gets it too. */
async function ownManifest(): Promise<Manifest> {
  const [{ parse }, { readManifest }, text] = await Promise.all([
    import('yaml'),
    import('./workspace/state/read-manifest.ts'),
    readFile(new URL('../deploy/slack-manifest.yaml', import.meta.url), 'utf8'),
  ])
  return readManifest(parse(text))
}
