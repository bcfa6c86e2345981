import { isObject, type JsonObject } from '../json.ts'
import type { Field, Rule, Shape } from './rule.ts'
import { shapes } from './table.ts'

/** One fault: a JSON pointer to the value, and Slack's kind of sentence about it. */
export type BlockProblem = { readonly pointer: string; readonly message: string }

/** Every fault of a value against its rule, in the order of the document. */
export function check(rule: Rule, value: unknown, pointer: string): readonly BlockProblem[] {
  switch (rule.kind) {
    case 'string':
      return checkString(rule, value, pointer)
    case 'number':
      return checkNumber(rule, value, pointer)
    case 'boolean':
      return typeof value === 'boolean' ? [] : fault(pointer, 'must be a boolean')
    case 'choice':
      return rule.values.some((each) => each === value)
        ? []
        : fault(pointer, `must be one of: ${rule.values.join(', ')}`)
    case 'list':
      return checkList(rule, value, pointer)
    case 'object':
      return isObject(value)
        ? checkShape(rule.shape, value, pointer)
        : fault(pointer, 'must provide an object')
    case 'typed':
      return checkTyped(rule, value, pointer)
    case 'nullable':
      return value === null ? [] : check(rule.of, value, pointer)
  }
}

type Of<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>

function checkString(rule: Of<'string'>, value: unknown, pointer: string) {
  if (typeof value !== 'string') return fault(pointer, 'must provide a string')
  const length = countCharacters(value)
  if (length < rule.min) return fault(pointer, `must be more than ${rule.min - 1} characters`)
  if (length > rule.max) return fault(pointer, `must be less than ${rule.max + 1} characters`)
  return rule.url && !isLink(value) ? fault(pointer, 'must be a valid URL') : []
}

function checkNumber(rule: Of<'number'>, value: unknown, pointer: string) {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return fault(pointer, 'must provide a number')
  }
  if (value < rule.min) return fault(pointer, `must be at least ${rule.min}`)
  return value > rule.max ? fault(pointer, `must be at most ${rule.max}`) : []
}

function checkList(rule: Of<'list'>, value: unknown, pointer: string) {
  if (!Array.isArray(value)) return fault(pointer, 'must be an array')
  const items: readonly unknown[] = value
  const tooFew =
    items.length < rule.min ? fault(pointer, `no fewer than ${rule.min} items allowed`) : []
  const tooMany =
    items.length > rule.max ? fault(pointer, `no more than ${rule.max} items allowed`) : []
  const inside = items.flatMap((item, index) => check(rule.of, item, `${pointer}/${index}`))
  return [...tooFew, ...tooMany, ...inside]
}

function checkTyped(rule: Of<'typed'>, value: unknown, pointer: string) {
  if (!isObject(value)) return fault(pointer, 'must provide an object')
  const type = value['type']
  if (type === undefined) return fault(pointer, 'missing required field: type')
  if (typeof type !== 'string') return fault(`${pointer}/type`, 'must provide a string')
  if (!rule.among.includes(type)) return fault(`${pointer}/type`, `unsupported type: ${type}`)
  const shape = shapes[rule.family][type]
  if (shape === undefined) throw new Error(`no shape for ${rule.family} ${type}`)
  return checkShape(withTextLimit(shape, rule.maxText), value, pointer, ['type'])
}

function checkShape(
  shape: Shape,
  value: JsonObject,
  pointer: string,
  known: readonly string[] = [],
): readonly BlockProblem[] {
  const extra = Object.keys(value)
    .filter((name) => !Object.hasOwn(shape.fields, name) && !known.includes(name))
    .flatMap((name) => fault(pointer, `invalid additional property: ${name}`))
  const fields = Object.entries(shape.fields).flatMap(([name, field]) =>
    checkField(field, name, value, pointer),
  )
  return [...extra, ...checkNeeds(shape, value, pointer), ...fields]
}

function checkField(field: Field, name: string, value: JsonObject, pointer: string) {
  const inside = value[name]
  if (inside !== undefined) return check(field, inside, `${pointer}/${name}`)
  return field.isOptional ? [] : fault(pointer, `missing required field: ${name}`)
}

function checkNeeds(shape: Shape, value: JsonObject, pointer: string) {
  if (shape.needsOneOf === undefined) return []
  const { names, atMost } = shape.needsOneOf
  const count = names.filter((name) => value[name] !== undefined).length
  const quoted = names.map((name) => `\`${name}\``)
  if (count === 0) return fault(pointer, `must define either ${quoted.join(' or ')}`)
  return count > atMost ? fault(pointer, `must define only one of ${quoted.join(' and ')}`) : []
}

// A text object's own limit is 3,000; the place where it stands may allow less.
function withTextLimit(shape: Shape, max: number): Shape {
  const text = shape.fields['text']
  if (text?.kind !== 'string' || max >= text.max) return shape
  return { ...shape, fields: { ...shape.fields, text: { ...text, max } } }
}

function isLink(value: string): boolean {
  return URL.canParse(value) && !/\s/.test(value)
}

/** Characters as a reader counts them, not UTF-16 units: an emoji of one code point is one. */
export function countCharacters(text: string): number {
  return Array.from(text).length
}

function fault(pointer: string, message: string): readonly BlockProblem[] {
  return [{ pointer, message }]
}
