import { App, HTTPReceiver, type HTTPReceiverOptions } from '@slack/bolt'
import type { SlackConfig } from '../config.ts'
import type { Installations } from '../history/installations.ts'
import { boltLogger } from './bolt-logger.ts'
import { BODY_LIMIT_BYTES } from './gate.ts'
import { healthRoutes, type IsReady } from './health.ts'
import { installationStore } from './installation-store.ts'
import { addListeners, type ListenerContext } from './listeners.ts'
import { SCOPES } from './scopes.ts'
import { arrivalOf, DRAIN_MS, startServer, type BotServer } from './server.ts'
import { countUnderWay } from './under-way.ts'

export interface SlackOptions extends Omit<ListenerContext, 'underWay'> {
  readonly slack: SlackConfig
  readonly installations: Installations
  readonly address: { readonly port: number; readonly host: string }
  readonly isReady: IsReady
}

/**
 * Starts the bot's HTTP server with Bolt behind it.
 * @throws when Slack refuses the token, or the port is taken.
 */
export async function startSlack(options: SlackOptions): Promise<BotServer> {
  const { slack, logger, address } = options
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    bodyLimit: BODY_LIMIT_BYTES,
    logger: boltLogger(logger),
    customRoutes: healthRoutes(options.isReady),
    customPropertiesExtractor: (request) => ({ arrivedAt: arrivalOf(request) }),
    ...installOptions(options),
  })
  const app = new App({
    receiver,
    // Without a token, Bolt asks the receiver's installations for the one of each workspace.
    ...(slack.kind === 'one-workspace' ? { token: slack.botToken } : {}),
    logger: boltLogger(logger),
    // The store that Bolt brings is neither shared by replicas nor keyed by workspace.
    convoStore: false,
    deferInitialization: true,
    clientOptions: clientOptions(slack),
  })
  const underWay = countUnderWay()
  addListeners(app, { ...options, underWay })
  await app.init()
  const server = await startServer(receiver.requestListener, address)
  return {
    url: server.url,
    async stop() {
      await server.stop()
      await underWay.done(DRAIN_MS)
    },
  }
}

function installOptions({ slack, installations }: SlackOptions): Partial<HTTPReceiverOptions> {
  if (slack.kind === 'one-workspace') return {}
  const { clientId, clientSecret, stateSecret, apiUrl, tokenKey } = slack
  return {
    clientId,
    clientSecret,
    stateSecret,
    scopes: [...SCOPES],
    installationStore: installationStore(installations, tokenKey),
    installerOptions: {
      directInstall: true,
      clientOptions: clientOptions(slack),
      ...(apiUrl === null ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
    },
  }
}

/** Nobody waits for 30 minutes of retries, and a post that is retried may be posted twice. */
function clientOptions({ apiUrl }: SlackConfig) {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 4_000,
  }
}
