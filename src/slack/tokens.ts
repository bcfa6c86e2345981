import type { Installation, InstallationStore } from '@slack/bolt'
import type { SlackConfig } from '../config.ts'
import type { Installations } from '../history/installations.ts'
import { withDeadline } from './deadline.ts'
import { expiringMap } from './expiring-map.ts'
import { installationStore } from './installation-store.ts'

/** The installations of the bot, remembered for a moment so that a command costs no look-up. */
export interface Tokens {
  /** The bot token of a workspace or organization. Throws where there is none. */
  of(installation: string): Promise<string>
  /** Forgets what it remembers, here; other replicas do within `KEEP_MS`. */
  forget(installation: string): void
  /** As Bolt wants it; `null` where one token from the settings serves the one workspace. */
  readonly store: InstallationStore | null
}

/** A removed installation is of no use after it, on any replica. */
const KEEP_MS = 4_000
const MOST_INSTALLATIONS = 10_000
/** Whoever waits longer is too late for Slack. */
const FIND_WITHIN_MS = 1_500

export function createTokens(
  slack: SlackConfig,
  installations: Installations,
  now: () => number = Date.now,
): Tokens {
  if (slack.kind === 'one-workspace') {
    return { of: () => Promise.resolve(slack.botToken), forget: () => undefined, store: null }
  }
  const kept = installationStore(installations, slack.tokenKey)
  const known = expiringMap<Promise<Installation>>(MOST_INSTALLATIONS, now)

  const find = (owner: string, isEnterpriseInstall: boolean): Promise<Installation> => {
    const remembered = known.get(owner)
    if (remembered) return remembered
    const query = isEnterpriseInstall
      ? { isEnterpriseInstall, enterpriseId: owner, teamId: undefined }
      : { isEnterpriseInstall, teamId: owner, enterpriseId: undefined }
    const found = withDeadline(kept.fetchInstallation(query), FIND_WITHIN_MS)
    known.set(owner, found, KEEP_MS)
    // A failure is not remembered: the next request tries again.
    found.catch(() => known.delete(owner))
    return found
  }

  return {
    async of(owner) {
      const { bot } = await find(owner, isOrganization(owner))
      if (!bot) throw new Error(`the installation of ${owner} has no bot token`)
      return bot.token
    },
    forget: (owner) => known.delete(owner),
    store: {
      ...kept,
      fetchInstallation: ({ isEnterpriseInstall, enterpriseId, teamId }) =>
        find((isEnterpriseInstall ? enterpriseId : teamId) ?? '', isEnterpriseInstall),
      async storeInstallation(installation) {
        await kept.storeInstallation(installation)
        known.delete(installation.team?.id ?? '')
        known.delete(installation.enterprise?.id ?? '')
      },
    },
  }
}

/** Slack's ids of organizations begin with E, those of workspaces with T. */
function isOrganization(owner: string): boolean {
  return owner.startsWith('E')
}
