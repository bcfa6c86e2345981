import type { Fit, SpareEniRule, Step } from '../../allocation/plan.ts'
import { counted, number, signedNumber } from './numbers.ts'

export const columns = {
  node: 'nœud',
  pods: 'pods',
  enis: 'ENI',
  usable: 'utilisables',
  held: 'tenues',
  warm: 'en réserve',
  reserved: 'réservées',
  total: 'total',
}

export const reservedBy = (reserved: number, enis: string) =>
  `${counted(reserved, 'adresse réservée', 'adresses réservées')} par ${enis} ENI`
/** Avec des préfixes, dont le chiffre par ENI entières ne sait rien. */
export const heldBy = (held: string, enis: string) =>
  `${held} ${held === '1' ? 'adresse tenue' : 'adresses tenues'} par ${enis} ENI`
export const reservedWithoutPrefixes = (count: number) =>
  `${counted(count, 'réservée', 'réservées')} sans préfixes`
export const held = (count: string) => `${count} ${count === '1' ? 'tenue' : 'tenues'}`
export const used = (count: number) =>
  counted(count, 'utilisée par un pod', 'utilisées par les pods')
/** Where pods wait for the space, so that not all of these are in use. */
export const forPods = (count: number) => `${number(count)} pour les pods`
export const warm = (count: number) => `${number(count)} en réserve`
export const primaries = (count: number) => counted(count, 'primaire', 'primaires')
export const branch = (count: number) => counted(count, 'ENI de branche', 'ENI de branche')
export const pending = (count: number) => `${counted(count, 'pod', 'pods')} sans adresse`

export const nodes = (count: number) => counted(count, 'nœud', 'nœuds')
export const nodesEach = (count: number) => (count === 1 ? nodes(1) : `${nodes(count)}, chacun`)
export const pods = (count: number) => counted(count, 'pod', 'pods')
export const podsPerNode = (count: number) => `${pods(count)} par nœud`
export const podsNotStated: string = 'pods non indiqués : 1 par nœud'
export const range = (min: number, max: number) => `${number(min)}–${number(max)}`
export const nodeGroups = (count: number) => counted(count, 'groupe de nœuds', 'groupes de nœuds')
export const andMore = (count: number) => `et ${number(count)} de plus`
export const by: string = 'par'
export const notKept: string = 'non enregistré'

export const fullestNode = (type: string) =>
  `Sur le nœud le plus chargé de ${type}, décision par décision :`
export const rulesAreIn: string =
  'Les règles sont dans docs/rules.md d’eksip, chacune avec sa source.'
export const countWithHeld: string =
  'Avec des préfixes, un emplacement prend 16 adresses : comptez avec « tenues » ; « réservées » est le chiffre sans préfixes.'
/** The verdict on the address space, with what is left of it or missing. */
export function fit(it: Fit): string {
  const { verdict, available, leftAfterHeld, leftAfterReserved, leftPrefixes } = it
  const space = counted(available, 'adresse', 'adresses')
  switch (verdict) {
    case 'fits':
      if (leftAfterHeld < leftAfterReserved) {
        return `tient dans ${space} : il en reste ${number(leftAfterHeld)} à côté des tenues`
      }
      return `tient dans ${space} : il en reste ${number(leftAfterReserved)} à côté des réservées, ${number(leftAfterHeld)} à côté des tenues`
    case 'address-by-address':
      return `ne tient dans ${space} qu’adresse par adresse : il en reste ${number(leftAfterHeld)} à côté des tenues, il en manque ${number(-leftAfterReserved)} pour les réservées`
    case 'does-not-fit':
      if (leftPrefixes !== null && leftPrefixes < 0) {
        return `ne tient pas dans ${space} : il manque ${shortBlocks(-leftPrefixes, leftAfterHeld)}`
      }
      if (leftAfterHeld < leftAfterReserved) {
        return `ne tient pas dans ${space} : il en manque ${number(-leftAfterHeld)} pour les tenues`
      }
      return `ne tient pas dans ${space} : il en manque ${number(Math.max(0, -leftAfterHeld))} pour les tenues, ${number(Math.max(0, -leftAfterReserved))} pour les réservées`
  }
}

/** A block brings its 16 addresses along; what is then still missing comes on top. */
function shortBlocks(blocks: number, leftAfterHeld: number): string {
  const text = counted(blocks, 'bloc /28', 'blocs /28')
  const more = -leftAfterHeld - 16 * blocks
  return more > 0 ? `${text} et ${counted(more, 'adresse', 'adresses')}` : text
}

export const neverReady: string = 'les nœuds ne deviennent jamais prêts'
export const flapping: string = 'ne se stabilise jamais : des ENI vont et viennent'

/** `replacedBy` is empty where nothing stands in for the spare ENI. */
export function spareEni(rule: SpareEniRule, replacedBy: string): string {
  switch (rule) {
    case 'kept':
      return 'règle 1 (ENI de réserve) : ✓'
    case 'replaced':
      return `règle 1 (ENI de réserve) : remplacée par ${replacedBy} ✓`
    case 'off':
      return 'règle 1 (ENI de réserve) : désactivée, WARM_ENI_TARGET=0'
    case 'capped':
      return `règle 1 (ENI de réserve) : ${replacedBy && `remplacée par ${replacedBy} `}✗ impossible à tenir`
  }
}

export function addressPerPod(holds: boolean, waiting: number): string {
  const place =
    waiting > 0 ? ` ${counted(waiting, 'pod attend', 'pods attendent')} dans cet espace` : ''
  return `règle 2 (une adresse par pod) : ${holds && waiting === 0 ? '✓' : '✗'}${place}`
}
export const maxPods = (count: number, holds: boolean) =>
  `max-pods ${number(count)} ${holds ? '✓' : '✗'}`

export const colon: string = ' : '

/** `palier suivant : 13 pods de plus sur un nœud : +1 ENI, +15 réservées, +14 tenues`. */
export const nextUp = (morePods: number, step: Step) =>
  `palier suivant : ${pods(morePods)} de plus sur un nœud, ${stepText(step)}`
export const nextDown = (fewerPods: number, step: Step) =>
  `palier précédent : ${pods(fewerPods)} de moins sur un nœud, ${stepText(step)}`

function stepText(step: Step): string {
  const changes = [
    [step.enis, 'ENI'],
    [step.reserved, 'réservées'],
    [step.held, 'tenues'],
  ] as const
  return changes
    .filter(([change]) => change !== 0)
    .map(([change, name]) => `${signedNumber(change)} ${name}`)
    .join(', ')
}

export const why: string = 'Pourquoi ?'
export const perNodeInstead = (count: number) => `Plutôt ${number(count)} par nœud`
export const inTotalInstead = (count: number) => `Plutôt ${number(count)} au total`
export const tryAgain: string =
  'L’historique n’a pas répondu à temps, rien n’est donc enregistré. Merci de renvoyer la ligne.'
export const mayBeKept: string =
  'L’historique n’a pas répondu à temps. La ligne est peut-être enregistrée tout de même ; la renvoyer fera un autre calcul.'
export const unreadable: string = 'Cette demande n’a pas pu être lue.'
