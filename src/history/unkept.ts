import { ENGINE_VERSION } from '../allocation/version.ts'
import type { History } from './history.ts'

/** A memory that keeps nothing: for answers that shall leave no trace. */
export const UNKEPT: History = {
  async keep({ asker, name, line, scenario, plan, parent, askedAt }) {
    const { author, authorName, channel, thread, isPrivate } = asker
    const asked = { name, line, scenario, plan, engine: ENGINE_VERSION, parent, askedAt }
    const here = { author, authorName, channel, thread, isPrivate, isPinned: false }
    return { run: { ...asked, ...here, number: null }, earlier: null, budget: null, status: 'new' }
  },
  find: async () => ({ kind: 'none' }),
  page: async () => ({ runs: [], older: null, unreadable: [] }),
  // oxlint-disable-next-line eslint/require-yield -- there is nothing to yield
  async *every() {},
  lineage: async () => [],
  names: async () => [],
  rename: async () => ({ kind: 'none' }),
  pin: async () => ({ kind: 'none' }),
  remove: async () => ({ kind: 'none' }),
  posted: async () => null,
  message: async () => {},
}
