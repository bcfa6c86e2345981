import type { Core } from './core.ts'
import { createCore } from './create-core.ts'
import type { SocketConnections } from './delivery/socket-connections.ts'
import type { Faults } from './faults.ts'
import type { TrafficEntry } from './http/page-contract.ts'
import { close, createWorkspaceServer, listen } from './http/server.ts'
import { uninstall } from './interaction/uninstall.ts'
import type { WorkspaceOptions } from './options.ts'
import { createLiveState } from './state/live-state.ts'
import { requireChannel, requireUser, visibleMessages } from './state/lookup.ts'
import type { Message, State } from './state/model.ts'
import { keepState, readState } from './state/saved-state.ts'
import { seed } from './state/seed.ts'
import { Player } from './played/player.ts'
import type { WorkspaceUser } from './played/workspace-user.ts'

export type { WorkspaceOptions }

/** A running Slack workspace on this machine. */
export type Workspace = {
  /** Slack's id of the workspace. */
  readonly teamId: string
  /** The page's address. */
  readonly url: string
  /** The base of the Web API, with the slash at its end, for `slackApiUrl`. */
  readonly apiUrl: string
  /** Where an app sends people who install it, for `authorizationUrl`. */
  readonly authorizationUrl: string
  /** What shall go wrong with the bot's next calls. */
  readonly faults: Faults
  /** The connections of Socket Mode. */
  readonly sockets: Pick<SocketConnections, 'count' | 'disconnect'>
  /** Somebody who acts in the workspace, by handle or id. */
  user(name: string): WorkspaceUser
  /** What stands in a channel, oldest first: all of it, or what one user sees. */
  messages(channel: string, forUser?: string): readonly Message[]
  /** The last requests between workspace and bot, oldest first, without their secrets. */
  traffic(): readonly TrafficEntry[]
  /** An admin takes the app out; its token ends and it is told. */
  uninstallApp(): void
  stop(): Promise<void>
}

/**
 * Starts a strict local Slack with a web page. It listens on 127.0.0.1 only.
 * @throws in production, and when the port is taken.
 */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  if (options.isProduction === true) {
    throw new Error('The local Slack workspace is a tool for development: production has Slack.')
  }
  const warn = options.warn ?? ((sentence) => void process.stderr.write(`${sentence}\n`))
  const stateFile = options.stateFile ?? null
  const live = createLiveState(
    await readState(options.fresh === true ? null : stateFile, seed, warn),
  )
  const saving = stateFile === null ? undefined : keepState(stateFile, live, warn)
  const address = { origin: '' }
  const running = createCore(options, live, () => address.origin)
  const { core } = running
  const server = createWorkspaceServer(core)
  core.sockets.attach(server)
  const port = await listen(server, options.port)
  address.origin = `http://127.0.0.1:${port}`
  return {
    ...play(core, options.patienceMs ?? 5000),
    async stop() {
      running.stop()
      await close(server)
      await saving?.stop()
    },
  }
}

function play(core: Core, patienceMs: number): Omit<Workspace, 'stop'> {
  const origin = core.origin()
  return {
    teamId: core.live.current().team.id,
    url: `${origin}/`,
    apiUrl: `${origin}/api/`,
    authorizationUrl: `${origin}/oauth/v2/authorize`,
    faults: core.faults,
    sockets: core.sockets,
    user: (name) => new Player(core, requireUser(core.live.current(), name), patienceMs),
    messages: (channel, forUser) => readMessages(core.live.current(), channel, forUser),
    traffic: () => core.traffic.entries(),
    uninstallApp: () => uninstall(core, 'account_inactive'),
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
