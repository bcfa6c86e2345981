import { joinEmoji } from './emoji.ts'
import { spaced } from './keywords.ts'
import { looksLikeInstance } from '../instance/instance.ts'
import { plainWord } from './spelling.ts'
import type { Token } from './tokenize.ts'
import { AS, VS } from './vocabulary.ts'

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

/**
 * A line without the courtesy around it: `bonjour, m5.large 2 nœuds`, `can you show #2 please`. A
 * line of nothing else stays as it is.
 */
export function withoutCourtesy(tokens: readonly Token[]): readonly Token[] {
  let rest = tokens
  for (let length = lengthAtStart(rest); length > 0; length = lengthAtStart(rest)) {
    rest = rest.slice(length)
  }
  for (let length = lengthAtEnd(rest); length > 0; length = lengthAtEnd(rest)) {
    rest = rest.slice(0, -length)
  }
  return rest.length === 0 ? tokens : rest
}

/** Longer phrases stand before those that they begin with. */
const BEFORE_REQUEST = phrases([
  'can you please|could you please|can you|could you|would you|what about|how about|please',
  "s'il te plaît|s'il vous plaît|peux-tu me|peux-tu|peux tu|pouvez-vous me|pouvez-vous|tu peux",
  'pourrais-tu|pourriez-vous|svp|stp',
])

const AFTER_REQUEST = phrases([
  "please|instead|s'il te plaît|s'il vous plaît|s'il-te-plaît|s'il-vous-plaît|svp|stp|plutôt",
])

/** They may be saved names too: `show instead`. */
const NAMES: ReadonlySet<string> = new Set(['instead', 'plutot'])

function phrases(lists: readonly string[]): readonly (readonly string[])[] {
  return lists.flatMap((list) => list.split('|').map((phrase) => spaced(plainWord(phrase))))
}

function lengthAtStart(tokens: readonly Token[]): number {
  if (COURTESIES.has(tokens[0]?.plain ?? '')) return 1
  return phraseAt(tokens, BEFORE_REQUEST, () => 0)
}

/** A word after `as` or `vs` is a name, whatever it is, and so may be one that a command alone takes. */
function lengthAtEnd(tokens: readonly Token[]): number {
  const length = phraseAt(tokens, AFTER_REQUEST, (words) => tokens.length - words)
  const before = tokens.slice(0, tokens.length - length)
  const isNamed = before.slice(-2).some(({ plain }, index, last) => {
    const isNext = index === last.length - 1 || last.at(-1)?.kind === 'symbol'
    return isNext && (AS.has(plain) || VS.has(plain))
  })
  const isName =
    NAMES.has(tokens.at(-1)?.plain ?? '') &&
    before.length < 2 &&
    !before.some(({ text }) => looksLikeInstance(text.toLowerCase()))
  return isNamed || isName ? 0 : length
}

/** How many words the phrase has that begins at the place that its length tells. */
function phraseAt(
  tokens: readonly Token[],
  known: readonly (readonly string[])[],
  startOf: (words: number) => number,
): number {
  const found = known.find((words) =>
    words.every((word, index) => tokens[startOf(words.length) + index]?.plain === word),
  )
  return found?.length ?? 0
}
