/** What a character of the typed text stands for. */
export type CharacterMeaning =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'space' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused' }

const SPACE: CharacterMeaning = { kind: 'space' }
const NOTHING: CharacterMeaning = { kind: 'nothing' }
const REFUSED: CharacterMeaning = { kind: 'refused' }

/** Characters that phones, word processors and runbooks put in place of the plain ones. */
const REPLACED = new Map<string, string>([
  ...replaced('"', '“”„‟«»″'),
  ...replaced("'", '‘’‚‛′'),
  ...replaced('-', '‐‑‒–—―−'),
  ...replaced('×', '✕✖'),
  ...replaced(',', '·•、'),
])

/** Spaces of other widths, and line ends: a scenario pasted over several lines is one line. */
const SPACES = new Set('\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000')

/** Invisible marks that come along with a paste and mean nothing. */
const INVISIBLE = new Set('\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff')

/**
 * Reads one character by an explicit table. Unicode's own compatibility forms are not used: they
 * would turn `2²` into `22`, a number that nobody typed. What can be seen stays as it is, known or
 * not; what cannot (control characters, directional overrides, halves of surrogate pairs) is refused.
 */
export function characterMeaning(character: string): CharacterMeaning {
  const code = character.codePointAt(0) ?? 0
  return LATIN[code] ?? meaningOf(character, code)
}

function meaningOf(character: string, code: number): CharacterMeaning {
  if (SPACES.has(character) || (code >= 0x2000 && code <= 0x200a)) return SPACE
  if (INVISIBLE.has(character)) return NOTHING
  const plain = REPLACED.get(character) ?? plainDigit(code) ?? fullWidth(code)
  if (plain !== undefined) return { kind: 'text', text: plain }
  return /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(character)
    ? { kind: 'text', text: character }
    : REFUSED
}

/** Arabic-Indic and Eastern Arabic-Indic digits: each is one decimal digit and nothing else. */
function plainDigit(code: number): string | undefined {
  for (const zero of [0x0660, 0x06f0]) {
    if (code >= zero && code <= zero + 9) return String(code - zero)
  }
  return undefined
}

/** Full-width forms of ASCII, as East Asian keyboards write them. */
function fullWidth(code: number): string | undefined {
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : undefined
}

/** The Latin letters with and without accents, by code: most of what is ever typed. */
const LATIN: readonly CharacterMeaning[] = Array.from({ length: 0x180 }, (_, code) =>
  meaningOf(String.fromCodePoint(code), code),
)

function replaced(plain: string, characters: string): readonly (readonly [string, string])[] {
  return Array.from(characters, (character) => [character, plain] as const)
}
