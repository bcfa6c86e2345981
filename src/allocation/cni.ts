import { releaseNumber } from '../scenario/release-number.ts'

/** What a version of the VPC CNI does differently from the newest one. Rule V1. */
export interface CniRules {
  /** How addresses come and go with address targets: singly, by filling ENIs first, or only as whole ENIs. */
  readonly addressTargets: 'single' | 'fill-then-release' | 'whole-enis'
  /** Prefix delegation exists from 1.9. */
  readonly prefixDelegation: boolean
  /** Growth stops once the addresses reach max-pods, from 1.17.1 (PR 2745). */
  readonly stopsAtMaxPods: boolean
  /** ENABLE_MULTI_NIC exists from 1.20. */
  readonly multiNic: boolean
  /** An ENI slot is kept free for a trunk on types that cannot carry one, until 1.20.4 (PR 3250). */
  readonly reservesTrunkAlways: boolean
  /** The primary subnet can be excluded by its tag, from 1.22.1. */
  readonly excludesPrimarySubnet: boolean
}

/** The rules of a CNI version, `major.minor` (then its newest patch) or `major.minor.patch`. */
export function cniRules(version: string): CniRules {
  const known = rulesByVersion[version]
  if (known !== undefined) return known
  return rulesOf(releaseNumber(version))
}

/** The rules of the minor versions, made once: a plan is asked for far more often than they change. */
const rulesByVersion: Readonly<Partial<Record<string, CniRules>>> = Object.fromEntries(
  Array.from({ length: 40 }, (_, minor) => [`1.${minor}`, rulesOf(releaseNumber(`1.${minor}`))]),
)

function rulesOf(release: number): CniRules {
  return {
    addressTargets: addressTargetsOf(release),
    prefixDelegation: release >= 9_000,
    stopsAtMaxPods: release >= 17_001,
    multiNic: release >= 20_000,
    reservesTrunkAlways: release < 20_004,
    excludesPrimarySubnet: release >= 22_001,
  }
}

/** Rule V2 (1.4), rule V3 (1.5 to 1.8, PR 412 and 422), rule V4 (1.9, PR 1279). */
function addressTargetsOf(release: number): CniRules['addressTargets'] {
  if (release < 5_000) return 'whole-enis'
  return release < 9_000 ? 'fill-then-release' : 'single'
}
