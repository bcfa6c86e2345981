import type { Scenario } from '../scenario/scenario.ts'
import type { Figures } from './figures.ts'

/**
 * Answers a scenario by today's rules: `groups` has the figures of each node group, in their order,
 * and the whole is their sum. Total, so that it also answers a scenario with inputs that contradict
 * each other, or without any group.
 */
export type Planner = (scenario: Scenario) => Figures & { readonly groups: readonly Figures[] }
