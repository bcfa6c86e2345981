import type { Context } from '@slack/bolt'

/** Whose installation a request came by: the organization's, or the workspace's own. */
export function installationOf(
  { isEnterpriseInstall, enterpriseId }: Context,
  team: string,
): string {
  return isEnterpriseInstall && enterpriseId !== undefined ? enterpriseId : team
}
