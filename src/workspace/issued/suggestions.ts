import type { Option } from '../elements/options.ts'

/** Where a menu stands whose options come from the app, and who looks at it. */
export type MenuPlace = {
  readonly userId: string
  /** A view's id, or a message's `ts`. */
  readonly shownId: string
  readonly blockId: string
  readonly actionId: string
}

/** The options that the app has suggested so far: what is chosen must be one of them. */
export type Suggestions = {
  keep(place: MenuPlace, options: readonly Option[]): void
  of(place: MenuPlace): readonly Option[]
}

export function createSuggestions(): Suggestions {
  const known = new Map<string, readonly Option[]>()
  return {
    keep(place, options) {
      known.set(key(place), [...options, ...(known.get(key(place)) ?? [])])
    },
    of: (place) => known.get(key(place)) ?? [],
  }
}

function key({ userId, shownId, blockId, actionId }: MenuPlace): string {
  return JSON.stringify([userId, shownId, blockId, actionId])
}
