import type { z } from 'zod'
import { suggest } from '../nearest.ts'

/** What is wrong with one field of a request. `code` is stable; `message` is for people. */
export interface RequestProblem {
  readonly code: string
  /** The field, as `settings.WARM_IP_TARGET`; '' for the request as a whole. */
  readonly path: string
  readonly message: string
}

/** The keys that an object of a request may have, by the path of the object. */
export type KnownKeys = Readonly<Record<string, readonly string[]>>

/** A problem with a field; `message` goes on from its name: `must be at least 1`. */
export function fieldProblem(code: string, path: string, message: string): RequestProblem {
  return { code, path, message: `${path || 'the request'} ${message}` }
}

/** What zod found, in words; a key that is near to a known one is taken for it. */
export function issueProblems(
  issue: z.core.$ZodIssue,
  known: KnownKeys,
): readonly RequestProblem[] {
  const path = issue.path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key, known[path] ?? []))
    case 'too_big':
      return [fieldProblem('too-large', path, `must ${limited(issue, 'at most', issue.maximum)}`)]
    case 'too_small':
      return [fieldProblem('too-small', path, `must ${limited(issue, 'at least', issue.minimum)}`)]
    case 'invalid_type':
      return [typeProblem(issue, path)]
    case 'invalid_value':
      return [fieldProblem('wrong-value', path, `must be one of ${issue.values.join(', ')}`)]
    case 'custom':
      return [fieldProblem(String(issue.params?.['code'] ?? 'wrong-value'), path, issue.message)]
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return [fieldProblem('wrong-format', path, `must be ${issue.message}`)]
  }
}

function unknownKey(path: string, key: string, known: readonly string[]): RequestProblem {
  const meant = suggest(key, known)
  const field = path === '' ? key : `${path}.${key}`
  const guess = meant === null ? '' : `; did you mean ${meant}?`
  return { code: 'unknown-key', path: field, message: `unknown key ${JSON.stringify(key)}${guess}` }
}

function limited(
  { origin }: { readonly origin: string },
  which: 'at most' | 'at least',
  limit: number | bigint,
): string {
  const count = limit.toLocaleString('en-US')
  return origin === 'array' ? `have ${which} ${count} entries` : `be ${which} ${count}`
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  number: 'a whole number',
  int: 'a whole number',
  boolean: 'true or false',
  string: 'a text',
  object: 'an object',
  array: 'a list',
}

function typeProblem(issue: z.core.$ZodIssueInvalidType, path: string): RequestProblem {
  if (issue.input === undefined && path !== '') return fieldProblem('missing', path, 'is missing')
  return fieldProblem('wrong-type', path, `must be ${TYPE_NAMES[issue.expected] ?? issue.expected}`)
}
