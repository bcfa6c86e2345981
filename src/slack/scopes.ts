/** What the bot asks a workspace for. `commands`: to be called. */
export const SCOPES = ['commands'] as const
