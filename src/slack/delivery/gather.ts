/** Things that are dealt with some at a time, so that each costs less. */
export interface Gathering<Item> {
  /** Settles as the work on the batch that the thing comes into. */
  add(item: Item): Promise<void>
}

/** Deals with what has come within `waitMs` at once. */
export function gather<Item>(
  waitMs: number,
  work: (items: readonly Item[]) => Promise<void>,
): Gathering<Item> {
  let items: Item[] = []
  let batch: Promise<void> | null = null

  const nextBatch = (): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(() => {
        const gathered = items
        items = []
        batch = null
        resolve(work(gathered))
      }, waitMs)
    })

  return {
    add(item) {
      items.push(item)
      batch ??= nextBatch()
      return batch
    },
  }
}
