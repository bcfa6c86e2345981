import { joinEmoji } from './emoji.ts'
import { spaced } from './keywords.ts'
import { plainWord } from './spelling.ts'
import type { Token } from './tokenize.ts'

/** What somebody says who asks nothing. */
export type Courtesy = 'greeting' | 'thanks' | 'assent'

/** The word that stands for each, as canonical lines print it. */
export const COURTESY_WORDS = { greeting: 'hello', thanks: 'thanks', assent: 'ok' } as const

const SPELLINGS: Readonly<Record<Courtesy, readonly string[]>> = {
  greeting: spaced('hello hi hey morning bonjour bonsoir salut coucou 👋 :wave:'),
  thanks: spaced('thanks thank thx merci 🙏 :pray:'),
  assent: spaced("ok okay great perfect cool parfait super d'accord 👍 :+1: :thumbsup:"),
}

const COURTESIES: ReadonlyMap<string, Courtesy> = new Map(
  (['greeting', 'thanks', 'assent'] as const).flatMap((courtesy) =>
    SPELLINGS[courtesy].map((word) => [plainWord(word), courtesy] as const),
  ),
)

/** They say nothing by themselves: `thank you very much`, `merci à tous`. */
const COMPANIONS: ReadonlySet<string> = new Set(
  spaced(
    'you very much so a lot again there all everyone good for the help that beaucoup bien',
  ).concat(spaced('encore a tous toutes pour votre ton aide')),
)

/** The courtesy that a line is, if it says nothing else. */
export function courtesyOf(tokens: readonly Token[]): Courtesy | null {
  const words = joinEmoji(tokens).map(({ plain }) => plain)
  const found = words.flatMap((word) => COURTESIES.get(word) ?? [])
  const isAll = words.every((word) => COURTESIES.has(word) || COMPANIONS.has(word))
  return isAll ? (found[0] ?? null) : null
}

/** A line without the courtesy that it begins with: `bonjour, m5.large 2 nœuds`. */
export function withoutCourtesy(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.findIndex(({ plain }) => !COURTESIES.has(plain))
  return first < 0 ? tokens : tokens.slice(first)
}
