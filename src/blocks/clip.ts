/** The text, or its beginning and an ellipsis where it has more than `most` characters. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  const halfOfPair = /[\ud800-\udbff]$/
  return `${text.slice(0, most - 1).replace(halfOfPair, '')}…`
}
