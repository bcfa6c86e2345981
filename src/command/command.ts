import type { Scenario } from '../scenario/scenario.ts'
import type { Change } from './change.ts'
import type { Courtesy } from './courtesy.ts'
import type { Hint } from './hint.ts'
import type { RunReference } from './run-reference.ts'

export type { RunReference } from './run-reference.ts'

/** What is asked about: a scenario told whole, or an earlier one with something changed. */
export type Question =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | {
      readonly kind: 'change'
      /** `null`: the scenario that the conversation is about. */
      readonly of: RunReference | null
      /** May change nothing: `why #42`. */
      readonly change: Change
    }

/** Days that people name, each with the reader's calendar: `yesterday`, or a date `2026-11-20`. */
export type Days =
  | {
      readonly kind: 'today' | 'yesterday' | 'this-week' | 'last-week' | 'this-month' | 'last-month'
    }
  /** So many days, the last of them today. */
  | { readonly kind: 'last-days'; readonly count: number }
  /** From then on, to now. */
  | { readonly kind: 'since-yesterday' | 'since-last-week' | 'since-last-month' }
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'since'; readonly date: string }

/** Which runs are looked for; every part narrows the others. */
export interface Find {
  /** `me`; somebody, by Slack id or, where Slack has not put in the id, by the name typed after `@`; `null`: everybody. */
  readonly author: 'me' | { readonly user: string } | null
  /** Only this channel, or only this thread. */
  readonly place: 'here' | 'thread' | null
  readonly name: string | null
  /** An instance type. */
  readonly type: string | null
  readonly days: Days | null
  readonly isPinned: boolean
  /** Only runs with a smaller number: the next page. */
  readonly before: number | null
}

/** `asker`: only the asker sees the answer; `channel`: the channel does; `null`: as usual here. */
export type Audience = 'asker' | 'channel' | null

/** What a line asks for. */
export type Command =
  /** Compute, store and compare. The hints of a change come with `applyChange`. */
  | {
      readonly kind: 'ask'
      readonly question: Question
      /** A name of the team's own, or none. */
      readonly name: string | null
      /** The run to compare with, where the line names one. */
      readonly against: RunReference | null
      readonly audience: Audience
      readonly hints: readonly Hint[]
    }
  /** Explain what a scenario takes, decision by decision; nothing is stored. */
  | { readonly kind: 'why'; readonly question: Question; readonly audience: Audience }
  /** `topic` is a word of the grammar or of a command, or `null` for the overview. */
  | { readonly kind: 'help'; readonly topic: string | null }
  /** Nothing is asked: `hello`, `thanks`, `ok`. */
  | { readonly kind: 'courtesy'; readonly courtesy: Courtesy }
  /** Draw the addresses of a node against its pods; nothing is stored. */
  | { readonly kind: 'chart'; readonly question: Question; readonly audience: Audience }
  /** Tell how the CNI gets the settings of a scenario; nothing is stored. */
  | { readonly kind: 'apply'; readonly question: Question; readonly audience: Audience }
  | { readonly kind: 'show'; readonly run: RunReference; readonly audience: Audience }
  | { readonly kind: 'history'; readonly find: Find }
  /** The runs that a run comes from, and those that come from it. */
  | { readonly kind: 'lineage'; readonly run: RunReference }
  /** Two runs or more, in the order in which they are named. */
  | {
      readonly kind: 'compare'
      readonly runs: readonly RunReference[]
      readonly audience: Audience
    }
  /** `null` takes the name away. */
  | { readonly kind: 'name'; readonly run: RunReference; readonly name: string | null }
  | { readonly kind: 'pin' | 'unpin'; readonly run: RunReference }
  | { readonly kind: 'delete'; readonly run: RunReference }
  | { readonly kind: 'export'; readonly find: Find; readonly format: 'csv' | 'json' }
  /** Shows what the channel has for its plans, after setting it if `change` is not `null`. */
  | { readonly kind: 'budget'; readonly change: BudgetChange | null }
  /** Shows the asker's settings, after changing those that are named. */
  | { readonly kind: 'settings'; readonly changes: SettingChanges }

/** What a channel shall have for its plans. */
export type BudgetChange =
  | { readonly kind: 'off' }
  | { readonly kind: 'addresses'; readonly addresses: number }
  /** Each as `10.0.0.0/22`, or `/22` where only its size is known. */
  | { readonly kind: 'subnets'; readonly subnets: readonly string[] }

/** What a person can set for themself; what is not named stays. */
export interface SettingChanges {
  readonly language?: 'en' | 'fr' | 'auto'
  /** The VPC CNI version of a line that names none; `auto`: the newest, whichever that will be. */
  readonly cni?: string
  /** Whether answers are for the asker alone unless a line says `share`. */
  readonly quiet?: boolean
  /** The figure that budgets are counted with. */
  readonly figure?: 'reserved' | 'held'
}

export type Ask = Extract<Command, { kind: 'ask' }>
