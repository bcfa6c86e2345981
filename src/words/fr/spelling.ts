/** Words of a line as French readers type them; the grammar takes both. */
const FRENCH: Readonly<Record<string, string>> = {
  help: 'aide',
  show: 'montrer',
  history: 'historique',
  compare: 'comparer',
  why: 'pourquoi',
  chart: 'graphique',
  apply: 'appliquer',
  'what-if': 'et-si',
  name: 'nommer',
  unname: 'dénommer',
  pin: 'épingler',
  unpin: 'désépingler',
  delete: 'supprimer',
  export: 'exporter',
  settings: 'réglages',
  commands: 'commandes',
  words: 'mots',
  nodes: 'nœuds',
  'pods/node': 'pods/nœud',
  prefix: 'préfixe',
  attached: 'attachées',
  as: 'nom',
  vs: 'contre',
  quiet: 'discret',
  share: 'partager',
  subnet: 'sous-réseau',
  free: 'libres',
  last: 'dernier',
  all: 'tous',
  default: 'défaut',
  without: 'sans',
  mine: 'moi',
  here: 'ici',
  since: 'depuis',
  by: 'par',
  on: 'oui',
  off: 'non',
  language: 'langue',
  figure: 'chiffre',
}

/** A line of help in French words: `montrer #42`. Names, numbers and settings stay. */
export function spelling(line: string): string {
  const days = line.replaceAll('last week', 'semaine dernière')
  return days.replaceAll(/(?<![\p{L}\d.#"@<-])[a-z][a-z/-]*(?![\p{L}\d."-])/gu, (word) =>
    Object.hasOwn(FRENCH, word) ? (FRENCH[word] ?? word) : word,
  )
}
