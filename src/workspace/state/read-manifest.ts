import { z } from 'zod'

import type { Manifest } from './manifest.ts'

const text = z.string().default('')
const names = z.array(z.string()).default([])

const slackManifest = z.object({
  features: z
    .object({
      slash_commands: z
        .array(z.object({ command: z.string(), description: text, usage_hint: text }))
        .default([]),
      shortcuts: z
        .array(
          z.object({
            type: z.enum(['message', 'global']),
            name: z.string(),
            description: text,
            callback_id: z.string(),
          }),
        )
        .default([]),
      unfurl_domains: names,
    })
    .prefault({}),
  oauth_config: z
    .object({ scopes: z.object({ bot: names, bot_optional: names }).prefault({}) })
    .prefault({}),
  settings: z
    .object({ event_subscriptions: z.object({ bot_events: names }).prefault({}) })
    .prefault({}),
})

/**
 * Takes from a manifest in Slack's form, already parsed from YAML or JSON, what the workspace goes
 * by. Throws a ZodError when it is of another form.
 * https://docs.slack.dev/reference/app-manifest
 */
export function readManifest(manifest: unknown): Manifest {
  const { features, oauth_config: oauth, settings } = slackManifest.parse(manifest)
  return {
    commands: features.slash_commands,
    shortcuts: features.shortcuts,
    // Whoever installs the app here refuses nothing.
    botScopes: [...oauth.scopes.bot, ...oauth.scopes.bot_optional],
    botEvents: settings.event_subscriptions.bot_events,
    unfurlDomains: features.unfurl_domains,
  }
}
