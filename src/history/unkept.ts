import type { History } from './history.ts'

/** A memory that keeps nothing: for answers that shall leave no trace. */
export const UNKEPT: History = {
  async keep({ asker, ...run }) {
    const { author, authorName } = asker
    return { run: { ...run, number: null, author, authorName }, earlier: null }
  },
}
