import { createHash, randomBytes } from 'node:crypto'
import type { InstallURLOptions, StateStore } from '@slack/bolt'
import { z } from 'zod'
import type { OauthStates } from '../history/oauth-states.ts'

/** Somebody who installs the bot has this long between its link and Slack's way back. */
const LIFETIME_MS = 10 * 60_000
const STATE_BYTES = 16

/** What is kept of an installation that was begun. */
const Options = z.object({ scopes: z.array(z.string()), redirectUri: z.string().optional() })

/**
 * The `state` of an installation: 128 random bits, for one use within ten minutes. Bolt puts it into
 * a cookie too and compares, so that only the browser which began an installation can end it. The
 * database keeps its hash.
 */
export function stateStore(states: OauthStates): StateStore {
  return {
    async generateStateParam({ scopes, redirectUri }, now) {
      const state = randomBytes(STATE_BYTES).toString('base64url')
      const options = { scopes: [scopes].flat(), ...(redirectUri ? { redirectUri } : {}) }
      await states.put(hashOf(state), options, new Date(now.getTime() + LIFETIME_MS))
      return state
    },
    async verifyStateParam(now, state) {
      const options = await states.take(hashOf(state), now)
      if (options === null) throw new Error('the state of an installation is not known any more')
      return installOptionsOf(options)
    },
  }
}

function installOptionsOf(options: unknown): InstallURLOptions {
  const { scopes, redirectUri } = Options.parse(options)
  return { scopes, ...(redirectUri === undefined ? {} : { redirectUri }) }
}

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex')
}
