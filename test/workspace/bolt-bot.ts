import { Server } from 'node:http'

import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt'

import { seedManifest } from '../../src/workspace/state/seed.ts'
import {
  startWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../src/workspace/workspace.ts'

const signingSecret = 'the secret of this test'
const botToken = 'xoxb-for-tests'
const appToken = 'xapp-for-tests'
const logLevel = LogLevel.ERROR

/** An unchanged Bolt app in a workspace, reached by HTTP or over a socket. */
export type BoltScene = { readonly workspace: Workspace; stop(): Promise<void> }

/** Starts both; `listen` adds what the app does. */
export async function startBolt(
  delivery: 'http' | 'socket',
  listen: (app: App) => void,
  options: Partial<WorkspaceOptions> = {},
): Promise<BoltScene> {
  const bot = { port: 0 }
  const workspace = await startWorkspace({
    port: 0,
    delivery,
    botUrl: () => `http://127.0.0.1:${bot.port}/slack/events`,
    signingSecret,
    botToken,
    appToken,
    manifest: { ...seedManifest, shortcuts },
    ...options,
  })
  const clientOptions = { slackApiUrl: workspace.apiUrl }
  const receiver =
    delivery === 'http'
      ? new HTTPReceiver({ signingSecret, logLevel })
      : new SocketModeReceiver({
          appToken,
          logLevel,
          clientPingTimeout: 300,
          installerOptions: { clientOptions },
        })
  const app = new App({ receiver, token: botToken, logLevel, clientOptions })
  listen(app)
  const started: unknown = await app.start(0)
  bot.port = started instanceof Server ? portOf(started) : 0
  return {
    workspace,
    async stop() {
      await app.stop()
      await workspace.stop()
    },
  }
}

const shortcuts = [
  { type: 'message', name: 'Ask', description: 'Asks about a message', callback_id: 'ask' },
] as const

/** The port of a server that listens. */
export function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
