/** The shapes that share a `type` key and are looked up by it. */
export type Family = 'block' | 'element' | 'text' | 'cell' | 'richPart' | 'richInline' | 'chart'

/** What a value must be. `max` counts characters of a text, or items of a list. */
export type Rule =
  | { readonly kind: 'string'; readonly min: number; readonly max: number; readonly url: boolean }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'list'; readonly min: number; readonly max: number; readonly of: Rule }
  | { readonly kind: 'object'; readonly shape: Shape }
  | {
      readonly kind: 'typed'
      readonly family: Family
      readonly among: readonly string[]
      readonly maxText: number
    }
  | { readonly kind: 'nullable'; readonly of: Rule }

/** A field of a shape. Fields are required unless made by `optional`. */
export type Field = Rule & { readonly isOptional?: true }

/** The fields that an object may have; no others are allowed. */
export type Shape = {
  readonly fields: Readonly<Record<string, Field>>
  /** Of these fields one must be there, and not more than `atMost`. */
  readonly needsOneOf?: { readonly names: readonly string[]; readonly atMost: number }
}

const anyLength = Number.MAX_SAFE_INTEGER

export function string(max: number = anyLength, min: number = 1): Rule {
  return { kind: 'string', min, max, url: false }
}

/** A link that Slack can open: http, https, mailto and the like. */
export function link(max: number): Rule {
  return { kind: 'string', min: 1, max, url: true }
}

export function number(min: number = -anyLength, max: number = anyLength): Rule {
  return { kind: 'number', min, max }
}

export const boolean: Rule = { kind: 'boolean' }

export function choice(...values: readonly (string | number)[]): Rule {
  return { kind: 'choice', values }
}

export function list(of: Rule, min: number, max: number = anyLength): Rule {
  return { kind: 'list', min, max, of }
}

export function object(fields: Shape['fields'], needsOneOf?: Shape['needsOneOf']): Rule {
  return { kind: 'object', shape: needsOneOf === undefined ? { fields } : { fields, needsOneOf } }
}

/** One of a family's members, chosen by its `type`. */
export function typed(family: Family, ...among: readonly string[]): Rule {
  return { kind: 'typed', family, among, maxText: anyLength }
}

/** A plain_text object. */
export function plainText(max: number): Rule {
  return { kind: 'typed', family: 'text', among: ['plain_text'], maxText: max }
}

/** A plain_text or mrkdwn object. */
export function anyText(max: number): Rule {
  return { kind: 'typed', family: 'text', among: ['plain_text', 'mrkdwn'], maxText: max }
}

export function nullable(of: Rule): Rule {
  return { kind: 'nullable', of }
}

export function optional(rule: Rule): Field {
  return { ...rule, isOptional: true }
}
