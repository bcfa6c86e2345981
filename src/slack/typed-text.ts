const ENTITIES = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
])

/**
 * The text as the person typed it. Slack escapes three characters, and wraps what it took for a
 * mention or a link: `<http://t3.large|t3.large>` was typed as `t3.large`. The mention of a person stays
 * as it is, for its id says who is meant.
 */
export function typedText(escaped: string): string {
  return escaped
    .replace(/<([^<>\s][^<>]*)>/g, (_, wrapped: string) => unwrapped(wrapped))
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES.get(entity) ?? entity)
}

function unwrapped(wrapped: string): string {
  const bar = wrapped.indexOf('|')
  const target = bar < 0 ? wrapped : wrapped.slice(0, bar)
  const label = bar < 0 ? '' : wrapped.slice(bar + 1)
  if (target.startsWith('@')) return `<${wrapped}>`
  const sign = target.startsWith('#') ? '#' : ''
  if (label) return `${sign}${label}`
  return target.startsWith('!') ? `@${target.slice(1)}` : target
}
