import { z } from 'zod'
import type { Plan } from '../allocation/plan.ts'
import type { StoredPlan } from './run.ts'

/** Version of the stored form, raised when a field comes, goes or changes its meaning. */
export const PLAN_VERSION = 2

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

const Group = z.object({
  ...totals,
  nodes: z.array(Node),
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
  groups: z.array(Group),
  nodeReady: z.boolean(),
  flapping: z.boolean(),
  fit: Fit.nullable(),
}) satisfies z.ZodType<StoredPlan>

/**
 * The JSON of a stored plan, of this version and of every earlier one. Version 1 had no `v`, and held
 * the reasons too; they are passed over.
 */
export const PlanJson = z
  .looseObject({ v: z.int().min(1).max(PLAN_VERSION, 'made by a newer eksip').default(1) })
  .transform((plan): unknown => plan)
  .pipe(Figures)

/** A plan as plain JSON, without its reasons: whoever wants them allocates the scenario again. */
export function encodePlan(plan: Plan) {
  const groups = plan.groups.map(({ reasons: _reasons, ...figures }) => figures)
  return { v: PLAN_VERSION, ...plan, groups }
}
