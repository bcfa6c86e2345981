import { SWITCHES_BLOCK } from '../../blocks/form/question-form.ts'
import { applyChange } from '../../command/change.ts'
import { parse } from '../../command/parse.ts'
import type { Problem } from '../../command/problem.ts'
import { unmarked } from '../../reply/marked.ts'
import { fieldOf, FORM_INPUTS, type FormLine } from '../../reply/form.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Words } from '../../words/words.ts'

/** What is wrong with which field, by the id of its block. */
export type FormErrors = Readonly<Record<string, string>>

/** Every mistake in a line, with the change applied to `base` where the line changes a run. */
export function problemsOf(line: string, base: Scenario | null): readonly Problem[] {
  const parsed = parse(line)
  if (!parsed.ok) return parsed.problems
  const { value } = parsed
  if (base === null || value.kind !== 'ask' || value.question.kind !== 'change') return []
  const changed = applyChange(base, value.question.change)
  return changed.ok ? [] : changed.problems
}

/** The mistakes at the fields that they come from; at the first one, where theirs is not shown. */
export function errorsOf(
  problems: readonly Problem[],
  made: FormLine,
  shown: readonly string[],
  words: Words,
): FormErrors {
  const errors = new Map<string, string>()
  for (const problem of problems) {
    const block = blockOf(fieldOf(problem, made))
    const place = shown.includes(block) ? block : (shown[0] ?? block)
    errors.set(place, joined(errors.get(place), sentence(problem, words)))
  }
  return Object.fromEntries(errors)
}

/** A mistake as a form shows it, which knows no marks for code. */
export function sentence(problem: Problem, words: Words): string {
  return unmarked(words.problems.problemText(problem))
}

function blockOf(field: string): string {
  const input = FORM_INPUTS.find(({ word }) => word === field)
  return input?.takes === 'switch' ? SWITCHES_BLOCK : field
}

function joined(before: string | undefined, text: string): string {
  return before === undefined ? text : `${before} ${text}`
}
