import * as en from './en/index.ts'
import * as fr from './fr/index.ts'

/** Every text that a reader sees, in one language. */
export type Words = typeof en

/** The languages that eksip speaks, by their two letters. */
export const WORDS = { en, fr } as const satisfies Readonly<Record<string, Words>>
export type Language = keyof typeof WORDS

/** The language of a locale such as `fr-FR` or `fr_FR.UTF-8`; English where it is none of ours. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}
