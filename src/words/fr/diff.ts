import type { Fit } from '../../allocation/plan.ts'
import type { Figure, FigureChange } from '../../diff/figures.ts'
import type { InputField, InputValue, ScenarioField } from '../../diff/inputs.ts'
import { figureTexts } from '../figure-texts.ts'
import { counted, number, signedNumber } from './numbers.ts'

export const firstOfItsKind: string =
  'Aucun calcul antérieur de ces groupes de nœuds ici pour comparer.'
export const since = (run: string) => `depuis ${run}`
export const sameQuestion: string = 'la même question qu’alors'
export const unchanged = (count: number) => counted(count, 'inchangé', 'inchangés')
export const because: string = 'car'

const figures = figureTexts({
  names: {
    reserved: 'réservées',
    held: 'tenues',
    enis: 'ENI',
    usable: 'utilisables',
    used: 'utilisées par les pods',
    warm: 'en réserve',
    primaries: 'primaires',
    branch: 'ENI de branche',
    pending: 'pods sans adresse',
  },
  ofOne: {
    reserved: 'réservée',
    held: 'tenue',
    usable: 'utilisable',
    used: 'utilisée par un pod',
    primaries: 'primaire',
    pending: 'pod sans adresse',
  },
  number,
  signedNumber,
  percentGap: '\u202f',
})
export const { figureChange, figureDelta } = figures

const FIELD_NAMES: Partial<Record<InputField | ScenarioField, string>> = {
  cni: 'VPC CNI',
  instanceType: 'type',
  limits: 'limites',
  nodes: 'nœuds',
  subnet: 'sous-réseaux',
  free: 'adresses libres',
  freePrefixes: 'blocs /28 libres',
  maxPods: 'max-pods',
  managedNodeGroup: 'groupe de nœuds géré',
  daemonsetPods: 'pods de daemonset',
  hostNetworkPods: 'pods sur le réseau du nœud',
  branchPods: 'pods avec ENI de branche',
  attachedEnis: 'ENI déjà attachées',
  unmanagedEnis: 'ENI non gérées',
  primarySubnetExcluded: 'sous-réseau primaire exclu',
}

/** The name of an input; the settings of the CNI and plain words are names already. */
export const fieldName = (field: InputField | ScenarioField) => FIELD_NAMES[field] ?? field
export const fieldOf = (type: string, field: string) => `${field} de ${type}`

export function inputValue(value: InputValue): string {
  if (value === null) return 'non défini'
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return typeof value === 'number' ? number(value) : value.replace('/node', '/nœud')
}

export const groupAdded = (type: string, count: number) =>
  counted(count, `nœud ${type} ajouté`, `nœuds ${type} ajoutés`)
export const groupRemoved = (type: string, count: number) =>
  counted(count, `nœud ${type} retiré`, `nœuds ${type} retirés`)

export const semicolon: string = ' ; '
/** What several changes do only together. */
export const interaction: string = 'leur interaction'
export const newerRules = (run: string) => `règles plus récentes qu’à ${run}`
/** `−13 réservées : enregistré 45, règles d’aujourd’hui 32`. */
export const storedAndToday = (figure: Figure, delta: number, stored: number, today: number) =>
  `${figureDelta(figure, delta)} : enregistré ${number(stored)}, règles d’aujourd’hui ${number(today)}`

export const columns = { run: 'calcul', pending: 'sans adresse', space: 'espace' }
const VERDICTS: Readonly<Record<Fit['verdict'], string>> = {
  fits: 'tient',
  'address-by-address': 'seulement adresse par adresse',
  'does-not-fit': 'ne tient pas',
}
/** Whether the address space of a run is large enough. */
export const verdict = (it: Fit['verdict']) => VERDICTS[it]
export const comparisonOf = (runs: readonly string[]) => `Comparaison de ${inWords(runs)}`
export const asStored = (run: string) => `${run}, tel qu’enregistré`
export const byTodaysRules = (run: string) => `${run}, règles d’aujourd’hui`
export const smallestMark: string = '↓ le plus petit de tous'
export const sameReserved = (count: number) => `Tous réservent ${number(count)}`
export const sameHeld = (count: number) => `tous tiennent ${number(count)}`
export const fewestReserved = (runs: readonly string[], count: number) =>
  `Le moins de réservées : ${inWords(runs)} (${number(count)})`
export const fewestHeld = (runs: readonly string[], count: number) =>
  `le moins de tenues : ${inWords(runs)} (${number(count)})`

/** `Par rapport à #41, #42 tient 25 adresses de moins (60 → 35, −42 %) et réserve autant d’adresses (60).` */
export const comparedWith = (run: string, earlier: string, clauses: readonly string[]) =>
  `Par rapport à ${earlier}, ${run} ${clauses.join(' et ')}.`
export const reservesClause = (change: FigureChange) => moreOrFewer('réserve', change)
export const holdsClause = (change: FigureChange) => moreOrFewer('tient', change)

function moreOrFewer(verb: string, { from, to, delta, percent }: FigureChange): string {
  if (delta === 0) return `${verb} autant d’adresses (${number(to)})`
  const count = counted(Math.abs(delta), 'adresse', 'adresses')
  const than = delta < 0 ? 'de moins' : 'de plus'
  return `${verb} ${count} ${than} (${number(from)} → ${number(to)}${figures.share(percent)})`
}

export const against = (run: string, first: string) => `${run} par rapport à ${first}`
export const sameInputs: string = 'la même question'
export const groupNodes = (from: number, to: number) =>
  from === to ? counted(to, 'nœud', 'nœuds') : `${number(from)} → ${counted(to, 'nœud', 'nœuds')}`
export const groupsUnchanged = (count: number) =>
  counted(count, 'groupe de nœuds inchangé', 'groupes de nœuds inchangés')
export const legend: string = '~ changé · + ajouté · − retiré'
export const commonAncestor = (run: string) => `Plus proche ancêtre commun : ${run}`
export const askAgain = (run: string) => `Redemander ${run}`

function inWords(names: readonly string[]): string {
  return list.format(names)
}

const list = new Intl.ListFormat('fr-FR')
