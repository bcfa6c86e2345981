import { randomUUID } from 'node:crypto'

import { createCore } from './core.ts'
import { close, createWorkspaceServer, listen } from './http/server.ts'
import { createLiveState } from './state/live-state.ts'
import { requireChannel, requireUser, visibleMessages } from './state/lookup.ts'
import type { Message, State } from './state/model.ts'
import { seed, seedManifest } from './state/seed.ts'
import { playUser, type WorkspaceUser } from './user.ts'

/** How a workspace is started. */
export type WorkspaceOptions = {
  /** 0 takes any free port. */
  readonly port: number
  /** Where the bot takes requests, such as `http://127.0.0.1:3000/slack/events`. */
  readonly botUrl: () => string
  readonly signingSecret: string
  readonly botToken: string
  /** The time in ms since 1970; the computer's clock if not given. */
  readonly now?: () => number
  /** How long the bot may take to acknowledge: Slack's 3,000 ms if not given. */
  readonly ackWithinMs?: number
  /** How long a played user waits for an answer: 5,000 ms if not given. */
  readonly patienceMs?: number
}

/** A running Slack workspace on this machine. */
export type Workspace = {
  /** The page's address. */
  readonly url: string
  /** The base of the Web API, with the slash at its end, for `slackApiUrl`. */
  readonly apiUrl: string
  /** Somebody who acts in the workspace, by handle or id. */
  user(name: string): WorkspaceUser
  /** What stands in a channel, oldest first: all of it, or what one user sees. */
  messages(channel: string, forUser?: string): readonly Message[]
  stop(): Promise<void>
}

/** Starts a strict local Slack with a web page. It listens on 127.0.0.1 only. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const address = { origin: '' }
  const core = createCore({
    live: createLiveState(seed),
    manifest: seedManifest,
    door: {
      botUrl: options.botUrl,
      signingSecret: options.signingSecret,
      nowMs: options.now ?? Date.now,
      ackWithinMs: options.ackWithinMs ?? 3000,
    },
    newId: randomUUID,
    origin: () => address.origin,
    botToken: options.botToken,
  })
  const server = createWorkspaceServer(core)
  const port = await listen(server, options.port)
  address.origin = `http://127.0.0.1:${port}`
  return {
    url: `${address.origin}/`,
    apiUrl: `${address.origin}/api/`,
    user: (name) =>
      playUser(core, requireUser(core.live.current(), name), options.patienceMs ?? 5000),
    messages: (channel, forUser) => readMessages(core.live.current(), channel, forUser),
    stop: () => close(server),
  }
}

function readMessages(state: State, spec: string, forUser?: string): readonly Message[] {
  if (forUser !== undefined) {
    const reader = requireUser(state, forUser)
    return visibleMessages(state, requireChannel(state, spec, reader.id).id, reader.id)
  }
  const channel = state.channels.find(({ id, name }) => id === spec || `#${name}` === spec)
  if (channel === undefined) throw new Error(`no channel ${spec} in this workspace`)
  return visibleMessages(state, channel.id)
}
