import type { Figure, FigureChange } from '../../diff/figures.ts'
import type { InputField, InputValue, ScenarioField } from '../../diff/inputs.ts'
import { counted, number, signedNumber } from './numbers.ts'

export const firstOfItsKind: string =
  'Aucun calcul antérieur de ces groupes de nœuds dans ce canal pour comparer.'
export const since = (run: string) => `depuis ${run}`
export const sameQuestion: string = 'la même question qu’alors'
export const unchanged = (count: number) => counted(count, 'inchangé', 'inchangés')
export const because: string = 'car'

function figureName(figure: Figure): string {
  const names: Record<Figure, string> = {
    reserved: 'réservées',
    held: 'tenues',
    enis: 'ENI',
    usable: 'utilisables',
    used: 'utilisées par les pods',
    warm: 'en réserve',
    primaries: 'primaires',
    branch: 'ENI de branche',
    pending: 'pods sans adresse',
  }
  return names[figure]
}

/** `tenues 60 → 35 (−25, −42 %)`. */
export function figureChange({ figure, from, to, delta, percent }: FigureChange): string {
  const share = percent === null ? '' : `, ${signedNumber(percent)} %`
  const change = delta === 0 ? '=' : `${signedNumber(delta)}${share}`
  return `${figureName(figure)} ${number(from)} → ${number(to)} (${change})`
}

const FIELD_NAMES: Partial<Record<InputField | ScenarioField, string>> = {
  cni: 'VPC CNI',
  nodes: 'nœuds',
  subnet: 'sous-réseaux',
  free: 'adresses libres',
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
