import type { types } from '@slack/bolt'
import { format } from '../command/format.ts'
import type { Run } from '../history/history.ts'
import type { Preference } from '../history/preferences.ts'
import type { BudgetUse } from '../planner/budget.ts'
import { useText } from '../reply/budget-reply.ts'
import { amountText } from '../reply/figures.ts'
import { marked } from '../reply/marked.ts'
import type { Words } from '../words/words.ts'
import { clip } from './clip.ts'
import { text } from './form/elements.ts'
import { homeSettings } from './home-settings.ts'
import { richList, richSection, richText } from './rich-text.ts'

/** The button that opens an empty form. */
export const HOME_ASK_ACTION = 'home-ask'

const LONGEST_LINE = 300

/** What somebody's Home shows. */
export interface Home {
  readonly pinned: readonly Run[]
  readonly named: readonly Run[]
  readonly recent: readonly Run[]
  /** By Slack's id of the channel. */
  readonly budgets: readonly { readonly channel: string; readonly use: BudgetUse }[]
  readonly preference: Preference
  readonly words: Words
  readonly now: Date
}

/** The bot's Home: runs to go on from, budgets, settings that save at once, and lines to try. */
export function homeView(home: Home): types.HomeView {
  const { preference, words } = home
  const texts = words.surfaces.home
  const examples = words.help.examples(home.recent[0]?.number ?? undefined)
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: text(words.help.title) },
      { type: 'section', text: text(words.help.summary) },
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: HOME_ASK_ACTION,
            text: text(texts.ask),
            style: 'primary',
          },
        ],
      },
      ...runsSection('pinned', home),
      ...runsSection('named', home),
      ...runsSection('recent', home),
      ...nothingYet(home),
      ...budgetsSection(home),
      title(texts.settings),
      ...homeSettings(preference, words),
      title(texts.examples),
      richText(richList(examples.map(([line, about]) => [{ code: line }, ` ${about}`]))),
    ],
  }
}

type RunList = 'pinned' | 'named' | 'recent'

function runsSection(list: RunList, home: Home): readonly types.KnownBlock[] {
  const runs = home[list]
  if (runs.length === 0) return []
  return [
    title(home.words.surfaces.home[list]),
    ...runs.flatMap((run) => runBlocks(list, run, home)),
  ]
}

function runBlocks(list: RunList, run: Run, { words, now }: Home): readonly types.KnownBlock[] {
  const { number, name, scenario, plan, askedAt } = run
  if (number === null) return []
  const label = `#${number}${name === null ? '' : ` ${name}`}`
  const about = [
    words.recall.runFigures(plan.reserved, amountText(plan.held, words)),
    words.numbers.ago(askedAt, now),
  ]
  return [
    {
      type: 'section',
      block_id: `${list}-${number}`,
      text: text(`${label} · ${clip(format(scenario), LONGEST_LINE)}\n${about.join(' · ')}`),
      accessory: {
        type: 'button',
        action_id: 'open-what-if-0',
        text: text(words.surfaces.buttons.whatIf),
        accessibility_label: clip(`${words.surfaces.buttons.whatIf} ${label}`, 75),
        value: String(number),
      },
    },
  ]
}

function nothingYet({ pinned, named, recent, words }: Home): readonly types.KnownBlock[] {
  if (pinned.length + named.length + recent.length > 0) return []
  return [richText(richSection(marked(words.surfaces.home.nothingYet)))]
}

function budgetsSection({ budgets, words }: Home): readonly types.KnownBlock[] {
  if (budgets.length === 0) return []
  const lines = budgets.map(({ channel, use }): types.RichTextSection => ({
    type: 'rich_text_section',
    elements: [
      { type: 'channel', channel_id: channel },
      { type: 'text', text: `${words.reply.colon}${useText(use, words)}` },
    ],
  }))
  return [
    title(words.surfaces.home.budgets),
    richText({ type: 'rich_text_list', style: 'bullet', elements: lines }),
  ]
}

function title(content: string): types.KnownBlock {
  return richText(richSection([{ bold: content }]))
}
