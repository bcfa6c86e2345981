import type { History } from './history.ts'

/** A history that is opened when it is first used, and not before. */
export function lazyHistory(open: () => Promise<History>): History {
  let opening: Promise<History> | undefined
  const history = () => (opening ??= open())
  return {
    keep: async (...words) => (await history()).keep(...words),
    find: async (...words) => (await history()).find(...words),
    page: async (...words) => (await history()).page(...words),
    async *every(...words) {
      yield* (await history()).every(...words)
    },
    lineage: async (...words) => (await history()).lineage(...words),
    names: async (...words) => (await history()).names(...words),
    rename: async (...words) => (await history()).rename(...words),
    pin: async (...words) => (await history()).pin(...words),
    remove: async (...words) => (await history()).remove(...words),
    posted: async (...words) => (await history()).posted(...words),
    message: async (...words) => (await history()).message(...words),
  }
}
