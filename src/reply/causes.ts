import type { Part as Cause } from '../diff/attribution.ts'
import type { Diff } from '../diff/diff.ts'
import type { Deltas, Figure } from '../diff/figures.ts'
import type { InputChange, InputValue } from '../diff/inputs.ts'
import type { RulesChange } from '../diff/rules-change.ts'
import type { Run } from '../history/history.ts'
import type { Words } from '../words/words.ts'
import { leadingFigures } from './leading-figures.ts'
import { runLabel } from './run-label.ts'
import { shortened } from './shortened.ts'

/** More changed inputs than this are added up, not named. */
const MOST_NAMED = 8

/** A value is shown up to here: a scenario may name fifty subnets. */
const LONGEST_VALUE = 60

/**
 * What caused a change, each with its part of it: `WARM_IP_TARGET unset → 2 (−25 held)`. Inputs past
 * `most` are added up.
 */
export function causeTexts(
  diff: Diff,
  before: Run,
  after: Run,
  words: Words,
  most = MOST_NAMED,
): readonly string[] {
  const namesGroups = [before, after].some(({ scenario }) => scenario.groups.length > 1)
  const named = diff.parts.slice(0, most)
  const runs = { before, after }
  return [
    ...named.map((part) => partText(part, namesGroups, words)),
    ...restTexts(diff.parts.slice(most), words),
    ...interactionTexts(diff.interaction, words),
    ...diff.rules.map((change) => rulesText(change, runLabel(runs[change.of], words), words)),
  ]
}

/** `−25 held`, `=` where none of these figures changes. */
function deltasText(
  { reserved, held, pending }: Pick<Deltas, 'reserved' | 'held' | 'pending'>,
  words: Words,
): string {
  const texts = [
    ...(reserved === 0 ? [] : [words.diff.figureDelta('reserved', reserved)]),
    ...(held === 0 ? [] : [words.diff.figureDelta('held', held)]),
    ...(pending === 0 ? [] : [words.diff.figureDelta('pending', pending)]),
  ]
  return texts.join(', ') || '='
}

function partText({ change, deltas }: Cause, namesGroups: boolean, words: Words): string {
  return `${changeText(change, namesGroups, words)} (${deltasText(deltas, words)})`
}

function restTexts(rest: readonly Cause[], words: Words): readonly string[] {
  if (rest.length === 0) return []
  const sum = (figure: Figure) => rest.reduce((total, { deltas }) => total + deltas[figure], 0)
  const deltas = { reserved: sum('reserved'), held: sum('held'), pending: sum('pending') }
  return [`${words.reply.andMore(rest.length)} (${deltasText(deltas, words)})`]
}

function interactionTexts(interaction: Deltas, words: Words): readonly string[] {
  const text = deltasText(interaction, words)
  return text === '=' ? [] : [`${words.diff.interaction} (${text})`]
}

/** Reserved and held lead; where newer rules leave both as they were, the figures that changed. */
function rulesText({ figures, deltas }: RulesChange, label: string, words: Words): string {
  const leading = leadingFigures(figures)
  const texts = (leading.length > 0 ? leading : figures).map(({ figure, from, to }) =>
    words.diff.storedAndToday(figure, deltas[figure], from, to),
  )
  return `${words.diff.newerRules(label)} (${texts.join(words.diff.semicolon)})`
}

/** `nodes 2 → 3`, or `m5.large nodes 2 → 3` where the question has several node groups. */
function changeText(change: InputChange, namesGroups: boolean, words: Words): string {
  switch (change.kind) {
    case 'added':
      return words.diff.groupAdded(change.group, change.nodes)
    case 'removed':
      return words.diff.groupRemoved(change.group, change.nodes)
    case 'changed': {
      const field = words.diff.fieldName(change.field)
      const isNamed = namesGroups && change.group !== null && change.field !== 'instanceType'
      const name = isNamed ? words.diff.fieldOf(change.group, field) : field
      return `${name} ${valueText(change.from, words)} → ${valueText(change.to, words)}`
    }
  }
}

function valueText(value: InputValue, words: Words): string {
  return shortened(words.diff.inputValue(value), LONGEST_VALUE)
}
