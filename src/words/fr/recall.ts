import { examplePair } from '../shown.ts'
import { number } from './numbers.ts'

export const columns = {
  run: 'calcul',
  asked: 'demandé',
  by: 'par',
  question: 'question',
  reserved: 'réservées',
  held: 'tenues',
}

export const runs: string = 'Calculs précédents'
export const variants = (count: number) =>
  `${number(count)} ${count === 1 ? 'variante' : 'variantes'} dans ce fil`
export const noRuns: string = 'Aucun calcul ne correspond.'
export const onlyVisible: string =
  'Les calculs des canaux privés et des messages directs ne sont listés que là-bas, et pour qui les a demandés.'
export const listHint = (run: number) =>
  `\`montrer #${run}\` remontre un calcul, \`comparer ${examplePair(run)}\` compare, \`et-si #${run} 40 pods\` en change un.`
export const unreadable = (numbers: readonly number[]) =>
  `Cette version d’eksip ne sait pas lire ${numbers.map((count) => `#${number(count)}`).join(', ')}.`
export const older: string = 'Calculs plus anciens'
export const compareBoth = (earlier: number, later: number) => `Comparer #${earlier} et #${later}`
export const lineageOf = (run: string) => `D’où vient ${run}, et ce qui en est venu`
export const noLineage = (run: string) =>
  `${run} ne change aucun calcul précédent, et aucun calcul suivant ne le change. \`et-si ${run} 40 pods\` le fait.`
export const runFigures = (reserved: number, held: string) =>
  `${number(reserved)} réservées · ${held} tenues`
export const isDeleted: string = ' a été supprimé par '
export const numberStays: string = 'Son numéro reste pris.'

export const link: string = 'Lien'
export const askedThen = (ago: string) => `Demandé ${ago}.`
export const storedThen = (reserved: number, held: string) =>
  `Enregistré alors : ${number(reserved)} réservées, ${held} tenues ; les chiffres ci-dessus suivent les règles d’aujourd’hui.`
export const whatIfOf = (run: string) => `Une variante de ${run}.`
export const inherited = (run: string, words: string) => `Repris de ${run} : ${words}.`
export const already = (run: string) =>
  `Vous venez de le demander : c’est enregistré sous ${run}, une seule fois.`

export const named = (run: string, name: string) => `${run} s’appelle maintenant ${name}.`
export const unnamed = (run: string) => `${run} n’a plus de nom.`
export const pinned = (run: string) => `${run} est épinglé ; \`historique épinglés\` le liste.`
export const unpinned = (run: string) => `${run} n’est plus épinglé.`
export const deleted = (run: string) => `${run} est supprimé. Son numéro reste pris.`
export const notYours = (run: string) =>
  `Seuls l’auteur de ${run} et les administrateurs de cet espace de travail le peuvent. Il a été demandé par `

export const exported: string = 'Les calculs qui correspondent, du plus récent au plus ancien.'
export const exportName: string = 'eksip-calculs'

export const settingsTitle: string = 'Vos réglages'
export const settingsSaved: string = 'Vos réglages, enregistrés'
export const settingNames = {
  language: 'langue des réponses',
  cni: 'version du VPC CNI d’une ligne qui n’en nomme pas',
  quiet: 'réponses pour vous seul, sauf si la ligne dit `partager`',
  figure: 'chiffre qui compte dans les budgets',
}
export const settingsHint: string =
  'Changez-les par `réglages langue=en cni=1.18 discret=oui chiffre=held` ; `auto` revient à la valeur par défaut, et pour la langue suit Slack.'

export const onlyInSlack: string =
  'Cela appartient à un canal ou à une personne dans Slack ; un terminal a ses réglages dans l’environnement.'
