import { COURTESY_WORDS } from './courtesy.ts'
import type { Change } from './change.ts'
import type { ScenarioClause } from './clause.ts'
import type {
  Ask,
  Audience,
  BudgetChange,
  Command,
  Find,
  Question,
  RunReference,
  SettingChanges,
} from './command.ts'
import { countText, format, formatName } from './format.ts'

/**
 * The canonical line of a command. A change of the conversation's own scenario is a bare change, to
 * be read where it was typed; every other line says all that it means, and is to be read without a
 * conversation, where `m5.large` is a scenario of its own.
 */
export function formatCommand(command: Command): string {
  switch (command.kind) {
    case 'ask':
      return formatAsk(command)
    case 'why':
    case 'chart':
    case 'apply':
      return joined(command.kind, formatQuestion(command.question), audienceWord(command.audience))
    case 'help':
      return joined('help', command.topic)
    case 'courtesy':
      return COURTESY_WORDS[command.courtesy]
    case 'history':
      return joined('history', ...findWords(command.find))
    case 'lineage':
      return `history ${formatRun(command.run)}`
    case 'compare':
      return joined('compare', ...command.runs.map(formatRun), audienceWord(command.audience))
    case 'name':
      return command.name === null
        ? `unname ${formatRun(command.run)}`
        : `name ${formatRun(command.run)} ${quoted(command.name)}`
    case 'show':
      return joined('show', formatRun(command.run), audienceWord(command.audience))
    case 'pin':
    case 'unpin':
    case 'delete':
      return `${command.kind} ${formatRun(command.run)}`
    case 'export':
      return joined('export', command.format, ...findWords(command.find))
    case 'budget':
      return joined('budget', command.change && formatBudget(command.change))
    case 'settings':
      return joined('settings', ...settingWords(command.changes))
  }
}

/** A budget as a line says it: `500`, `10.0.0.0/22,/24`, `off`. */
function formatBudget(change: BudgetChange): string {
  switch (change.kind) {
    case 'off':
      return 'off'
    case 'addresses':
      return String(change.addresses)
    case 'subnets':
      return change.subnets.join(',')
  }
}

/** A run as a line names it: `#42`, `last`, `"prod blue"`. */
export function formatRun(run: RunReference): string {
  switch (run.kind) {
    case 'number':
      return `#${run.number}`
    case 'name':
      return quoted(run.name)
    case 'last':
      return 'last'
  }
}

function formatAsk({ question, name, against, audience }: Ask): string {
  return joined(
    isBare(question) ? null : 'what-if',
    formatQuestion(question),
    name === null ? null : `as ${formatName(name)}`,
    against && `vs ${formatRun(against)}`,
    audienceWord(audience),
  )
}

function audienceWord(audience: Audience): string | null {
  return audience && (audience === 'asker' ? 'quiet' : 'share')
}

/** With a type, a bare change could read as a scenario of its own. */
function isBare(question: Question): boolean {
  if (question.kind === 'scenario') return true
  const { of, change } = question
  const hasType = change.clauses.some(({ kind }) => kind === 'type')
  return of === null && !hasType && formatChange(change) !== ''
}

function formatQuestion(question: Question): string {
  if (question.kind === 'scenario') return format(question.scenario)
  return joined(question.of && formatRun(question.of), formatChange(question.change))
}

/** A change as a line says it, in the order in which it was typed. */
function formatChange({ clauses }: Change): string {
  return joined(...clauses.map(formatClause))
}

function formatClause(clause: ScenarioClause): string {
  switch (clause.kind) {
    case 'type':
      return clause.name
    case 'input':
      return formatInput(clause)
    case 'plus':
      return '+'
    case 'all':
      return 'all:'
    case 'cni':
      return `cni=${clause.version}`
    case 'subnets':
      return clause.subnets.length === 0
        ? 'subnet=default'
        : clause.subnets.map((subnet) => `subnet=${subnet}`).join(' ')
    case 'free':
      return `free=${clause.free ?? 'default'}`
    case 'without':
      return `without ${clause.name}`
    case 'number':
      return clause.digits
  }
}

function formatInput({
  input,
  value,
  isOfType,
}: Extract<ScenarioClause, { kind: 'input' }>): string {
  if (value === null) return `${input.word}=default`
  if (input.takes === 'switch') return value === true ? input.word : `${input.word}=off`
  if (isOfType) return `${Number(value)}x`
  return countText(input, Number(value))
}

/** What `history` is narrowed by, in words. */
function findWords(find: Find): readonly string[] {
  const { author, place, name, type, days, isPinned, before } = find
  return [
    author && (author === 'me' ? 'mine' : `by ${mention(author.user)}`),
    place,
    name === null ? null : quoted(name),
    type && `type=${type}`,
    days && formatDays(days),
    isPinned ? 'pinned' : null,
    before === null ? null : `before #${before}`,
  ].filter((word) => word !== null)
}

/** As Slack spells an id, or as people spell a name. */
function mention(user: string): string {
  return /^[UW][A-Z0-9]{4,}$/.test(user) ? `<@${user}>` : `@${user}`
}

function formatDays(days: NonNullable<Find['days']>): string {
  switch (days.kind) {
    case 'day':
      return days.date
    case 'since':
      return `since ${days.date}`
    case 'last-days':
      return `last ${days.count} days`
    case 'today':
    case 'yesterday':
    case 'this-week':
    case 'last-week':
    case 'this-month':
    case 'last-month':
    case 'since-yesterday':
    case 'since-last-week':
    case 'since-last-month':
      return days.kind.replaceAll('-', ' ')
  }
}

function settingWords({ language, cni, quiet, figure }: SettingChanges): readonly string[] {
  return [
    ...(language === undefined ? [] : [`language=${language}`]),
    ...(cni === undefined ? [] : [`cni=${cni}`]),
    ...(quiet === undefined ? [] : [`quiet=${quiet ? 'on' : 'off'}`]),
    ...(figure === undefined ? [] : [`figure=${figure}`]),
  ]
}

/** In double quotes, or single ones where it holds a double quote, so that no name is a word. */
function quoted(name: string): string {
  const bare = formatName(name)
  return /^["']/.test(bare) ? bare : `"${name}"`
}

function joined(...words: readonly (string | null)[]): string {
  return words.filter((word) => word !== null && word !== '').join(' ')
}
