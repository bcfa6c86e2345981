import type * as english from './en/index.ts'

/** Every text that a reader sees, in one language. */
export type Words = typeof english
