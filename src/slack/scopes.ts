/** What a workspace may refuse: without them, links to runs are shown as they are. */
export const OPTIONAL_SCOPES = ['links:read', 'links:write'] as const

/**
 * What the bot asks a workspace for; deploy/slack-manifest.yaml says why, scope by scope, and a test
 * compares the two.
 */
export const SCOPES = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:history',
  'users:read',
  'channels:read',
  'im:write',
  'files:write',
  ...OPTIONAL_SCOPES,
] as const
