import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt'
import type { Installations } from '../history/installations.ts'
import { open, seal } from './vault.ts'

/**
 * Keeps installations in Postgres, encrypted: a copy of the database gives nobody a token.
 * An installation for a whole organization counts for each of its workspaces.
 */
export function installationStore(installations: Installations, key: Buffer): InstallationStore {
  return {
    async storeInstallation(installation) {
      const owner = ownerOf(installation)
      await installations.put(owner, seal(JSON.stringify(installation), owner, key))
    },
    async fetchInstallation(query) {
      const owner = ownerAsked(query)
      const sealed = await installations.find(owner)
      if (!sealed) throw new Error(`eksip is not installed in ${owner}`)
      // Written by storeInstallation above, and authenticated by the cipher.
      return JSON.parse(open(sealed, owner, key))
    },
    async deleteInstallation(query) {
      await installations.remove(ownerAsked(query))
    },
  }
}

function ownerOf({ isEnterpriseInstall, enterprise, team }: Installation): string {
  const owner = isEnterpriseInstall ? enterprise?.id : team?.id
  if (owner === undefined) throw new Error('an installation without a team or an organization')
  return owner
}

function ownerAsked(query: InstallationQuery<boolean>): string {
  const owner = query.isEnterpriseInstall ? query.enterpriseId : query.teamId
  if (owner === undefined) throw new Error('a request without a team or an organization')
  return owner
}
