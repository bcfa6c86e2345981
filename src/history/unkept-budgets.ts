import type { Budgets } from './budgets.ts'

/** Budgets where nothing is kept: there are none. */
export const UNKEPT_BUDGETS: Budgets = {
  find: async () => null,
  plans: async () => [],
  set: async ({ author }, amount) => ({ amount, setBy: author, setAt: new Date() }),
  remove: async () => {},
}
