import type { RequestListener } from 'node:http'
import { App, type HTTPReceiver } from '@slack/bolt'
import type { Logger } from 'pino'
import type { SlackConfig } from '../config.ts'
import type { Budgets } from '../history/budgets.ts'
import type { History } from '../history/history.ts'
import type { Installations } from '../history/installations.ts'
import type { OauthStates } from '../history/oauth-states.ts'
import type { Outbox } from '../history/outbox.ts'
import type { Preferences } from '../history/preferences.ts'
import { WORDS, type Language } from '../words/words.ts'
import { boltLogger } from './bolt-logger.ts'
import { clientOptions, slackClients } from './clients.ts'
import type { ListenerContext } from './context.ts'
import { slackConversations } from './conversations.ts'
import { createCourier } from './delivery/courier.ts'
import { createFileSender } from './delivery/file-sender.ts'
import { recentEvents } from './events.ts'
import type { IsReady } from './health.ts'
import { LISTENERS } from './listeners/all.ts'
import { createPace, type Pace } from './pace.ts'
import { slackPeople } from './people.ts'
import { rememberedPreferences } from './remembered-preferences.ts'
import { httpReceiver } from './receiver.ts'
import { DRAIN_MS, startServer, type BotServer } from './server.ts'
import { linkKey, runLinks } from './run-links.ts'
import { withRunPages } from './run-page.ts'
import { socketDoor, type SocketDoor } from './socket.ts'
import { createTokens, type Tokens } from './tokens.ts'
import { countUnderWay } from './under-way.ts'

/** The address of the bot for people, given the one at which its server listens. */
export type PublicUrl = (own: string) => string

export interface SlackOptions {
  readonly slack: SlackConfig
  readonly address: { readonly port: number; readonly host: string }
  /**
   * Where people reach the bot in a browser, without a slash at its end, from where its server
   * listens. Nowhere if not given, and then runs have no links.
   */
  readonly publicUrl?: PublicUrl | null
  /** Proves that the bot gave out the link of a run; a secret of the app if not given. */
  readonly linkKey?: string
  readonly logger: Logger
  /** Where neither the reader nor Slack names one. */
  readonly language: Language
  readonly now: () => Date
  readonly history: History
  readonly budgets: Budgets
  readonly preferences: Preferences
  readonly outbox: Outbox
  readonly installations: Installations
  readonly oauthStates: OauthStates
  /** Deletes everything that is kept of a workspace which has removed the bot. */
  readonly purge: (workspace: string) => Promise<void>
  readonly isReady: IsReady
  /** The way to Slack is lost for good: the program must end, to be started again. */
  readonly onLost: (error: Error) => void
  /** For how long names and languages of people are kept, where Slack is asked again sooner. */
  readonly keepPeopleMs?: number
  /** For tests that ask more than a person would. */
  readonly pace?: Pace
}

/**
 * Starts the bot: its HTTP server with Bolt behind it, Socket Mode where an app token is given, and
 * the delivery of replies.
 * @throws when Slack refuses the token, or the port is taken.
 */
export async function startSlack(options: SlackOptions): Promise<BotServer> {
  const tokens = createTokens(options.slack, options.installations)
  const receiver = httpReceiver({ ...options, tokens })
  const app = boltApp(receiver, options)
  let ownUrl = ''
  const context = contextOf(options, tokens, () => ownUrl)
  for (const listen of LISTENERS) listen(app, context)
  await app.init()
  const server = await startServer(pagesOf(receiver, context), options.address)
  ownUrl = new URL(server.url).origin
  const socket = await openSocket(app, options).catch(async (error: unknown) => {
    await server.stop()
    throw error
  })
  const { courier, underWay } = context
  courier.start()
  return {
    url: server.url,
    async stop() {
      await Promise.all([server.stop(), socket?.stop()])
      await underWay.done(DRAIN_MS)
      await courier.stop()
    },
  }
}

function boltApp(receiver: HTTPReceiver, { slack, logger }: SlackOptions): App {
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
  acknowledgeEventsLast(app)
  return app
}

/** @param ownUrl where the server listens, once it does. */
function contextOf(options: SlackOptions, tokens: Tokens, ownUrl: () => string): ListenerContext {
  const { slack, logger, installations, publicUrl = null } = options
  const clients = slackClients(slack, tokens, logger)
  const underWay = countUnderWay()
  return {
    ...options,
    links: publicUrl && runLinks(() => publicUrl(ownUrl()), options.linkKey ?? linkKey(slack)),
    words: WORDS[options.language],
    clients,
    underWay,
    courier: createCourier({ ...options, clients, underWay, botName: '@eksip' }),
    files: createFileSender({ clients, underWay, logger }),
    preferences: rememberedPreferences(options.preferences, () => options.now().getTime()),
    people: slackPeople(clients, { keepMs: options.keepPeopleMs }),
    conversations: slackConversations(clients),
    pace: options.pace ?? createPace(),
    events: recentEvents(),
    async uninstall(installation) {
      tokens.forget(installation)
      await installations.remove(installation)
      await options.purge(installation)
      tokens.forget(installation)
    },
  }
}

/** All that comes by HTTP; where runs have addresses, those too. */
function pagesOf({ requestListener }: HTTPReceiver, context: ListenerContext): RequestListener {
  const { links } = context
  return links === null ? requestListener : withRunPages(requestListener, { ...context, links })
}

/** Socket Mode; `null` where no app token is given. */
async function openSocket(
  app: App,
  { slack, logger, onLost }: SlackOptions,
): Promise<SocketDoor | null> {
  const { appToken } = slack
  if (appToken === null) return null
  const socket = socketDoor(app, { appToken, clientOptions: clientOptions(slack), logger, onLost })
  await socket.start()
  return socket
}

/**
 * Bolt acknowledges an event before its listeners run, and then nobody sends it again if the process
 * dies. Here an event is acknowledged when its listeners are done.
 */
function acknowledgeEventsLast(app: App): void {
  const processEvent = app.processEvent.bind(app)
  app.processEvent = async (received) => {
    if (received.body['type'] !== 'event_callback') return processEvent(received)
    await processEvent({ ...received, ack: () => Promise.resolve() })
    await received.ack()
  }
}
