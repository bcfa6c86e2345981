import type { NodeGroup, Scenario } from '../scenario/scenario.ts'
import {
  DEFAULT_SETTINGS,
  SETTING_NAMES,
  SETTINGS,
  settingValue,
  type SettingName,
  type Settings,
  type SettingValue,
} from '../scenario/settings.ts'
import { typeName } from '../scenario/type-name.ts'

/** A setting to be applied, and what brings it back. */
export interface SettingStep {
  readonly name: SettingName
  readonly to: SettingValue
  readonly back: SettingValue
}

/** A setting that node groups of one cluster cannot have side by side. */
export interface Conflict {
  readonly name: SettingName
  /** The value that each group was asked with, by its type, each pair once. */
  readonly values: readonly { readonly type: string; readonly value: SettingValue }[]
}

/** How a cluster gets the settings of a scenario. */
export interface Application {
  readonly steps: readonly SettingStep[]
  readonly conflicts: readonly Conflict[]
  /** Whether `back` is what the earlier scenario had; else it is the CNI's defaults. */
  readonly isBackToEarlier: boolean
}

/**
 * The settings to apply: what differs from the CNI's defaults, and what an earlier scenario had
 * otherwise. They are those of the whole cluster, for the CNI is one DaemonSet; a setting that the
 * groups of the scenario do not agree on is a conflict. An IPv6 cluster is made as one, so
 * ENABLE_IPv6 is none of them.
 */
export function application({ groups }: Scenario, earlier: Scenario | null): Application {
  const agreed = SETTING_NAMES.filter((name) => name !== 'ENABLE_IPv6' && isAgreed(groups, name))
  const [first] = groups
  if (!first) throw new Error('a scenario without node groups')
  const before = earlier && agreedSettings(earlier.groups)
  const isOther = before !== null && agreed.some((name) => before[name] !== first.settings[name])
  const back = isOther ? before : DEFAULT_SETTINGS
  return {
    steps: agreed.flatMap((name) => stepOf(name, first.settings, back)),
    conflicts: SETTING_NAMES.filter((name) => !isAgreed(groups, name)).map((name) => ({
      name,
      values: valuesOf(groups, name),
    })),
    isBackToEarlier: isOther,
  }
}

function stepOf(name: SettingName, settings: Settings, back: Settings): readonly SettingStep[] {
  const value = settings[name]
  if (value === SETTINGS[name].default && value === back[name]) return []
  return [{ name, to: settingValue(name, settings), back: settingValue(name, back) }]
}

function isAgreed(groups: readonly NodeGroup[], name: SettingName): boolean {
  return new Set(groups.map(({ settings }) => settings[name])).size === 1
}

/** The settings of an earlier scenario; where its groups did not agree, the default. */
function agreedSettings(groups: readonly NodeGroup[]): Settings {
  const [first] = groups
  const settings = first?.settings ?? DEFAULT_SETTINGS
  const others = SETTING_NAMES.filter((name) => !isAgreed(groups, name))
  const defaults = Object.fromEntries(others.map((name) => [name, DEFAULT_SETTINGS[name]]))
  return { ...settings, ...defaults }
}

function valuesOf(groups: readonly NodeGroup[], name: SettingName): Conflict['values'] {
  const pairs = groups.map((group) => ({
    type: typeName(group),
    value: settingValue(name, group.settings),
  }))
  const byText = new Map(pairs.map((pair) => [`${pair.type} ${pair.value}`, pair]))
  return [...byText.values()]
}
