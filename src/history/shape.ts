import type { Scenario } from '../scenario/scenario.ts'
import { typeName } from '../scenario/type-name.ts'

/**
 * What makes two runs comparable without anybody naming them: the instance types of their node
 * groups, each as often as it occurs, whatever their order.
 */
export function shapeOf(scenario: Scenario): string {
  return scenario.groups.map(typeName).toSorted().join(' + ')
}
