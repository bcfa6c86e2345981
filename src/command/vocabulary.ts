import { INPUTS, type CountInput, type Input } from './grammar.ts'

/** Words that people write between the inputs and that change nothing. */
export const FILLERS: ReadonlySet<string> = new Set([
  ...spaced('- & a an and at for in of on over across the with running total we need needs'),
  ...spaced('how many ip ips addresses type instance-type instance-types instancetype'),
  ...spaced("avec de des en et le la les pour sur au combien adresses d'adresses d'ip"),
])

/** Before "node" they make a number of pods one of each node: `27 pods per node`. */
export const PER: ReadonlySet<string> = new Set(['per', 'by', 'par'])

/** The same, and "node" may be left out: `27 pods each`. */
export const EACH: ReadonlySet<string> = new Set(['each', 'every', 'chaque', 'chacun', 'chacune'])

/** Words that may come before those: `27 pods on each node`. */
export const ON: ReadonlySet<string> = new Set(spaced('on in for sur dans pour'))

/** Between an input and its number: `warm-ip of 2`. */
export const TO: ReadonlySet<string> = new Set(spaced('to at of is à a de'))

/** Before an input they set it to 0 or off: `no pods`. */
export const NO: ReadonlySet<string> = new Set(['no', 'without', 'zero', 'sans', 'aucun', 'zéro'])

export const ALL: ReadonlySet<string> = new Set(['all', 'tous', 'toutes'])

/** Before the name of a scenario. */
export const AS: ReadonlySet<string> = new Set(spaced('as name named called comme nom nommé'))

/** Before the subnets that the addresses come from. */
export const SUBNET: ReadonlySet<string> = new Set(
  spaced('subnet subnets cidr sous-réseau sous-réseaux sous-reseau sous-reseaux'),
)

/** Before the number of free addresses. */
export const FREE: ReadonlySet<string> = new Set(['free', 'libre', 'libres'])

/** Before the version of the VPC CNI. */
export const CNI: ReadonlySet<string> = new Set(['cni', 'vpc-cni', 'cni-version'])

export const SWITCH_WORDS: ReadonlyMap<string, boolean> = new Map([
  ...(['on', 'true', 'yes', '1', 'oui'] as const).map((word) => [word, true] as const),
  ...(['off', 'false', 'no', '0', 'non'] as const).map((word) => [word, false] as const),
])

const INPUT_OF_SPELLING: ReadonlyMap<string, Input> = new Map(
  (INPUTS as readonly Input[]).flatMap((input) =>
    [input.word, ...input.also].map((spelling) => [spelling, input] as const),
  ),
)

/** The input of every spelling, by `keyOf` it. */
export const INPUT_OF_KEY: ReadonlyMap<string, Input> = new Map(
  Array.from(INPUT_OF_SPELLING, ([spelling, input]) => [keyOf(spelling), input] as const),
)

/** Every spelling of every input, for suggestions. */
export const SPELLINGS: readonly string[] = [...INPUT_OF_SPELLING.keys()]

/** The spellings of the words that a number may come before. */
export const UNIT_SPELLINGS: readonly string[] = SPELLINGS.filter(
  (spelling) => INPUT_OF_SPELLING.get(spelling)?.isUnit,
)

/** The input of that spelling, whatever its case, `-` and `_`: `--warm-ip`, `WARM_IP`, `warmIp`. */
export function findInput(word: string): Input | undefined {
  return INPUT_OF_KEY.get(keyOf(word))
}

/** A word as the lists above and suggestions spell it: `--Warm_IPs` is `warm-ips`. */
export function plainWord(typed: string): string {
  const word = typed.toLowerCase().replaceAll('_', '-')
  return word.length > 1 ? word.replace(/^-+/, '') : word
}

/**
 * What all ways to write a word have in common: no case, no `-`, no `_`. A combining accent, as files
 * on a Mac have it, is the same as an accented letter.
 */
export function keyOf(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll(/[-_]/g, '')
}

function spaced(words: string): readonly string[] {
  return words.split(' ')
}

export const NODES = countInput('nodes')
export const PODS = countInput('pods')
export const PODS_PER_NODE = countInput('pods/node')

function countInput(word: string): CountInput {
  const input = findInput(word)
  if (input?.takes !== 'count') throw new Error(`the grammar has no count called ${word}`)
  return input
}
