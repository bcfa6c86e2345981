import type { BudgetUse } from '../planner/budget.ts'
import type { Budget } from '../history/budgets.ts'
import type { Words } from '../words/words.ts'
import { marked } from './marked.ts'
import { plain } from './plain.ts'
import type { Line, Part, Reply } from './reply.ts'

/** The budget of a channel and its use; `null` where it has none. */
export function budgetReply({
  budget,
  use,
  change,
  words,
  now,
}: {
  readonly budget: Budget | null
  readonly use: BudgetUse | null
  /** What has just become of it. */
  readonly change: 'set' | 'off' | null
  readonly words: Words
  readonly now: Date
}): Reply {
  const texts = words.surfaces.budget
  const audience = change === null ? 'asker' : 'channel'
  if (!budget || !use) {
    const text = change === 'off' ? texts.isOff : texts.none
    return { summary: text, audience, parts: [note(text), note(texts.howToSet)] }
  }
  const { amount, setBy, setAt } = budget
  const told = amount.kind === 'subnets' ? texts.subnets(amount.subnets.join(', ')) : []
  const title: Line = [{ bold: texts.is(use.available) }, ...told]
  const by: Line = [texts.setBy, { user: setBy, name: null }, ` · ${words.numbers.ago(setAt, now)}`]
  return {
    summary: `${plain(title)}${words.reply.colon}${useText(use, words)}`,
    audience,
    parts: [
      { kind: 'heading', line: title },
      { kind: 'text', line: [useText(use, words)] },
      { kind: 'text', line: by },
      note(texts.whatCounts),
    ],
  }
}

/** `210 of 507 addresses reserved by 3 named plans · 297 left`. */
export function useText(use: BudgetUse, words: Words): string {
  return `${words.surfaces.budget.usedBy(use, words.surfaces.budget.plans(use.plans))} · ${restText(use, words)}`
}

function restText({ left }: BudgetUse, { surfaces }: Words): string {
  return left < 0 ? surfaces.budget.over(-left) : surfaces.budget.left(left)
}

/** What a reply to a run says of the budget. */
export function budgetParts(use: BudgetUse | null, words: Words): readonly Part[] {
  if (!use) return []
  const { budget } = words.surfaces
  const used = budget.usedBy(use, budget.runAndPlans(use.plans))
  return [{ kind: 'text', line: [budget.ofChannel(`${used} · ${restText(use, words)}`)] }]
}

/** What the headline says where the budget is passed. */
export function overBudget(use: BudgetUse | null, words: Words): readonly string[] {
  return use && use.left < 0 ? [words.surfaces.budget.overInHeadline(-use.left)] : []
}

function note(text: string): Part {
  return { kind: 'note', line: marked(text) }
}
