import { once } from '../once.ts'

export interface GroupOptions {
  /** So many items go at a time. */
  readonly most: number
  /** So many groups are on their way at a time. */
  readonly abreast: number
  /** A group that takes longer does not count any more. */
  readonly patienceMs: number
}

/**
 * Sends items in groups, where each group costs not much more than one item. An item goes at once
 * where few groups are on their way; those that come meanwhile go together with the next one, in their
 * order. So nobody waits for a group to be full, and the busier it is, the less each item costs.
 * `send` gives an outcome for each item, and must not throw.
 */
export function inGroups<Item, Outcome>(
  send: (items: readonly Item[]) => readonly Promise<Outcome>[],
  { most, abreast, patienceMs }: GroupOptions,
): (item: Item) => Promise<Outcome> {
  const waiting: { readonly item: Item; readonly settle: (outcome: Promise<Outcome>) => void }[] =
    []
  let onTheirWay = 0

  const depart = () => {
    while (onTheirWay < abreast && waiting.length > 0) {
      const group = waiting.splice(0, most)
      onTheirWay += 1
      const outcomes = send(group.map(({ item }) => item))
      for (const [index, outcome] of outcomes.entries()) group[index]?.settle(outcome)
      const uncount = once(() => {
        clearTimeout(timer)
        onTheirWay -= 1
        depart()
      })
      const timer = setTimeout(uncount, patienceMs)
      void Promise.allSettled(outcomes).then(uncount)
    }
  }

  return (item) =>
    new Promise((settle) => {
      waiting.push({ item, settle })
      depart()
    })
}
