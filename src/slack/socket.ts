import { SocketModeReceiver, type App } from '@slack/bolt'
import type { Logger } from 'pino'
import { boltLogger } from './bolt-logger.ts'
import type { clientOptions } from './clients.ts'
import { withDeadline } from './deadline.ts'

/** The way in that the bot opens itself, for companies that let nothing in from outside. */
export interface SocketDoor {
  start(): Promise<void>
  stop(): Promise<void>
}

export interface SocketOptions {
  readonly appToken: string
  readonly clientOptions: ReturnType<typeof clientOptions>
  readonly logger: Logger
  /** Called once, when there was no connection for `silentMs`. */
  readonly onLost: (error: Error) => void
  readonly silentMs?: number
}

/**
 * The client connects again by itself, waiting longer each time, and gives up on some errors without
 * a word. After so long without a connection somebody must begin anew.
 */
const SILENT_MS = 90_000
const CONNECT_WITHIN_MS = 20_000
const STOP_WITHIN_MS = 2_000

/** Slack's requests by Socket Mode, given to the same listeners. */
export function socketDoor(app: App, options: SocketOptions): SocketDoor {
  const { logger, silentMs = SILENT_MS } = options
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    logger: boltLogger(logger),
    installerOptions: { clientOptions: options.clientOptions },
    customPropertiesExtractor: () => ({ arrivedAt: Date.now() }),
  })
  receiver.init(app)
  const watchdog = watchConnection(silentMs, () => {
    logger.fatal({ silentMs }, 'Socket Mode: no connection to Slack any more')
    options.onLost(new Error(`no connection to Slack for ${silentMs} ms`))
  })
  receiver.client.on('connected', () => {
    logger.info('Socket Mode: connected to Slack')
    watchdog.alive()
  })
  receiver.client.on('close', () => {
    logger.warn('Socket Mode: the connection was closed; connecting again')
    watchdog.silent()
  })
  return {
    async start() {
      await withDeadline(receiver.start(), CONNECT_WITHIN_MS)
    },
    async stop() {
      watchdog.alive()
      await withDeadline(receiver.client.disconnect(), STOP_WITHIN_MS).catch(() => undefined)
      watchdog.alive()
    },
  }
}

interface Watchdog {
  alive(): void
  silent(): void
}

function watchConnection(ms: number, onSilence: () => void): Watchdog {
  let timer: NodeJS.Timeout | undefined
  const alive = () => {
    clearTimeout(timer)
    timer = undefined
  }
  return {
    alive,
    silent() {
      timer ??= setTimeout(onSilence, ms)
    },
  }
}
