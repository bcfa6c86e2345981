import type { ExampleGroup } from './http/page-contract.ts'

/**
 * An example conversation that the page offers, in the language of a locale such as `fr-FR`; a
 * click fills a line in and posts nothing.
 */
export function examplesFor(locale: string): readonly ExampleGroup[] {
  return locale.startsWith('fr') ? french : english
}

const english: readonly ExampleGroup[] = [
  {
    title: 'The worked examples',
    about: 'One ENI in reserve and an address for each pod: what that takes, and why.',
    place: 'channel',
    lines: [
      '/eksip t3.2xlarge 2 nodes',
      '/eksip t3.2xlarge 1 node 14 pods',
      '/eksip t3.2xlarge 1 node 15 pods',
      '/eksip t3.2xlarge 2 nodes 27 pods warm-ip=2',
      '/eksip t3.2xlarge 2 nodes 27 pods/node warm-ip=2',
    ],
  },
  {
    title: 'A comparison in a thread',
    about: 'In the thread of an answer a change is enough, and anybody may ask on.',
    place: 'thread',
    lines: ['@eksip 40 pods', '@eksip warm-ip=5', '@eksip compare #1', '@eksip why'],
  },
  {
    title: 'Does it fit?',
    about: 'The same question against the addresses of a subnet.',
    place: 'channel',
    lines: ['/eksip t3.2xlarge 2 nodes 27 pods subnet=/26'],
  },
  {
    title: 'Everything else',
    about: '',
    place: 'channel',
    lines: ['/eksip help', '/eksip history', '/eksip compare #1 #2'],
  },
]

const french: readonly ExampleGroup[] = [
  {
    title: 'Les exemples de référence',
    about: 'Une ENI en réserve et une adresse par pod : ce que cela prend, et pourquoi.',
    place: 'channel',
    lines: [
      '/eksip t3.2xlarge 2 nœuds',
      '/eksip t3.2xlarge 1 nœud 14 pods',
      '/eksip t3.2xlarge 1 nœud 15 pods',
      '/eksip t3.2xlarge 2 nœuds 27 pods warm-ip=2',
      '/eksip t3.2xlarge 2 nœuds 27 pods/nœud warm-ip=2',
    ],
  },
  {
    title: 'Une comparaison dans un fil',
    about: 'Dans le fil d’une réponse un changement suffit, et chacun peut continuer.',
    place: 'thread',
    lines: ['@eksip 40 pods', '@eksip warm-ip=5', '@eksip comparer #1', '@eksip pourquoi'],
  },
  {
    title: 'Est-ce que ça tient ?',
    about: 'La même question face aux adresses d’un sous-réseau.',
    place: 'channel',
    lines: ['/eksip t3.2xlarge 2 nœuds 27 pods subnet=/26'],
  },
  {
    title: 'Tout le reste',
    about: '',
    place: 'channel',
    lines: ['/eksip aide', '/eksip historique', '/eksip comparer #1 #2'],
  },
]
