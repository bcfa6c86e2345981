/**
 * The nearest run that all of these come from, or `null` where there is none. Each line of descent
 * goes from a run itself, by its parent, up to the run that has none; so a run that another one comes
 * from is their common ancestor itself.
 */
export function commonAncestor<Id>(lines: readonly (readonly Id[])[]): Id | null {
  const [first = [], ...others] = lines
  const sets = others.map((line) => new Set(line))
  return first.find((id) => sets.every((line) => line.has(id))) ?? null
}
