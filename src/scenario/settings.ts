import type { ScenarioLimit } from './limits.ts'

/** A setting that counts something. 0 means unset wherever the CNI itself reads 0 as unset. */
interface CountSetting {
  readonly kind: 'count'
  readonly default: number
  readonly limit: ScenarioLimit
  /** True where 0 is what the CNI itself takes for "not set". */
  readonly zeroIsUnset: boolean
}

interface SwitchSetting {
  readonly kind: 'switch'
  readonly default: boolean
}

/**
 * The settings of the VPC CNI that change what a node holds, under the names of its environment
 * variables, with the defaults of its manifest.
 *
 * Source: aws/amazon-vpc-cni-k8s@b52188387f2e, pkg/ipamd/ipamd.go (getWarmENITarget:1424,
 * getWarmIPTarget:2029, getMinimumIPTarget:2044, getMaxENI:1406) and
 * config/master/aws-k8s-cni.yaml:285 (WARM_PREFIX_TARGET, 0 in code and 1 in the manifest).
 */
export const SETTINGS = {
  WARM_ENI_TARGET: { kind: 'count', default: 1, limit: 'enis', zeroIsUnset: false },
  WARM_IP_TARGET: { kind: 'count', default: 0, limit: 'target', zeroIsUnset: true },
  MINIMUM_IP_TARGET: { kind: 'count', default: 0, limit: 'target', zeroIsUnset: true },
  WARM_PREFIX_TARGET: { kind: 'count', default: 1, limit: 'target', zeroIsUnset: false },
  ENABLE_PREFIX_DELEGATION: { kind: 'switch', default: false },
  MAX_ENI: { kind: 'count', default: 0, limit: 'enis', zeroIsUnset: true },
  AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: { kind: 'switch', default: false },
  ENABLE_POD_ENI: { kind: 'switch', default: false },
  ENABLE_MULTI_NIC: { kind: 'switch', default: false },
  ENABLE_IPv6: { kind: 'switch', default: false },
} as const satisfies Readonly<Record<string, CountSetting | SwitchSetting>>

export type SettingName = keyof typeof SETTINGS

/** Every setting, in the order of the table. */
// oxlint-disable-next-line no-unsafe-type-assertion -- the keys of a constant are its names
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[]

/** Every setting with its value; the engine meets no gaps. */
export type Settings = {
  readonly [Name in SettingName]: (typeof SETTINGS)[Name]['kind'] extends 'switch'
    ? boolean
    : number
}

/** A setting's value; `null`: not set at all. */
export type SettingValue = number | boolean | null

/** The value of a setting as the CNI takes it: `null` for the 0 that it reads as "not set". */
export function settingValue(name: SettingName, settings: Settings): SettingValue {
  const setting = SETTINGS[name]
  const value = settings[name]
  return setting.kind === 'count' && setting.zeroIsUnset && value === 0 ? null : value
}

export const DEFAULT_SETTINGS: Settings = {
  WARM_ENI_TARGET: SETTINGS.WARM_ENI_TARGET.default,
  WARM_IP_TARGET: SETTINGS.WARM_IP_TARGET.default,
  MINIMUM_IP_TARGET: SETTINGS.MINIMUM_IP_TARGET.default,
  WARM_PREFIX_TARGET: SETTINGS.WARM_PREFIX_TARGET.default,
  ENABLE_PREFIX_DELEGATION: SETTINGS.ENABLE_PREFIX_DELEGATION.default,
  MAX_ENI: SETTINGS.MAX_ENI.default,
  AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: SETTINGS.AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG.default,
  ENABLE_POD_ENI: SETTINGS.ENABLE_POD_ENI.default,
  ENABLE_MULTI_NIC: SETTINGS.ENABLE_MULTI_NIC.default,
  ENABLE_IPv6: SETTINGS.ENABLE_IPv6.default,
}
