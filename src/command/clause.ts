import type { Input } from './grammar.ts'

/** Where something stands in the typed text. */
export interface Place {
  readonly at: number
  readonly length: number
}

/** What one or a few tokens say. */
export type Clause = Place &
  (
    | { readonly kind: 'type'; readonly name: string }
    | { readonly kind: 'input'; readonly input: Input; readonly value: number | boolean }
    /** `+`: another node group begins. */
    | { readonly kind: 'plus' }
    /** `all:`: what follows counts for every group. */
    | { readonly kind: 'all' }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'cni'; readonly version: string }
  )
