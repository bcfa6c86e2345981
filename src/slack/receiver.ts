import { randomBytes } from 'node:crypto'
import { HTTPReceiver, type HTTPReceiverOptions } from '@slack/bolt'
import type { Logger } from 'pino'
import type { SlackConfig } from '../config.ts'
import type { OauthStates } from '../history/oauth-states.ts'
import { boltLogger } from './bolt-logger.ts'
import { clientOptions } from './clients.ts'
import { BODY_LIMIT_BYTES } from './gate.ts'
import { healthRoutes, type IsReady } from './health.ts'
import { SCOPES } from './scopes.ts'
import { arrivalOf } from './server.ts'
import { stateStore } from './state-store.ts'
import type { Tokens } from './tokens.ts'
import { warmUp } from './warm-up.ts'

export interface ReceiverOptions {
  readonly slack: SlackConfig
  readonly tokens: Tokens
  readonly oauthStates: OauthStates
  readonly isReady: IsReady
  readonly logger: Logger
}

/** Everything that comes by HTTP: Slack's requests, installations in a browser, health checks. */
export function httpReceiver(options: ReceiverOptions): HTTPReceiver {
  const { slack, logger, isReady } = options
  const warm = warmUp()
  warm.catch((error: unknown) => logger.error({ err: error }, 'the bot could not warm up'))
  return new HTTPReceiver({
    // With Socket Mode nothing of Slack comes by HTTP, and nobody can sign with this secret.
    signingSecret: slack.signingSecret ?? randomBytes(32).toString('hex'),
    ...(slack.appToken === null ? {} : { endpoints: [] }),
    bodyLimit: BODY_LIMIT_BYTES,
    logger: boltLogger(logger),
    customRoutes: healthRoutes(isReady, warm),
    customPropertiesExtractor: (request) => ({ arrivedAt: arrivalOf(request) }),
    ...installOptions(options),
  })
}

function installOptions({
  slack,
  tokens,
  oauthStates,
}: ReceiverOptions): Partial<HTTPReceiverOptions> {
  if (slack.kind === 'one-workspace' || tokens.store === null) return {}
  const { clientId, clientSecret, apiUrl } = slack
  return {
    clientId,
    clientSecret,
    scopes: [...SCOPES],
    installationStore: tokens.store,
    installerOptions: {
      directInstall: true,
      stateStore: stateStore(oauthStates),
      clientOptions: clientOptions(slack),
      ...(apiUrl === null ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
    },
  }
}
