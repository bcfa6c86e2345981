/** How long a trigger id may be used, in ms. */
export const triggerLifetimeMs = 3000

/** Who did something, and in which modal; what a trigger id stands for. */
export type Trigger = { readonly userId: string; readonly viewId?: string | undefined }

/** Slack's names for why a trigger id is no good. */
export type TriggerError = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id'

/** The trigger ids that were given to the bot. */
export type Triggers = {
  /** A new id in Slack's form: three parts with dots between. */
  issue(trigger: Trigger): string
  /** Uses an id up, or says why that cannot be. */
  spend(id: string): Trigger | TriggerError
}

/** Keeps the trigger ids of one workspace: each opens one view, within three seconds. */
export function createTriggers(parts: {
  readonly nowMs: () => number
  readonly newId: () => string
  readonly teamId: string
}): Triggers {
  const issued = new Map<string, { trigger: Trigger; atMs: number; isSpent: boolean }>()
  return {
    issue(trigger) {
      const id = `${parts.nowMs()}.${parts.teamId}.${parts.newId()}`
      issued.set(id, { trigger, atMs: parts.nowMs(), isSpent: false })
      return id
    },
    spend(id) {
      const found = issued.get(id)
      if (found === undefined) return 'invalid_trigger_id'
      if (found.isSpent) return 'exchanged_trigger_id'
      if (parts.nowMs() - found.atMs > triggerLifetimeMs) return 'expired_trigger_id'
      found.isSpent = true
      return found.trigger
    },
  }
}
