import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readFile } from 'node:fs/promises'
import { afterAll } from 'vitest'
import { parse } from 'yaml'
import { readManifest } from '../../src/workspace/state/read-manifest.ts'
import { openBot, type TestBot } from '../slack/bot.ts'
import { freshDatabase } from '../support/database.ts'

const APP_TOKEN = 'xapp-of-these-tests'

/** How the bot is told of things. */
export type Delivery = 'http' | 'socket'

/** The bot and its workspace, on a database and a state file that outlive both. */
export interface Scene {
  readonly bot: () => TestBot
  readonly url: () => string
  /** Ends both, and starts them again at the same address on what they kept. */
  readonly restart: () => Promise<void>
}

/** Sets the scene as `npm start` does. To be called at the top of a test file. */
export async function setScene(delivery: Delivery): Promise<Scene> {
  const database = await freshDatabase()
  const folder = await mkdtemp(path.join(tmpdir(), 'eksip-end-to-end-'))
  const manifest = readManifest(
    parse(await readFile(new URL('../../deploy/slack-manifest.yaml', import.meta.url), 'utf8')),
  )
  const isSocket = delivery === 'socket'
  const start = (port: number) =>
    openBot(database, {
      workspace: {
        port,
        manifest,
        stateFile: path.join(folder, 'workspace.json'),
        ...(isSocket ? { delivery, appToken: APP_TOKEN } : {}),
      },
      ...(isSocket
        ? { slack: (one) => ({ ...one, appToken: APP_TOKEN, signingSecret: null }) }
        : {}),
    })
  let bot = await start(0)
  afterAll(async () => {
    await bot.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const url = () => bot.workspace.url
  return {
    bot: () => bot,
    url,
    async restart() {
      const port = Number(new URL(url()).port)
      await bot.stop()
      bot = await start(port)
    },
  }
}
