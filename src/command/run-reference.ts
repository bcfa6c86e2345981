import type { Place } from './clause.ts'

/** A run that somebody points at, with the place of the words that do so. */
export type RunReference = Place &
  (
    | { readonly kind: 'number'; readonly number: number }
    | { readonly kind: 'name'; readonly name: string }
    /** The newest run of the conversation. */
    | { readonly kind: 'last' }
  )
