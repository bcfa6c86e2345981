import { setTimeout } from 'node:timers/promises'
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

/** After so long without a connection the program had better begin anew. */
const SILENT_MS = 90_000
const CONNECT_WITHIN_MS = 20_000
const STOP_WITHIN_MS = 2_000
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

/**
 * Slack's requests by Socket Mode, given to the same listeners. Bolt's client would connect again by
 * itself, but it gives up without a word on some errors; so that is done here, and seen. The client
 * does notice a connection that died, as Slack's pings stay away.
 */
export function socketDoor(app: App, options: SocketOptions): SocketDoor {
  const { logger, silentMs = SILENT_MS } = options
  const { client } = openReceiver(app, options)
  const stopping = new AbortController()
  let isConnecting = false

  const connect = () => withDeadline(client.start(), CONNECT_WITHIN_MS)
  const connectAgain = async (): Promise<boolean> => {
    const lostAt = Date.now()
    for (
      let wait = FIRST_WAIT_MS;
      !stopping.signal.aborted;
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    ) {
      await setTimeout(wait)
      if (stopping.signal.aborted || (await connect().then(isTrue, tellFailure))) return true
      if (Date.now() - lostAt > silentMs) return false
    }
    return true
  }
  const tellFailure = (error: unknown): false => {
    logger.warn({ err: error }, 'Socket Mode: connecting has failed')
    return false
  }
  const onClosed = async (): Promise<void> => {
    // A connection that could not be opened is closed, too.
    if (stopping.signal.aborted || isConnecting) return
    logger.warn('Socket Mode: the connection was closed; connecting again')
    isConnecting = true
    const isBack = await connectAgain()
    isConnecting = false
    if (isBack) return
    logger.fatal({ silentMs }, 'Socket Mode: no connection to Slack any more')
    options.onLost(new Error(`no connection to Slack for ${silentMs} ms`))
  }

  client.on('connected', () => logger.info('Socket Mode: connected to Slack'))
  return {
    async start() {
      await connect()
      client.on('disconnected', () => void onClosed())
    },
    async stop() {
      stopping.abort()
      await withDeadline(client.disconnect(), STOP_WITHIN_MS).catch(() => undefined)
    },
  }
}

function isTrue(): true {
  return true
}

function openReceiver(app: App, { appToken, clientOptions, logger }: SocketOptions) {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: boltLogger(logger),
    installerOptions: { clientOptions },
    customPropertiesExtractor: () => ({ arrivedAt: Date.now() }),
  })
  receiver.init(app)
  return receiver
}
