/**
 * The fields whose text people read: Slack counts these, over all blocks of a message. Our links have
 * no other text than their address.
 */
const SHOWN = new Set(['text', 'title', 'label', 'name', 'caption', 'alt_text', 'url'])

/** The characters that a message shows. */
export function shownCharacters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + shownCharacters(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [name, inside]: [string, unknown]) => {
    if (typeof inside !== 'string') return sum + shownCharacters(inside)
    return SHOWN.has(name) ? sum + inside.length : sum
  }, 0)
}
