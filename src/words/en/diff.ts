import type { Figure, FigureChange } from '../../diff/figures.ts'
import type { InputField, InputValue, ScenarioField } from '../../diff/inputs.ts'
import { counted, number, signedNumber } from './numbers.ts'

export const firstOfItsKind: string =
  'No earlier run of these node groups in this channel to compare with.'
export const since = (run: string) => `since ${run}`
export const sameQuestion: string = 'the same question as then'
export const unchanged = (count: number) => `${number(count)} unchanged`
export const because: string = 'because'

function figureName(figure: Figure): string {
  const names: Record<Figure, string> = {
    reserved: 'reserved',
    held: 'held',
    enis: 'ENIs',
    usable: 'usable',
    used: 'used by pods',
    warm: 'warm',
    primaries: 'primaries',
    branch: 'branch ENIs',
    pending: 'pods without an address',
  }
  return names[figure]
}

/** `held 60 → 35 (−25, −42 %)`. */
export function figureChange({ figure, from, to, delta, percent }: FigureChange): string {
  const share = percent === null ? '' : `, ${signedNumber(percent)} %`
  const change = delta === 0 ? '=' : `${signedNumber(delta)}${share}`
  return `${figureName(figure)} ${number(from)} → ${number(to)} (${change})`
}

const FIELD_NAMES: Partial<Record<InputField | ScenarioField, string>> = {
  cni: 'VPC CNI',
  subnet: 'subnets',
  free: 'free addresses',
  maxPods: 'max-pods',
  managedNodeGroup: 'managed node group',
  daemonsetPods: 'daemonset pods',
  hostNetworkPods: 'host-network pods',
  branchPods: 'pods with a branch ENI',
  attachedEnis: 'attached ENIs',
  unmanagedEnis: 'unmanaged ENIs',
  primarySubnetExcluded: 'primary subnet excluded',
}

/** The name of an input; the settings of the CNI and plain words are names already. */
export const fieldName = (field: InputField | ScenarioField) => FIELD_NAMES[field] ?? field
export const fieldOf = (type: string, field: string) => `${type} ${field}`

export function inputValue(value: InputValue): string {
  if (value === null) return 'unset'
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return typeof value === 'number' ? number(value) : value
}

export const groupAdded = (type: string, count: number) =>
  `${counted(count, 'node', 'nodes')} of ${type} added`
export const groupRemoved = (type: string, count: number) =>
  `${counted(count, 'node', 'nodes')} of ${type} removed`
