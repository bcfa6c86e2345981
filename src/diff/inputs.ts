import type { NodeGroup } from '../scenario/scenario.ts'
import type { SettingName } from '../scenario/settings.ts'

/** An input of a node group that can differ between two scenarios, settings under the CNI's names. */
export type InputField = Exclude<keyof NodeGroup, 'settings' | 'podsSequence'> | SettingName

/** An input of the whole scenario. */
export type ScenarioField = 'cni' | 'subnet' | 'free' | 'freePrefixes'

/** The value of an input as a reply shows it; `null`: not set or not given. */
export type InputValue = string | number | boolean | null

/** One input that differs, or a whole node group that came or went. */
export type InputChange =
  | {
      readonly kind: 'changed'
      /** The later instance type of the group, or `null` for an input of the whole scenario. */
      readonly group: string | null
      readonly field: InputField | ScenarioField
      readonly from: InputValue
      readonly to: InputValue
    }
  | { readonly kind: 'added' | 'removed'; readonly group: string; readonly nodes: number }
