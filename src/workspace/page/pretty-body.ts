/**
 * A request's or answer's body for reading: JSON indented, a form as its fields one below the
 * other with JSON inside them indented, too.
 */
export function prettyBody(body: string): string {
  const value = parse(body)
  if (value !== undefined) return JSON.stringify(value, undefined, 2)
  if (!/^[\w.~%+-]+=/.test(body)) return body
  return [...new URLSearchParams(body)]
    .map(([name, field]) => {
      const inside = parse(field)
      const isStructure = typeof inside === 'object' && inside !== null
      return `${name} = ${isStructure ? JSON.stringify(inside, undefined, 2) : field}`
    })
    .join('\n')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
