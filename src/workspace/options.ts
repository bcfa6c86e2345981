import type { OAuthApp } from './issued/installs.ts'
import type { Manifest } from './state/manifest.ts'

/** How a workspace is started. */
export type WorkspaceOptions = {
  /** 0 takes any free port. */
  readonly port: number
  /**
   * Where the bot takes requests, such as `http://127.0.0.1:3000/slack/events`. Asked each time;
   * not needed with Socket Mode.
   */
  readonly botUrl?: () => string
  readonly signingSecret: string
  readonly botToken: string
  /** How the bot is told of things: by `http` requests if not given. */
  readonly delivery?: 'http' | 'socket'
  /** The `xapp-…` token with which the bot opens connections for Socket Mode. */
  readonly appToken?: string
  /** What the app offers, may do and is told: that of `state/seed.ts` if not given. */
  readonly manifest?: Manifest
  /** Lets the app be installed by a link. */
  readonly oauth?: OAuthApp
  /** Whether the app is installed from the start; it is if not given. */
  readonly isInstalled?: boolean
  /** A file that keeps the workspace over restarts; none if not given. */
  readonly stateFile?: string | null
  /** Begins anew, whatever the file says. */
  readonly fresh?: boolean
  /** Takes sentences that a person should read; they go to standard error if not given. */
  readonly warn?: (sentence: string) => void
  /** True where the program runs in production: there the workspace refuses to start. */
  readonly isProduction?: boolean
  /** The time in ms since 1970; the computer's clock if not given. */
  readonly now?: () => number
  /** How long the bot may take to acknowledge: Slack's 3,000 ms if not given. */
  readonly ackWithinMs?: number
  /** How long to wait before each retry of an event: Slack's 0, 60,000 and 300,000 ms if not given. */
  readonly eventRetryDelaysMs?: readonly number[]
  /** How long a played user waits for an answer: 5,000 ms if not given. */
  readonly patienceMs?: number
}
