import type { ScenarioLimit } from '../scenario/limits.ts'

/** What can be wrong with a line; the text for each stands in the words of a language. */
export type ProblemDetail =
  /** A word that no table knows. */
  | { readonly code: 'unknown-word' }
  /** A word in the form of an instance type that EC2 does not have, as far as we know. */
  | { readonly code: 'unknown-type'; readonly nearest: readonly string[] }
  /** Characters that nobody can see and that change how others look. */
  | { readonly code: 'refused-character' }
  /** Something that should be a whole number and is not; `word` names what it was for. */
  | { readonly code: 'not-a-number'; readonly word: string | null }
  | { readonly code: 'number-without-unit' }
  | {
      readonly code: 'too-large'
      readonly word: string
      readonly limit: ScenarioLimit
      readonly most: number
    }
  | { readonly code: 'too-small'; readonly word: string; readonly least: number }
  | { readonly code: 'value-missing'; readonly word: string }
  /** `how many nodes`: which is not worked out; the suggestion is the fewest that can run the pods. */
  | { readonly code: 'nodes-asked' }
  | { readonly code: 'not-a-switch'; readonly word: string }
  /** The same input twice for one node group. */
  | { readonly code: 'repeated'; readonly word: string }
  /** A second instance type with no `+` before it. */
  | { readonly code: 'second-type' }
  /** `asks`: the command that a run would do for as well, as in `40 pods` and `why`; else `null`. */
  | { readonly code: 'type-missing'; readonly asks: OfRun | null }
  | { readonly code: 'too-many-groups'; readonly most: number }
  /** More ENIs than `type` has room for. */
  | { readonly code: 'too-many-enis'; readonly type: string; readonly most: number }
  | { readonly code: 'name-missing' }
  /** A name of several words without quotes. */
  | { readonly code: 'name-in-parts' }
  | { readonly code: 'name-too-long'; readonly most: number }
  | { readonly code: 'unclosed-quote' }
  | { readonly code: 'line-too-long'; readonly most: number }
  /** A VPC CNI version that is none. */
  | { readonly code: 'unknown-version' }
  /** A subnet that no VPC can have, or none at all. */
  | { readonly code: 'not-a-subnet' }
  /** Subnets that share addresses, which no two of a VPC do. */
  | { readonly code: 'overlapping-subnets'; readonly first: string; readonly second: string }
  | { readonly code: 'too-many-subnets'; readonly most: number }
  /** A command that takes `least` runs, and got fewer. */
  | { readonly code: 'reference-missing'; readonly word: string; readonly least: number }
  | { readonly code: 'too-many-references'; readonly most: number }
  /** Something in the place of a run that cannot be one. */
  | { readonly code: 'not-a-reference' }
  /** A name that no stored run has. */
  | { readonly code: 'unknown-name'; readonly nearest: readonly string[] }
  /** No run has that number, or none that the asker may see. */
  | { readonly code: 'unknown-run' }
  | { readonly code: 'deleted-run'; readonly number: number }
  /** A run in a form that this version of eksip does not know. */
  | { readonly code: 'unreadable-run'; readonly number: number }
  /** `last` where nothing was asked yet. */
  | { readonly code: 'no-run-yet' }
  /** A change of the conversation's scenario where there is none. */
  | { readonly code: 'no-conversation' }
  | { readonly code: 'unknown-topic' }
  /** More than a command takes. */
  | { readonly code: 'unexpected'; readonly word: string }
  /** A value that is none of those that a word takes. */
  | { readonly code: 'wrong-value'; readonly word: string; readonly values: readonly string[] }
  /** A day that is none, such as 2026-02-30. */
  | { readonly code: 'not-a-date' }
  | { readonly code: 'author-missing' }
  /** A change that fits several node groups, with their types. */
  | { readonly code: 'which-group'; readonly types: readonly string[] }
  /** A change of a node group that the scenario does not have; `types` are those it has. */
  | { readonly code: 'no-such-group'; readonly types: readonly string[] }
  /** A change that takes away the only node group. */
  | { readonly code: 'last-group' }
  /** An input kept from an earlier scenario that the new instance type has no room for. */
  | {
      readonly code: 'kept-too-large'
      readonly word: string
      readonly value: number
      readonly type: string
      readonly most: number
    }

/** Commands that a scenario of its own or an earlier run is asked with. */
export type OfRun = 'what-if' | 'why' | 'chart' | 'apply'

export type ProblemCode = ProblemDetail['code']

/** One mistake in a line: what, where, and what was meant if that can be guessed. */
export type Problem = ProblemDetail & {
  /** Place in the typed text, in UTF-16 units. */
  readonly at: number
  readonly length: number
  /** The offending text as it was typed. */
  readonly text: string
  /** What to put in its place, or `null` when there is no good guess. */
  readonly suggestion: string | null
}
