const HAS_MORE_THAN_ASCII = /[^\0-\x7f]/
/** Most words are written as lists have them, and stay as they are. */
const IS_PLAIN = /^[a-z0-9.]*$/

/** A word as lists of words have it: `--Warm_IPs` is `warm-ips`, `Épinglés` is `epingles`. */
export function plainWord(typed: string): string {
  return withoutUnderscores(withoutAccents(typed.toLowerCase()))
}

/** Both forms of a word at once. */
export function formsOf(typed: string): { readonly plain: string; readonly key: string } {
  if (IS_PLAIN.test(typed)) return { plain: typed, key: typed }
  const word = withoutAccents(typed.toLowerCase())
  return { plain: withoutUnderscores(word), key: withoutHyphens(word) }
}

function withoutUnderscores(word: string): string {
  if (!/[-_]/.test(word)) return word
  return word.length > 1 ? word.replaceAll('_', '-').replace(/^-+/, '') : '-'
}

/** What all ways to write a word have in common: no case, no `-`, no `_`, no accents. */
export function keyOf(word: string): string {
  return withoutHyphens(withoutAccents(word.toLowerCase()))
}

function withoutHyphens(word: string): string {
  return /[-_]/.test(word) ? word.replaceAll(/[-_]/g, '') : word
}

/** People leave accents out; files on a Mac write them as characters of their own. */
function withoutAccents(word: string): string {
  if (!HAS_MORE_THAN_ASCII.test(word)) return word
  return word
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('œ', 'oe')
}
