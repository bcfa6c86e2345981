import type { Fit } from '../../allocation/plan.ts'
import type { Figure, FigureChange } from '../../diff/figures.ts'
import type { InputField, InputValue, ScenarioField } from '../../diff/inputs.ts'
import { figureTexts } from '../figure-texts.ts'
import { counted, number, signedNumber } from './numbers.ts'

export const firstOfItsKind: string = 'No earlier run of these node groups here to compare with.'
export const since = (run: string) => `since ${run}`
export const sameQuestion: string = 'the same question as then'
export const unchanged = (count: number) => `${number(count)} unchanged`
export const because: string = 'because'

const figures = figureTexts({
  names: {
    reserved: 'reserved',
    held: 'held',
    enis: 'ENIs',
    usable: 'usable',
    used: 'used by pods',
    warm: 'warm',
    primaries: 'primaries',
    branch: 'branch ENIs',
    pending: 'pods without an address',
  },
  ofOne: {
    enis: 'ENI',
    primaries: 'primary',
    branch: 'branch ENI',
    pending: 'pod without an address',
  },
  number,
  signedNumber,
  percentGap: ' ',
})
export const { figureChange, figureDelta } = figures

const FIELD_NAMES: Partial<Record<InputField | ScenarioField, string>> = {
  cni: 'VPC CNI',
  instanceType: 'type',
  subnet: 'subnets',
  free: 'free addresses',
  freePrefixes: 'free /28 blocks',
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

export const semicolon: string = '; '
/** What several changes do only together. */
export const interaction: string = 'their interaction'
export const newerRules = (run: string) => `newer rules than at ${run}`
/** `−13 reserved: stored 45, today's rules 32`. */
export const storedAndToday = (figure: Figure, delta: number, stored: number, today: number) =>
  `${figureDelta(figure, delta)}: stored ${number(stored)}, today's rules ${number(today)}`

export const columns = { run: 'run', pending: 'no address', space: 'space' }
const VERDICTS: Readonly<Record<Fit['verdict'], string>> = {
  fits: 'fits',
  'address-by-address': 'only address by address',
  'does-not-fit': 'does not fit',
}
/** Whether the address space of a run is large enough. */
export const verdict = (it: Fit['verdict']) => VERDICTS[it]
export const comparisonOf = (runs: readonly string[]) => `Comparison of ${inWords(runs)}`
export const asStored = (run: string) => `${run}, as stored`
export const byTodaysRules = (run: string) => `${run}, today's rules`
export const smallestMark: string = '↓ the smallest of all'
export const sameReserved = (count: number) => `All reserve ${number(count)}`
export const sameHeld = (count: number) => `all hold ${number(count)}`
export const fewestReserved = (runs: readonly string[], count: number) =>
  `Fewest reserved: ${inWords(runs)} (${number(count)})`
export const fewestHeld = (runs: readonly string[], count: number) =>
  `fewest held: ${inWords(runs)} (${number(count)})`

/** `Compared with #41, #42 holds 25 addresses fewer (60 → 35, −42 %) and reserves as many (60).` */
export const comparedWith = (run: string, earlier: string, clauses: readonly string[]) =>
  `Compared with ${earlier}, ${run} ${clauses.join(' and ')}.`
export const reservesClause = (change: FigureChange) => `reserves ${moreOrFewer(change)}`
export const holdsClause = (change: FigureChange) => `holds ${moreOrFewer(change)}`

function moreOrFewer({ from, to, delta, percent }: FigureChange): string {
  if (delta === 0) return `as many (${number(to)})`
  const count = counted(Math.abs(delta), 'address', 'addresses')
  const than = delta < 0 ? 'fewer' : 'more'
  return `${count} ${than} (${number(from)} → ${number(to)}${figures.share(percent)})`
}

export const against = (run: string, first: string) => `${run} against ${first}`
export const sameInputs: string = 'the same question'
export const groupNodes = (from: number, to: number) =>
  from === to ? counted(to, 'node', 'nodes') : `${number(from)} → ${counted(to, 'node', 'nodes')}`
export const groupsUnchanged = (count: number) =>
  `${counted(count, 'node group', 'node groups')} unchanged`
export const legend: string = '~ changed · + added · − removed'
export const commonAncestor = (run: string) => `Nearest common ancestor: ${run}`
export const askAgain = (run: string) => `Ask ${run} again`

function inWords(names: readonly string[]): string {
  return list.format(names)
}

const list = new Intl.ListFormat('en-GB')
