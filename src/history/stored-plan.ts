import { z } from 'zod'
import type { GroupPlan, NodePlan, Plan, Totals } from '../allocation/plan.ts'
import { sumNodes, sumTotals } from '../allocation/totals.ts'
import type { StoredPlan } from './run.ts'
import { withoutUsual, withUsual } from './usual.ts'

/** Version of the stored form, raised when a field comes, goes or changes its meaning. */
export const PLAN_VERSION = 3

/* What a stored plan leaves out, so that many runs fit in a page of the database. */
const USUAL_NODE: Partial<NodePlan> = { branch: 0, pending: 0, secondary: 0, prefixes: 0 }
const USUAL_GROUP: Partial<GroupPlan> = {
  nodeReady: true,
  flapping: false,
  rules: { spareEni: 'kept', addressPerPod: true },
  ledgers: null,
  stall: null,
  steps: [],
}
const USUAL_PLAN: Partial<Plan> = { nodeReady: true, flapping: false, fit: null }

const amount = z.union([z.int(), z.object({ min: z.int(), max: z.int() })])
const range = z.object({ min: z.int(), max: z.int() })

const totals = {
  held: amount,
  reserved: z.int(),
  usable: z.int(),
  used: z.int(),
  warm: z.int(),
  primaries: z.int(),
  branch: z.int(),
  enis: amount,
  pending: z.int(),
}

const Node = z.object({
  ...totals,
  count: z.int(),
  pods: z.int(),
  secondary: z.int(),
  prefixes: z.int(),
  perEni: z.array(z.int()),
})

const Step = z.object({ pods: z.int(), enis: z.int(), held: z.int(), reserved: z.int() })

const WholeGroup = z.object({
  ...totals,
  // Checked before the totals were completed from them.
  nodes: z.custom<readonly z.infer<typeof Node>[]>(),
  nodeReady: z.boolean(),
  flapping: z.boolean(),
  maxPods: z.int(),
  rules: z.object({
    spareEni: z.enum(['kept', 'replaced', 'off', 'capped']),
    addressPerPod: z.boolean(),
  }),
  next: z.object({ up: Step.nullable(), down: Step.nullable() }),
  ledgers: z.object({ nodeSubnet: amount, podSubnet: amount }).nullable(),
  stall: z.object({ held: z.int(), nodes: z.int(), pending: z.int() }).nullable(),
  steps: z.array(
    z.object({
      pods: z.int(),
      held: range,
      enis: range,
      pending: z.int(),
      flapping: z.boolean(),
      settleSeconds: z.number(),
    }),
  ),
})

/** The totals of a group are left out where they are the sum of its nodes, as they nearly always are. */
const Group = z
  .looseObject({ nodes: z.array(withUsual(USUAL_NODE, Node)) })
  .transform((group): unknown => ({ ...USUAL_GROUP, ...totalsOf(group.nodes), ...group }))
  .pipe(WholeGroup)

const Fit = z.object({
  verdict: z.enum(['fits', 'address-by-address', 'does-not-fit']),
  available: z.int(),
  leftAfterHeld: z.int(),
  leftAfterReserved: z.int(),
  leftPrefixes: z.int().nullable(),
  pending: z.int(),
})

/** The figures of a plan, every one checked; what else is in the JSON is left out. */
const Figures = z.object({
  ...totals,
  groups: z.custom<readonly z.infer<typeof WholeGroup>[]>(),
  nodeReady: z.boolean(),
  flapping: z.boolean(),
  fit: Fit.nullable(),
}) satisfies z.ZodType<StoredPlan>

/**
 * The JSON of a stored plan, of this version and of every earlier one: completed and checked. Version
 * 2 left nothing out. Version 1 had no `v`, and held the reasons too; they are passed over.
 */
export const PlanJson = z
  .looseObject({
    v: z.int().min(1).max(PLAN_VERSION, 'made by a newer eksip').default(1),
    groups: z.array(Group),
  })
  .transform((plan): unknown => ({ ...USUAL_PLAN, ...sumTotals(plan.groups), ...plan }))
  .pipe(Figures)

/**
 * A plan as it is stored, without its reasons: whoever wants them allocates the scenario again. Of its
 * totals, those are there that the budget of a channel is counted by.
 */
export function encodePlan(plan: Plan) {
  const { reserved, held } = plan
  return {
    v: PLAN_VERSION,
    reserved,
    held,
    ...withoutUsual(plan, USUAL_PLAN, sumTotals(plan.groups)),
    groups: plan.groups.map(({ reasons: _reasons, ...group }) => ({
      ...withoutUsual(group, USUAL_GROUP, totalsOf(group.nodes)),
      nodes: group.nodes.map((node) => withoutUsual(node, USUAL_NODE)),
    })),
  }
}

function totalsOf(nodes: readonly NodePlan[]): Totals {
  return sumTotals(nodes.map(sumNodes))
}
