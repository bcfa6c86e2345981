import { english } from './english.ts'
import { french } from './french.ts'

/** The same words in any language: texts, and functions that put something into a text. */
export type Words = Localised<typeof english>

type Localised<Value> = Value extends string
  ? string
  : Value extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Name in keyof Value]: Localised<Value[Name]> }

/** The words for somebody with a locale such as `fr-FR`; English where it is not French. */
export function wordsFor(locale: string): Words {
  return locale.startsWith('fr') ? french : english
}
