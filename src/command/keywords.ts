interface Keyword {
  /** The word as help prints it. */
  readonly word: string
  /** Other spellings, English and French. */
  readonly also: readonly string[]
  /** As part of a line. */
  readonly example: string
}

/**
 * The words of a scenario line beside the inputs of a node group. The parser reads the spellings of
 * this table; each word means something of its own to it.
 */
export const KEYWORDS = [
  { word: 'as', also: spaced('name named called comme nom nommé'), example: 'as prod-blue' },
  { word: 'vs', also: spaced('versus against contre'), example: 'vs #41' },
  {
    word: 'quiet',
    also: spaced('quietly only-me just-me discret discrète discrètement moi-seul moi-seule'),
    example: 'quiet',
  },
  { word: 'share', also: spaced('shared partager partagé partagés'), example: 'share' },
  {
    word: 'subnet',
    also: spaced('subnets cidr sous-réseau sous-réseaux'),
    example: 'subnet=10.0.0.0/22',
  },
  { word: 'free', also: spaced('libre libres'), example: 'free=120' },
  { word: 'cni', also: spaced('vpc-cni cni-version'), example: 'cni=1.8' },
  { word: 'last', also: spaced('latest dernier dernière'), example: 'vs last' },
  { word: 'all', also: spaced('tous toutes'), example: 'all: warm-ip=2' },
  { word: 'default', also: spaced('défaut unset'), example: 'warm-ip=default' },
  { word: 'without', also: spaced('no zero sans aucun aucune zéro'), example: 'without c5.xlarge' },
] as const satisfies readonly Keyword[]

export type KeywordWord = (typeof KEYWORDS)[number]['word']

/** The spellings of a keyword. */
export function spellingsOf(word: KeywordWord): readonly string[] {
  return KEYWORDS.flatMap((entry) => (entry.word === word ? [entry.word, ...entry.also] : []))
}

/** Words that are written with spaces between them. */
export function spaced(words: string): readonly string[] {
  return words.split(' ')
}
