import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'
import type { SlackConfig } from '../config.ts'
import { boltLogger } from './bolt-logger.ts'
import { expiringMap } from './expiring-map.ts'
import { leanFetch } from './lean-fetch.ts'
import type { Tokens } from './tokens.ts'
import { callWeb, type WebAnswer } from './web-call.ts'

/** Ways to call Slack's Web API, each with the token of one installation. */
export interface Clients {
  /** @throws where the bot is not installed there, or that cannot be found out. */
  of(installation: string): Promise<WebClient>
  /**
   * Calls a method such as `chat.postMessage` once, at little cost.
   * @throws NoTokenError, and where no connection is made, or no answer comes.
   */
  call(installation: string, method: string, values: object): Promise<WebAnswer>
}

/** Nothing was sent: no token was found. */
export class NoTokenError extends Error {
  override readonly name = 'NoTokenError'
}

/** Bolt keeps a client for each token for ever, and tokens come and go. */
const MOST_CLIENTS = 1_000
const KEEP_MS = 60 * 60 * 1_000

const WEB_API = 'https://slack.com/api/'

export function slackClients(
  slack: SlackConfig,
  tokens: Pick<Tokens, 'of'>,
  logger: Logger,
): Clients {
  const clients = expiringMap<WebClient>(MOST_CLIENTS, Date.now)
  const root = (slack.apiUrl ?? WEB_API).replace(/\/?$/, '/')
  return {
    async of(installation) {
      const token = await tokens.of(installation)
      const known = clients.get(token)
      if (known) return known
      const client = new WebClient(token, { ...clientOptions(slack), logger: boltLogger(logger) })
      clients.set(token, client, KEEP_MS)
      return client
    },
    async call(installation, method, values) {
      const token = await tokens.of(installation).catch((error: unknown) => {
        throw new NoTokenError(`no token of ${installation}`, { cause: error })
      })
      return callWeb(new URL(method, root), token, values)
    },
  }
}

/**
 * Nothing is retried here: a post that is retried may be posted twice, and a client that waits after
 * a 429 keeps all other channels waiting. What has to wait waits in the outbox.
 */
export function clientOptions({ apiUrl }: SlackConfig): WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 4_000,
    fetch: leanFetch,
  }
}
