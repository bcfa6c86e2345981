import type { Input } from './grammar.ts'
import type { RunReference } from './run-reference.ts'

/** Where something stands in the typed text, in UTF-16 units. */
export interface Place {
  readonly at: number
  readonly length: number
}

/** What one or a few tokens say of a scenario. */
export type ScenarioClause = Place &
  (
    | { readonly kind: 'type'; readonly name: string }
    | {
        readonly kind: 'input'
        readonly input: Input
        /** `null`: back to the default. */
        readonly value: number | boolean | null
        /** True for the `2x` of `2x t3.2xlarge`: it belongs to the type after it. */
        readonly isOfType: boolean
      }
    /** A number that does not say what it counts. */
    | { readonly kind: 'number'; readonly digits: string }
    /** `+`: another node group begins. */
    | { readonly kind: 'plus' }
    /** `all:`: what follows, up to the next type or `+`, counts for every group. */
    | { readonly kind: 'all' }
    | { readonly kind: 'cni'; readonly version: string }
    /** Where the addresses come from; no subnet takes them away. */
    | { readonly kind: 'subnets'; readonly subnets: readonly string[] }
    | { readonly kind: 'free'; readonly free: number | null }
    /** Takes a node group away from an earlier scenario. */
    | { readonly kind: 'without'; readonly name: string }
  )

/** What one or a few tokens say of what becomes of the answer. */
type AnswerClause = Place &
  (
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'against'; readonly run: RunReference }
    | { readonly kind: 'audience'; readonly audience: 'asker' | 'channel' }
    /** A variable of the CNI that changes no number of addresses. */
    | { readonly kind: 'harmless'; readonly name: string }
  )

/** What one or a few tokens say. */
export type Clause = ScenarioClause | AnswerClause

const OF_ANSWER: ReadonlySet<Clause['kind']> = new Set<AnswerClause['kind']>([
  'name',
  'against',
  'audience',
  'harmless',
])

/** Whether a clause says something of the scenario itself. */
export function isOfScenario(clause: Clause): clause is ScenarioClause {
  return !OF_ANSWER.has(clause.kind)
}
