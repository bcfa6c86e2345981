import { randomUUID } from 'node:crypto'

import type { Core } from './core.ts'
import { createAnnouncer, slackRetryDelaysMs } from './delivery/announcer.ts'
import { eventsOf } from './delivery/events.ts'
import { createHttpDoor } from './delivery/http-door.ts'
import { createSockets } from './delivery/socket-door.ts'
import { createFaults } from './faults.ts'
import { createInstalls } from './issued/installs.ts'
import { createSuggestions } from './issued/suggestions.ts'
import { createTokens } from './issued/tokens.ts'
import { createTriggers } from './issued/triggers.ts'
import { createUploads } from './issued/uploads.ts'
import { createIssuedUrls } from './issued/urls.ts'
import type { WorkspaceOptions } from './options.ts'
import type { LiveState } from './state/live-state.ts'
import { seedManifest } from './state/seed.ts'
import { createTraffic } from './traffic.ts'

/** A core, and how it is stopped. */
export type RunningCore = { readonly core: Core; stop(): void }

/** Puts together what the parts of a workspace share. Nothing listens yet. */
export function createCore(
  options: WorkspaceOptions,
  live: LiveState,
  origin: () => string,
): RunningCore {
  const { signingSecret, botToken, appToken, oauth, ackWithinMs = 3000 } = options
  const nowMs = options.now ?? Date.now
  const newId = randomUUID
  const manifest = options.manifest ?? seedManifest
  const verificationToken = newId()
  const { team, app } = live.current()
  const tokens = createTokens({ botToken, appToken, newId })
  if (options.isInstalled !== false) tokens.grantBot(manifest.botScopes)
  const secrets = () => [
    signingSecret,
    verificationToken,
    oauth?.clientSecret ?? '',
    ...tokens.values(),
  ]
  const traffic = createTraffic({ nowMs, newId, secrets })
  const sockets = createSockets({ appId: app.id, origin, newId, nowMs, ackWithinMs, traffic })
  const botUrl = options.botUrl ?? noBot
  const httpDoor = createHttpDoor({ botUrl, signingSecret, nowMs, ackWithinMs, traffic })
  const door = options.delivery === 'socket' ? sockets.door : httpDoor
  const retryDelaysMs = options.eventRetryDelaysMs ?? slackRetryDelaysMs
  const announcer = createAnnouncer({ door, live, verificationToken, newId, nowMs, retryDelaysMs })
  live.subscribe((change) => {
    for (const event of eventsOf(live.current(), manifest, change)) announcer.announce(event)
  })
  const core: Core = {
    live,
    manifest,
    nowMs,
    newId,
    origin,
    verificationToken,
    responseUrls: createIssuedUrls({ origin, newId, nowMs, teamId: team.id }),
    triggers: createTriggers({ newId, nowMs, teamId: team.id }),
    tokens,
    suggestions: createSuggestions(),
    uploads: createUploads(newId),
    installs: createInstalls(oauth, { nowMs, newId }),
    faults: createFaults(),
    traffic,
    sockets: sockets.connections,
    send: door,
    announce: (event) => announcer.announce(event),
  }
  return {
    core,
    stop() {
      announcer.stop()
      sockets.connections.stop()
    },
  }
}

function noBot(): string {
  throw new Error('no botUrl was given')
}
