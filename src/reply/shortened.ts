/** The text, or its first characters with an ellipsis where it is longer than that. */
export function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text
}
