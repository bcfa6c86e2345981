import { INPUTS, type CountInput, type Input } from './grammar.ts'
import { spaced, spellingsOf } from './keywords.ts'
import { keyOf, plainWord } from './spelling.ts'

/** Words that people write between the inputs and that change nothing. */
export const FILLERS: ReadonlySet<string> = plain([
  ...spaced('- & a an and at for in of on over across between among evenly the with running total'),
  ...spaced('i we do does have need needs had used use it was were nodegroup nodegroups please'),
  ...spaced('how many ip ips addresses type instance-type instance-types instancetype'),
  ...spaced('instancetypes node-type node-types nodetype nodetypes'),
  ...spaced("avec de des du en et le la les pour sur au combien adresses d'adresses d'ip"),
  ...spaced("entre passe passait passer avait mettait j'ai svp stp"),
])

/** Behind `a` and `I` they make it a filler, and no last word of a name: `as prod a total of 20 pods`. */
export const AFTER_ARTICLE: ReadonlySet<string> = plain(
  spaced('total running nodegroup need have had do does use used'),
)

/** `shared across 3 nodes` tells of pods, and not who sees the answer. */
export const SPREAD: ReadonlySet<string> = plain(
  spaced('on over across between among evenly sur entre'),
)

/** They may stand before an instance type as well as after a number. */
export const INSTANCE: ReadonlySet<string> = plain(spaced('instance instances'))

/** Numbers that people write as words before what they count: `three nodes`, `deux nœuds`. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  [
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt',
    'une',
  ].flatMap((words) => spaced(words).map((word, index) => [word, String(index + 1)] as const)),
)

/** What a number before them counts is no input of a line, and no run either. */
export const COUNTED: ReadonlySet<string> = plain(
  spaced("ip ips address addresses eni enis adresse adresses d'adresses d'ip"),
)

/** Before "node" they make a number of pods one of each node: `27 pods per node`. */
export const PER: ReadonlySet<string> = plain(['per', 'by', 'par'])

/** The same, and "node" may be left out: `27 pods each`. */
export const EACH: ReadonlySet<string> = plain(['each', 'every', 'chaque', 'chacun', 'chacune'])

/** Words that may come before those: `27 pods on each node`. */
export const ON: ReadonlySet<string> = plain(spaced('on in for sur dans pour'))

/** Between an input and its number: `warm-ip of 2`. */
export const TO: ReadonlySet<string> = plain(spaced('to at of is à a de'))

/** Before an input they set it to 0 or off, before a type they take its node group away. */
export const NO: ReadonlySet<string> = plain(spellingsOf('without'))

/** What follows counts for every node group. */
export const ALL: ReadonlySet<string> = plain(spellingsOf('all'))

/** Before the name of a scenario. */
export const AS: ReadonlySet<string> = plain(spellingsOf('as'))

/** Before the subnets that the addresses come from. */
export const SUBNET: ReadonlySet<string> = plain(spellingsOf('subnet'))

/** Whether something fits into a subnet: `does it fit in 10.0.0.0/26?`, `ça tient dans /26 ?` */
export const FIT: ReadonlySet<string> = plain(spaced('fit fits tient tiennent rentre rentrent'))

/** What may stand around those, beside the fillers. */
export const ASKS_FIT: ReadonlySet<string> = plain(
  spaced('will would they into inside subnet est-ce que ça cela dans un une sous-réseau'),
)

/** Before the number of free addresses. */
export const FREE: ReadonlySet<string> = plain(spellingsOf('free'))

/** Before the version of the VPC CNI. */
export const CNI: ReadonlySet<string> = plain(spellingsOf('cni'))

/** Before the run to compare with. */
export const VS: ReadonlySet<string> = plain(spellingsOf('vs'))

/** Only the asker sees the answer. */
export const QUIET: ReadonlySet<string> = plain(spellingsOf('quiet'))

/** The channel sees the answer. */
export const SHARE: ReadonlySet<string> = plain(spellingsOf('share'))

/** In place of a value. */
export const DEFAULT: ReadonlySet<string> = plain(spellingsOf('default'))

/** The newest run of the conversation. */
export const LAST: ReadonlySet<string> = plain(spellingsOf('last'))

/** In place of a version of the VPC CNI: the newest, which is the default. */
export const NEWEST: ReadonlySet<string> = new Set([...DEFAULT, ...LAST, 'newest'])

export const SWITCH_WORDS: ReadonlyMap<string, boolean> = new Map([
  ...(['on', 'true', 'yes', '1', 'oui'] as const).map((word) => [word, true] as const),
  ...(['off', 'false', 'no', 'none', '0', 'non'] as const).map((word) => [word, false] as const),
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

/** What every such key begins with, so that few words are joined in vain. */
export const INPUT_KEY_STARTS: ReadonlySet<string> = new Set(
  Array.from(INPUT_OF_KEY.keys()).flatMap((key) =>
    Array.from(key, (_, index) => key.slice(0, index + 1)),
  ),
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

function plain(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(plainWord))
}

export const NODES = countInput('nodes')
export const PODS = countInput('pods')
export const PODS_PER_NODE = countInput('pods/node')

function countInput(word: string): CountInput {
  const input = findInput(word)
  if (input?.takes !== 'count') throw new Error(`the grammar has no count called ${word}`)
  return input
}
