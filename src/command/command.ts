import type { Scenario } from '../scenario/scenario.ts'

/** What a line asks for. */
export type Command =
  /** Compute, store and compare this scenario, under a name of the team's own or none. */
  | { readonly kind: 'ask'; readonly scenario: Scenario; readonly name: string | null }
  /** Explain what this scenario takes, decision by decision; nothing is stored. */
  | { readonly kind: 'why'; readonly scenario: Scenario }
  | { readonly kind: 'help' }

export type Ask = Extract<Command, { kind: 'ask' }>
